import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    min-inline-size: 0;
    min-block-size: 0;
    --gutter: 56px;
    --column: minmax(15rem, 1fr);
  }

  .scroller {
    block-size: 100%;
    overflow: auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    outline: none;
    position: relative;
  }

  .table {
    min-inline-size: fit-content;
  }

  .heads,
  .row {
    display: grid;
    grid-template-columns: var(--gutter) repeat(var(--columns), var(--column));
  }

  .heads {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    background: var(--paper);
    border-block-end: 1px solid var(--rule);
  }

  .head {
    padding: 10px 18px 8px;
    min-inline-size: 0;
  }

  .head strong {
    font-weight: 600;
  }

  .head small {
    display: block;
  }

  .about {
    inline-size: 24px;
    block-size: 24px;
    margin-inline-start: 2px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--ink-3);
    font: italic 600 0.8125rem/1 var(--serif);
    cursor: pointer;
  }

  .about span {
    display: inline-grid;
    place-content: center;
    inline-size: 16px;
    block-size: 16px;
    border: 1px solid var(--edge);
    border-radius: 50%;
  }

  .about:hover {
    color: var(--ink);
  }

  .about:focus-visible {
    outline: 2px solid var(--accent);
  }

  .note {
    position: fixed;
    inset: auto;
    position-area: block-end span-inline-end;
    max-inline-size: min(24rem, 88vw);
    margin: 4px;
    padding: 12px 16px;
    border: 1px solid var(--rule);
    border-radius: 10px;
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow);
    font-weight: 400;
  }

  /* Without anchor positioning the note stands in the middle of the screen. */
  @supports not (position-area: block-end) {
    .note {
      inset: 0;
      margin: auto;
    }
  }

  .head small {
    color: var(--ink-3);
    font-size: 0.8125rem;
  }

  .head .machine {
    color: var(--major);
  }

  .gutter {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    background: var(--paper);
  }

  .heads .gutter {
    z-index: 3;
  }

  .row {
    border-block-end: 1px solid color-mix(in oklch, var(--rule) 60%, transparent);
    outline: none;
    cursor: default;
  }

  .row .gutter a {
    display: block;
    block-size: 100%;
    padding: 17px 10px 0 0;
    color: var(--ink-3);
    font-size: 0.75rem;
    font-variant-numeric: tabular-nums;
    text-align: end;
    text-decoration: none;
  }

  .row .gutter b {
    display: block;
    font: 600 0.8125rem var(--serif);
    color: var(--ink-2);
  }

  .row.active,
  .row.active .gutter {
    background: var(--raised);
  }

  .row.active .gutter {
    box-shadow: inset 3px 0 var(--accent);
  }

  .row:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }

  .cell {
    min-inline-size: 0;
    padding: 14px 18px;
  }

  p {
    margin: 0;
    max-inline-size: 40rem;
  }

  p + p {
    margin-block-start: 0.7em;
  }

  .title p {
    font-size: calc(var(--reading-size) * 1.5);
    font-weight: 600;
    line-height: 1.25;
    text-wrap: balance;
  }

  .heading p {
    color: var(--ink-2);
    font-variant-caps: all-small-caps;
    letter-spacing: 0.06em;
  }

  .date p,
  .credit p {
    color: var(--ink-2);
    font-size: calc(var(--reading-size) * 0.9);
  }

  .question p {
    font-weight: 600;
  }

  .caption p {
    color: var(--ink-2);
    font-style: normal;
    font-size: calc(var(--reading-size) * 0.92);
  }

  .list-item p {
    display: list-item;
    list-style: disc;
    margin-inline-start: 1.1em;
  }

  .missing {
    color: var(--ink-3);
    font: 0.8125rem/1.6 var(--sans);
  }

  /* Weaker than a mark's own colour, which must win where both lie on a word. */
  :where(.shifted) {
    background: color-mix(in oklch, var(--accent) 6%, transparent);
  }

  :where(.shifted.far),
  :where(.active .shifted) {
    background: color-mix(in oklch, var(--accent) 12%, transparent);
  }

  :where(.touched) {
    background: color-mix(in oklch, var(--accent) 18%, transparent);
    border-radius: 3px;
  }

  mark.on {
    background: color-mix(in oklch, currentcolor 16%, transparent);
    outline: 2px solid var(--accent);
    outline-offset: 1px;
    border-radius: 3px;
  }

  mark {
    cursor: pointer;
  }

  .found {
    background: var(--found);
    border-radius: 2px;
  }

  .found.here {
    background: var(--found-here);
    outline: 2px solid var(--ink);
    outline-offset: 1px;
  }

  /* On a phone a column fills the screen but for a sliver of the next, and a swipe turns to it. */
  @media screen and (max-width: 50rem) {
    :host {
      --gutter: 34px;
      --column: calc(100cqi - var(--gutter) - 22px);
      container-type: size;
    }

    .scroller {
      scroll-snap-type: x mandatory;
      scroll-padding-inline-start: var(--gutter);
      scrollbar-width: none;
    }

    .head {
      scroll-snap-align: start;
      padding: 8px 10px 6px;
    }

    .cell {
      padding: 11px 10px;
    }

    .row .gutter a {
      padding: 14px 5px 0 0;
    }
  }

  @media print {
    .scroller {
      block-size: auto;
      overflow: visible;
    }

    .heads {
      position: static;
    }

    .row {
      break-inside: avoid-page;
      border-color: #ccc;
    }

    .row.active,
    .row.active .gutter,
    .gutter,
    .heads {
      background: none;
      box-shadow: none;
    }

    .spacer,
    .about {
      display: none;
    }

    :host {
      --gutter: 2.2rem;
      --column: minmax(0, 1fr);
      font-size: 9pt;
    }

    .cell {
      padding: 4pt 8pt;
    }

    .cell .read {
      font-size: 9.5pt;
      line-height: 1.45;
    }
  }
`;
