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
    scrollbar-width: thin;
  }

  :host(:focus) {
    outline: none;
  }

  .page {
    max-inline-size: 54rem;
    margin-inline: auto;
    padding: 20px 24px 48px;
  }

  h2 {
    margin: 0 0 10px;
    font: 600 1.375rem/1.3 var(--serif);
  }

  ::slotted(a) {
    float: inline-end;
    min-block-size: 24px;
    margin-block-start: 6px;
    color: var(--accent);
  }

  .sections {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 2px;
    max-inline-size: 100%;
    margin: 0;
    padding: 2px;
    border: 0;
    border-radius: 9px;
    background: var(--sunken);
  }

  .sections button {
    min-block-size: 32px;
    padding: 3px 12px;
    border: 0;
    border-radius: 7px;
    background: none;
    color: var(--ink-2);
    font: inherit;
    cursor: pointer;
  }

  .sections button[aria-pressed='true'] {
    background: var(--raised);
    color: var(--ink);
    font-weight: 600;
    box-shadow: 0 1px 2px rgb(0 0 0 / 0.14);
  }

  .number {
    color: var(--ink-3);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  .hint,
  .note {
    margin: 10px 0 0;
    color: var(--ink-2);
  }

  .filters {
    margin-block: 12px 4px;
  }

  .filters > summary {
    box-sizing: border-box;
    inline-size: fit-content;
    min-block-size: 34px;
    padding: 4px 12px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    line-height: 24px;
    cursor: pointer;
  }

  .filters[open] > summary {
    margin-block-end: 8px;
  }

  .progress {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
    margin-block-start: 8px;
    color: var(--ink-2);
  }

  progress {
    inline-size: 10rem;
    accent-color: var(--accent);
  }

  .progress button,
  .more,
  .news button {
    min-block-size: 32px;
    padding: 3px 12px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--raised);
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }

  .count {
    margin: 14px 0 8px;
  }

  .queue {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .queue li {
    min-inline-size: 0;
  }

  .more {
    display: block;
    inline-size: 100%;
    min-block-size: 42px;
    margin-block-start: 14px;
  }

  .empty {
    padding: 48px 0;
    text-align: center;
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

  .news {
    position: sticky;
    inset-block-end: 12px;
    display: flex;
    align-items: center;
    gap: 14px;
    inline-size: fit-content;
    max-inline-size: 100%;
    box-sizing: border-box;
    margin: 16px auto 0;
    padding: 7px 14px;
    border: 1px solid var(--edge);
    border-radius: 10px;
    background: var(--raised);
    box-shadow: var(--shadow);
  }

  .news[hidden] {
    display: none;
  }

  :is(button, summary):focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  @media screen and (max-width: 50rem) {
    .page {
      padding: 14px 12px 40px;
    }

    .sections button,
    .filters > summary,
    .progress button,
    .news button {
      min-block-size: 40px;
    }

    .filters > summary {
      line-height: 30px;
    }

    .sections button {
      padding-inline: 9px;
    }

    .keys {
      display: none;
    }
  }

  @media print {
    :host {
      overflow: visible;
    }

    .filters,
    .progress,
    .more,
    .news {
      display: none;
    }
  }
`;
