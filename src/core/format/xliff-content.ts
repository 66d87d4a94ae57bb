import type { Span } from '../span.ts';
import { isElement, type XmlElement, type XmlNode } from './xml-tree.ts';
import { XLIFF } from './xliff-names.ts';

/** An annotation in the content of a unit's text; an empty one is a gap. */
export interface ContentMarker extends Span {
  readonly id: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** A text without its inline elements, and what stood in it. */
export interface Content {
  readonly text: string;
  readonly markers: readonly ContentMarker[];
  /** Elements that a text alone cannot hold. */
  readonly codes: readonly string[];
  /** Ids of markers without a start or without an end. */
  readonly unpaired: readonly string[];
}

/** Reads the content of `source` or `target` elements that follow each other. Depth is the parser's to bound. */
export function readContent(elements: readonly XmlElement[]): Content {
  const reader = new ContentReader();
  for (const { children } of elements) reader.read(children);
  return reader.content();
}

class ContentReader {
  private text = '';
  private readonly markers: ContentMarker[] = [];
  private readonly codes = new Set<string>();
  private readonly unpaired: string[] = [];
  private readonly open = new Map<string, { start: number; attributes: ReadonlyMap<string, string> }>();

  read(nodes: readonly XmlNode[]): void {
    for (const node of nodes) {
      if (isElement(node)) this.readElement(node);
      else this.text += node;
    }
  }

  content(): Content {
    return {
      text: this.text,
      markers: [...this.markers].sort((a, b) => a.start - b.start || a.end - b.end),
      codes: [...this.codes],
      unpaired: [...this.unpaired, ...this.open.keys()],
    };
  }

  private readElement(element: XmlElement): void {
    const { uri, local, attributes, children } = element;
    const id = attributes.get('id') ?? '';
    const start = this.text.length;
    switch (uri === XLIFF ? local : '') {
      case 'mrk':
        this.read(children);
        this.markers.push({ id, attributes, start, end: this.text.length });
        return;
      case 'sm':
        this.open.set(id, { start, attributes });
        return;
      case 'em':
        this.close(attributes.get('startRef') ?? '');
        return;
      case 'cp':
        this.readCodePoint(attributes.get('hex') ?? '');
        return;
      default:
        // What an editor shows for a placeholder is the nearest that a text has to it.
        this.codes.add(local);
        this.text += attributes.get('equiv') ?? '';
        this.read(children);
    }
  }

  private close(id: string): void {
    const opened = this.open.get(id);
    if (opened === undefined) {
      this.unpaired.push(id);
      return;
    }
    this.open.delete(id);
    this.markers.push({ id, ...opened, end: this.text.length });
  }

  private readCodePoint(hex: string): void {
    const point = /^[0-9a-f]{1,6}$/i.test(hex) ? Number.parseInt(hex, 16) : Number.POSITIVE_INFINITY;
    if (point <= 0x10ffff) this.text += String.fromCodePoint(point);
    else this.codes.add('cp');
  }
}
