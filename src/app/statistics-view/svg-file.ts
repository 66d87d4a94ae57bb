const PROPERTIES = ['fill', 'stroke', 'color'];
const TOKEN = /^var\((--[\w-]+)\)$/;

/**
 * A drawing as a file that stands alone: it names its namespace, has a ground, and its colours are those of the
 * light page, since it will most likely be seen on paper.
 */
export function svgFile(drawn: SVGSVGElement): string {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const colors = new LightColors();
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    for (const property of PROPERTIES) {
      const token = TOKEN.exec(element.getAttribute(property) ?? '')?.[1];
      if (token !== undefined) element.setAttribute(property, colors.of(token));
    }
  }
  copy.setAttribute('color', colors.of('--ink'));
  const ground = document.createElementNS(copy.namespaceURI, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', colors.of('--paper'));
  copy.prepend(ground);
  colors.dispose();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

/**
 * The page's colour tokens as `#rrggbb`, which every program that opens SVG knows. The page is in its light theme
 * while they are read; nothing is painted meanwhile.
 */
class LightColors {
  readonly #probe = document.createElement('span');
  readonly #theme = document.documentElement.dataset['theme'];
  readonly #canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

  constructor() {
    document.documentElement.dataset['theme'] = 'light';
    document.body.append(this.#probe);
  }

  of(token: string): string {
    this.#probe.style.color = `var(${token})`;
    const canvas = this.#canvas;
    if (!canvas) return 'currentColor';
    canvas.fillStyle = getComputedStyle(this.#probe).color;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  }

  dispose(): void {
    this.#probe.remove();
    if (this.#theme === undefined) delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = this.#theme;
  }
}
