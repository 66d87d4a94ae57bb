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

  .break {
    display: block;
    block-size: 0.7em;
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

    .scroller.measured {
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
`;
