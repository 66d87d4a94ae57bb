import { css } from 'lit';

/** The rows. */
export const table = css`
  .scroll {
    flex: 1 1 20rem;
    min-block-size: 14rem;
    margin-inline: 18px;
    overflow: auto;
    isolation: isolate;
    scroll-padding: 44px 8px 8px 8.5rem;
    border: 1px solid var(--rule);
    border-radius: 8px;
    scrollbar-width: thin;
  }

  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
  }

  th {
    padding: 7px 9px;
    background: var(--paper);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }

  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    border-block-end: 1px solid var(--rule);
    color: var(--ink-2);
  }

  thead th + th {
    min-inline-size: 15rem;
    color: var(--ink);
    font-weight: 600;
  }

  thead th:first-child,
  tbody th {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    box-sizing: border-box;
    inline-size: 8rem;
    min-inline-size: 8rem;
    border-inline-end: 1px solid var(--rule);
  }

  thead th:first-child {
    z-index: 3;
  }

  i.machine,
  i.reconstructed,
  i.back-translation,
  i.human {
    display: inline-block;
    box-sizing: border-box;
    inline-size: 10px;
    block-size: 10px;
    margin-inline-end: 6px;
    border-radius: 50%;
  }

  i.machine {
    border: 2px solid var(--major);
  }

  i.reconstructed,
  i.back-translation {
    border: 2px dotted var(--accent);
  }

  i.human {
    background: var(--accent);
  }

  /* In a row that is longer than the window. */
  .stays {
    position: sticky;
    inset-block-start: 44px;
  }

  .number {
    display: block;
    color: var(--ink-2);
    font-variant-numeric: tabular-nums;
  }

  .standing {
    display: block;
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .confirmed {
    color: var(--ink-2);
  }

  .doubtful .percent {
    font-weight: 700;
    text-decoration: underline wavy 1.5px var(--major);
    text-underline-offset: 3px;
  }

  .bar {
    display: block;
    block-size: 5px;
    inline-size: 100%;
    margin-block-start: 5px;
    border-radius: 3px;
    background: var(--rule);
  }

  .bar i {
    display: block;
    block-size: 100%;
    border-radius: 3px;
    background: var(--ink-3);
  }

  .doubtful .bar i {
    background: var(--major);
  }

  tr + tr > * {
    border-block-start: 1px solid var(--rule);
  }

  tr.near > td {
    background: var(--sunken);
  }

  td {
    min-inline-size: 15rem;
    padding: 7px 10px;
    vertical-align: top;
    cursor: text;
  }

  td + td {
    border-inline-start: 1px solid var(--rule);
  }

  td.active {
    background: var(--raised);
    box-shadow: inset 0 0 0 1px var(--edge);
  }

  td:focus {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }

  .stretch {
    display: block;
    white-space: pre-wrap;
  }

  .stretch + .stretch {
    margin-block-start: 0.5em;
  }

  .none,
  .unloaded {
    color: var(--ink-3);
    font-family: var(--sans);
    font-style: italic;
  }

  .caret {
    position: relative;
    display: inline;
    border-inline-start: 2px solid var(--accent);
    margin-inline: -1px;
  }

  .caret::before {
    content: '';
    position: absolute;
    inset-block-start: -0.35em;
    inset-inline-start: -6px;
    border: 5px solid transparent;
    border-block-start-color: var(--accent);
    border-block-end: 0;
  }

  @media (max-width: 50rem) {
    .scroll {
      flex: none;
      block-size: 62vh;
      margin-inline: 0;
      border-inline: 0;
      border-radius: 0;
      scroll-padding-inline-start: 5rem;
    }

    thead th:first-child,
    tbody th {
      inline-size: 4.5rem;
      min-inline-size: 4.5rem;
      padding-inline: 6px;
    }

    td,
    thead th + th {
      min-inline-size: 13rem;
    }
  }

  @media (forced-colors: active) {
    .caret {
      border-color: Highlight;
    }

    .bar {
      border: 1px solid CanvasText;
    }

    .bar i {
      background: CanvasText;
    }
  }
`;
