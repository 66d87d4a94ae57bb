import { css } from 'lit';

export const styles = css`
  :host {
    /* What is there for screen readers only must not make the page itself scroll. */
    position: relative;
    display: block;
    overflow: auto;
    overscroll-behavior: contain;
    background: var(--raised);
    padding: 0 20px 24px;
    scrollbar-width: thin;
    container-type: inline-size;
  }

  /* The number, the way on and the tabs stay in reach. */
  .top {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 4px;
    margin: 0 -20px;
    padding: 12px 20px 8px;
    background: var(--raised);
  }

  lesart-mark-card {
    scroll-margin-block: 92px 12px;
  }

  .top h2 {
    flex: 1 0 auto;
    margin: 0;
  }

  h2,
  h3 {
    margin: 0;
    font: 600 0.75rem/1.3 var(--sans);
    letter-spacing: 0.05em;
    text-transform: uppercase;
    color: var(--ink-3);
  }

  section {
    margin-block-start: 18px;
  }

  h3 {
    margin-block-end: 8px;
  }

  .tabs {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 2px;
    padding: 2px;
    border-radius: 8px;
    background: var(--sunken);
  }

  .tabs button {
    padding: 4px 9px;
    border: 0;
    border-radius: 6px;
    background: none;
    color: var(--ink-2);
    font: inherit;
    font-size: 0.8125rem;
    cursor: pointer;
  }

  .tabs button[aria-checked='true'] {
    background: var(--raised);
    color: var(--ink);
    box-shadow: 0 1px 2px rgb(0 0 0 / 0.14);
  }

  .step {
    inline-size: 30px;
    block-size: 30px;
    border: 1px solid var(--rule);
    border-radius: 7px;
    background: none;
    color: var(--ink-2);
    font: inherit;
    cursor: pointer;
  }

  .step:hover {
    border-color: var(--edge);
  }

  button:focus-visible,
  summary:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  .mark {
    min-block-size: 34px;
    margin-block-start: 4px;
    padding: 3px 12px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: none;
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }

  .mark kbd {
    color: var(--ink-3);
    font: 0.6875rem var(--sans);
  }

  .key {
    margin: 0 0 8px;
    color: var(--ink-3);
    font-size: 0.8125rem;
  }

  .plain {
    margin-block-start: 8px;
  }

  .later {
    margin-block-start: 14px;
    padding-block-start: 10px;
    border-block-start: 1px solid var(--rule);
  }

  .later > summary {
    color: var(--ink-3);
    font: 600 0.75rem var(--sans);
    letter-spacing: 0.05em;
    text-transform: uppercase;
  }

  summary {
    color: var(--ink-2);
    font-size: 0.8125rem;
    cursor: pointer;
    inline-size: fit-content;
  }

  .plain dt {
    margin-block-start: 8px;
    color: var(--ink-3);
    font-size: 0.75rem;
  }

  .plain dd {
    margin: 0;
    font-size: calc(var(--reading-size) * 0.9);
  }

  lesart-mark-card + lesart-mark-card {
    margin-block-start: 10px;
    display: block;
  }

  .note {
    margin: 0 0 8px;
    padding-inline-start: 10px;
    border-inline-start: 3px dotted var(--accent);
  }

  .certainty {
    font-weight: 600;
  }

  .meta {
    margin: 6px 0 0;
    color: var(--ink-3);
    font-size: 0.75rem;
  }

  .empty {
    margin: 0;
    color: var(--ink-3);
  }

  .stale {
    color: var(--critical);
    font-weight: 600;
  }

  /* The labels of both tabs fit on one line only in a wide panel. */
  @container (max-width: 20rem) {
    .wide {
      display: none;
    }
  }

  @media screen and (max-width: 50rem) {
    .wide {
      display: none;
    }

    :host {
      padding: 0 14px 20px;
    }

    /* The sheet's handle says it already. */
    .top h2 {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .top {
      margin: 0 -14px;
      padding: 4px 14px;
    }

    .tabs {
      order: -1;
      margin-inline-end: auto;
    }

    .step {
      inline-size: 38px;
      block-size: 38px;
    }

    .tabs button {
      padding: 8px 12px;
    }
  }
`;
