/**
 * Keeps columns in view while the others scroll: a style sheet of its own, so that no row renders for it. Narrow
 * screens, where one column fills the view, have none. Loaded with the third column.
 */
export class PinnedColumns {
  readonly #root: ShadowRoot;
  readonly #sheet = new CSSStyleSheet();
  #shown = '';

  constructor(root: ShadowRoot) {
    this.#root = root;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
  }

  /** @param pinned ids of columns, those that are not on are passed over */
  show(columns: readonly string[], pinned: readonly string[]): void {
    const head = this.#root.querySelector<HTMLElement>('.head');
    const width = head?.offsetWidth ?? 0;
    const scroller = this.#root.querySelector<HTMLElement>('.scroller');
    const wanted = columns.filter((id) => pinned.includes(id));
    // With more of them nothing would be left to scroll.
    const room = Math.max(1, Math.floor((scroller?.clientWidth ?? 0) / Math.max(1, width)) - 1);
    const kept = columns.length > 2 ? wanted.slice(0, room) : [];
    const css = kept
      .map((id, place) => {
        const nth = String(columns.indexOf(id) + 2);
        const start = `calc(var(--gutter) + ${String(place * width)}px)`;
        return `.heads > :nth-child(${nth}), .row > :nth-child(${nth}) {
          position: sticky; inset-inline-start: ${start}; z-index: 1; background: var(--paper);
          box-shadow: 1px 0 var(--rule); }
          .row.active > :nth-child(${nth}) { background: var(--raised) }
          .heads > :nth-child(${nth}) { z-index: 3 }`;
      })
      .join('\n');
    const sheet =
      css === ''
        ? ''
        : `@media screen and (min-width: 50.01rem) { ${css}
          .row .gutter { z-index: 2 } .heads .gutter { z-index: 4 }
          .scroller { scroll-padding-inline-start: calc(var(--gutter) + ${String(kept.length * width)}px) } }`;
    if (sheet === this.#shown) return;
    this.#shown = sheet;
    this.#sheet.replaceSync(sheet);
  }
}
