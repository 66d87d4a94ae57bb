import { css } from 'lit';

export const styles = css`
  /* Positioned, so that text only for screen readers does not lengthen the document. */
  :host {
    position: relative;
    display: block;
    min-inline-size: 0;
    min-block-size: 0;
    overflow: auto;
    background: var(--paper);
    color: var(--ink);
    container-type: inline-size;
    scrollbar-width: thin;
  }

  .page {
    max-inline-size: 76rem;
    margin-inline: auto;
    padding: 20px 24px 48px;
  }

  h2 {
    margin: 0 0 4px;
    font: 600 1.375rem/1.3 var(--serif);
  }

  h3 {
    margin: 0 0 10px;
    font: 600 1.0625rem/1.35 var(--serif);
  }

  p {
    margin: 0 0 10px;
    max-inline-size: 46rem;
    color: var(--ink-2);
  }

  .sums {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 22px;
    margin: 10px 0 8px;
  }

  .sums div {
    display: flex;
    gap: 6px;
    align-items: baseline;
  }

  dt {
    color: var(--ink-2);
  }

  dd {
    margin: 0;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  details.filters > summary {
    box-sizing: border-box;
    inline-size: fit-content;
    min-block-size: 32px;
    padding: 4px 12px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    line-height: 24px;
    cursor: pointer;
  }

  details.filters[open] > summary {
    margin-block-end: 8px;
  }

  .filters {
    margin-block: 14px 6px;
  }

  .sections {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }

  section {
    min-inline-size: 0;
    padding: 16px 18px;
    border: 1px solid var(--rule);
    border-radius: 12px;
    background: var(--raised);
  }

  @container (min-width: 64rem) {
    .sections {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .wide {
      grid-column: 1 / -1;
    }
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 4px 16px;
  }

  fieldset {
    display: inline-flex;
    gap: 2px;
    block-size: fit-content;
    margin: 0;
    padding: 2px;
    border: 0;
    border-radius: 8px;
    background: var(--sunken);
  }

  fieldset button {
    min-block-size: 28px;
    padding: 3px 11px;
    border: 0;
    border-radius: 6px;
    background: none;
    color: var(--ink-2);
    font: inherit;
    cursor: pointer;
  }

  fieldset button[aria-pressed='true'] {
    background: var(--raised);
    color: var(--ink);
    font-weight: 600;
    box-shadow: 0 1px 2px rgb(0 0 0 / 0.14);
  }

  .empty {
    padding: 48px 0;
    text-align: center;
  }

  .empty p {
    margin-inline: auto;
    color: var(--ink);
  }

  .empty button {
    min-block-size: 36px;
    padding: 5px 16px;
    border: 1px solid var(--accent);
    border-radius: 8px;
    background: var(--accent);
    color: var(--on-accent);
    font: inherit;
    cursor: pointer;
  }

  .counting {
    display: flex;
    align-items: center;
    gap: 10px;
    color: var(--ink-2);
  }

  progress {
    inline-size: 10rem;
    accent-color: var(--accent);
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  @media screen and (max-width: 50rem) {
    .page {
      padding: 14px 12px 40px;
    }

    section {
      padding: 12px;
    }
  }

  @media print {
    :host {
      overflow: visible;
    }

    section {
      break-inside: avoid;
    }
  }
`;
