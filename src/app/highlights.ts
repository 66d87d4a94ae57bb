/** The names of the highlights; where several lie on a word, the later one's ground wins and all draw their lines. */
const NAMES = [
  'shifted',
  'far',
  'touched',
  'unsaid',
  'neutral',
  'minor',
  'major',
  'critical',
  'found',
  'perhaps',
  'counterpart',
  'word',
  'pointed',
  'on',
  'chosen',
  'here',
];

/** A stretch of text under one or more highlights. */
export interface Painted {
  /** Space-separated, as class names are. */
  readonly name: string;
  readonly range: AbstractRange;
}

type Owned = readonly [Highlight, AbstractRange];

const isSame = (a: AbstractRange, b: AbstractRange): boolean =>
  a.startContainer === b.startContainer &&
  a.startOffset === b.startOffset &&
  a.endContainer === b.endContainer &&
  a.endOffset === b.endOffset;

/** What is used of `CSS.highlights`. */
export type HighlightTable = Pick<Map<string, Highlight>, 'get' | 'set'>;

/**
 * The highlights of a page (CSS Custom Highlight API Level 1), shared by all who paint: each adds and takes away
 * its own ranges only. A `::highlight(name)` rule says how they look.
 */
export class Highlights {
  readonly #table: HighlightTable;
  readonly #owned = new Map<object, readonly Owned[]>();

  constructor(table: HighlightTable) {
    this.#table = table;
  }

  /** Paints what an owner has to show, in place of what it showed before. What stays is not touched: any change has
   * the browser place all ranges of the page anew. */
  paint(owner: object, painted: readonly Painted[]): void {
    const before = [...(this.#owned.get(owner) ?? [])];
    const after = painted
      .flatMap(({ name, range }) => name.split(' ').map((each) => [this.#named(each), range] as const))
      .map((wanted): Owned => {
        const at = before.findIndex((old) => old[0] === wanted[0] && isSame(old[1], wanted[1]));
        return at < 0 ? wanted : before.splice(at, 1)[0]!;
      });
    for (const [highlight, range] of before) highlight.delete(range);
    for (const [highlight, range] of after) highlight.add(range);
    if (after.length > 0) this.#owned.set(owner, after);
    else this.#owned.delete(owner);
  }

  /** Takes away all that an owner shows. */
  erase(owner: object): void {
    for (const [highlight, range] of this.#owned.get(owner) ?? []) highlight.delete(range);
    this.#owned.delete(owner);
  }

  #named(name: string): Highlight {
    const known = this.#table.get(name);
    if (known) return known;
    const highlight = new Highlight();
    highlight.priority = NAMES.indexOf(name);
    this.#table.set(name, highlight);
    return highlight;
  }
}

/** Severity is in a line's style: a browser that paints grounds only (Firefox 140 to 145) would lose it. */
function drawsLines(): boolean {
  const probe = new CSSStyleSheet();
  probe.insertRule('::highlight(probe) { text-decoration: underline }');
  document.adoptedStyleSheets.push(probe);
  const { textDecorationLine } = getComputedStyle(document.documentElement, '::highlight(probe)');
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== probe);
  return textDecorationLine === 'underline';
}

let known: { readonly highlights: Highlights | undefined } | undefined;

/** The page's highlights; undefined where the browser cannot paint them whole. */
export function pageHighlights(): Highlights | undefined {
  known ??= {
    highlights: 'highlights' in CSS && drawsLines() ? new Highlights(CSS.highlights) : undefined,
  };
  return known.highlights;
}
