import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }

  .scroll {
    max-block-size: min(32rem, 70vh);
    overflow: auto;
    border: 1px solid var(--rule);
    border-radius: 8px;
    scrollbar-width: thin;
  }

  .scroll:focus-visible,
  button:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-variant-numeric: tabular-nums;
  }

  .caption {
    margin: 0 0 6px;
    max-inline-size: 46rem;
    color: var(--ink-2);
  }

  th,
  td {
    padding: 5px 10px;
    border-block-end: 1px solid var(--rule);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }

  tr:last-child > * {
    border-block-end: 0;
  }

  .number {
    text-align: end;
    white-space: nowrap;
  }

  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding: 0;
    background: var(--sunken);
    vertical-align: bottom;
  }

  tbody th {
    min-inline-size: 7rem;
    max-inline-size: 20rem;
    overflow-wrap: break-word;
  }

  .long {
    min-inline-size: 13rem;
  }

  tbody th.number {
    min-inline-size: 0;
  }

  tbody tr:hover > * {
    background: color-mix(in oklch, var(--accent) 6%, transparent);
  }

  thead button {
    inline-size: 100%;
    min-block-size: 32px;
    padding: 6px 10px;
    border: 0;
    background: none;
    color: var(--ink);
    font: inherit;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }

  thead .number {
    min-inline-size: 4.5rem;
  }

  thead .number button {
    text-align: end;
    white-space: normal;
  }

  thead button span {
    color: var(--ink-3);
    font-weight: 400;
  }

  .place {
    min-inline-size: 2.5em;
    min-block-size: 26px;
    padding: 1px 8px;
    border: 1px solid var(--edge);
    border-radius: 6px;
    background: none;
    color: var(--accent);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }

  .more {
    margin-block-start: 8px;
    min-block-size: 32px;
    padding: 3px 12px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: none;
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }

  /* Inside the views of the page, which is the container. */
  @container (max-width: 64rem) {
    .scroll {
      font-size: 0.8125rem;
    }

    th,
    td,
    thead button {
      padding-inline: 6px;
    }

    tbody th {
      min-inline-size: 5rem;
    }
  }

  @media print {
    .scroll {
      max-block-size: none;
    }

    .more {
      display: none;
    }
  }
`;
