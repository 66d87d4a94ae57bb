import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    min-inline-size: 0;
    min-block-size: 0;
    --gutter: 56px;
    --column: minmax(14.2rem, 1fr);
  }

  .scroller {
    block-size: 100%;
    overflow: auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    outline: none;
    position: relative;
  }

  @media screen {
    .scroller {
      container-type: inline-size;
    }
  }

  .table {
    min-inline-size: fit-content;
  }

  .lead {
    position: sticky;
    inset-inline-start: 0;
    box-sizing: border-box;
    inline-size: 100cqi;
    padding: 12px 18px 12px calc(var(--gutter) + 18px);
    border-block-end: 1px solid var(--rule);
    color: var(--ink-2);
  }

  .lead p {
    max-inline-size: 62rem;
    margin: 0 0 8px;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 8px;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 0.8125rem;
  }

  .legend button {
    min-block-size: 26px;
    padding: 1px 9px;
    border: 1px solid var(--rule);
    border-radius: 7px;
    background: var(--raised);
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }

  .legend button:hover {
    border-color: var(--edge);
  }

  .legend button[aria-pressed='false'] {
    background: none;
    color: var(--ink-3);
  }

  .legend button[aria-pressed='false'] mark {
    background: none;
    text-decoration: line-through;
  }

  .legend button:focus-visible {
    outline: 2px solid var(--accent);
  }

  .legend .shifted {
    padding: 1px 4px;
    background: color-mix(in oklch, var(--accent) 12%, transparent);
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

  .row .gutter a:hover {
    color: var(--ink);
    text-decoration: underline;
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

  .row .cell .missing {
    color: var(--ink-3);
    font: 400 0.8125rem/1.6 var(--sans);
    letter-spacing: normal;
  }

  /* Most errors are small ones: they step back until their paragraph is read, so that the grave ones show. */
  .row:not(.active, :hover) mark.minor {
    text-decoration: underline dotted 1px color-mix(in oklch, var(--minor) 75%, transparent);
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

  /* The chosen mark: a ground and lines of its own, closed at its ends only, the severity's line kept. */
  mark.on {
    background: color-mix(in oklch, var(--accent) 24%, transparent);
    box-shadow:
      0 -2px var(--accent),
      0 3px var(--accent);
  }

  mark {
    cursor: pointer;
  }

  mark.on,
  .found.here {
    scroll-margin: 84px 24px 24px 72px;
  }

  mark.pointed {
    background: color-mix(in oklch, var(--accent) 16%, transparent);
  }

  .chosen {
    background: color-mix(in oklch, var(--accent) 30%, transparent);
    outline: 2px solid var(--accent);
    border-radius: 2px;
    scroll-margin: 84px 24px 24px 72px;
  }

  .markit {
    position: fixed;
    z-index: 4;
    min-block-size: 34px;
    padding: 3px 12px;
    border: 1px solid var(--accent);
    border-radius: 8px;
    background: var(--accent);
    color: var(--on-accent);
    font: 0.875rem var(--sans);
    box-shadow: var(--shadow);
    cursor: pointer;
  }

  .markit kbd {
    font: 0.6875rem var(--sans);
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

  @media (forced-colors: active), (prefers-contrast: more) {
    .shifted,
    .touched {
      text-decoration: overline dotted 1px;
    }

    mark.on {
      outline: 2px solid Highlight;
    }

    mark.pointed:is(.neutral, .minor, .major, .critical) {
      outline: 1px solid Highlight;
    }
  }

  @media screen and (max-width: 50rem) {
    :host {
      --gutter: 34px;
      --column: minmax(13rem, 1fr);
    }

    .lead {
      padding: 10px 12px;
    }

    .head {
      padding: 8px 10px 6px;
    }

    .cell {
      padding: 11px 10px;
    }

    .row .gutter a {
      padding: 14px 5px 0 0;
    }
  }

  /* On a phone a column fills the screen but for a sliver of the next, and a swipe turns to it. */
  @media screen and (max-width: 36rem) {
    :host {
      --sliver: 22px;
      --column: calc(100cqi - var(--gutter) - var(--sliver));
    }

    .scroller {
      scroll-snap-type: x mandatory;
      scroll-padding-inline-start: var(--gutter);
    }

    .head {
      scroll-snap-align: start;
    }

    /* Room for the last column to snap as well. */
    .table:not(.single) {
      padding-inline-end: var(--sliver);
    }

    .single {
      --sliver: 0px;
    }
  }

  @media (pointer: coarse) {
    .scroller {
      scrollbar-width: none;
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

    .many .row {
      break-inside: auto;
    }

    .shifted,
    .touched {
      print-color-adjust: exact;
    }

    .row.active,
    .row.active .gutter,
    .gutter,
    .heads {
      background: none;
      box-shadow: none;
    }

    .spacer,
    .markit,
    .about {
      display: none;
    }

    .lead {
      position: static;
      inline-size: auto;
      padding: 0 8pt 6pt;
    }

    .legend button {
      border: 0;
    }

    :host {
      --gutter: 2.2rem;
      --column: minmax(0, 1fr);
      font-size: 9pt;
    }

    .cell {
      padding: 4pt 8pt;
    }

    /* More columns than a sheet can hold go on below each other, each with its language. */
    .many .heads {
      display: none;
    }

    .many .row {
      grid-template-columns: var(--gutter) repeat(3, var(--column));
    }

    .many .cell::before {
      content: attr(data-label);
      display: block;
      color: #555;
      font: 600 7.5pt var(--sans);
    }

    .many .gutter {
      grid-row: 1 / span 9;
    }

    .cell .read {
      font-size: 9.5pt;
      line-height: 1.45;
    }
  }
`;
