import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template:
      'head head head' auto
      'bar bar bar' auto
      'faults faults faults' auto
      'search search search' auto
      'map text panel' minmax(0, 1fr)
      'foot foot foot' auto / 44px minmax(0, 1fr) auto;
    block-size: 100dvh;
    overflow: hidden;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  lesart-top-bar {
    grid-area: head;
    min-inline-size: 0;
  }

  lesart-status-line {
    grid-area: foot;
    min-inline-size: 0;
  }

  lesart-variant-bar {
    grid-area: bar;
    min-inline-size: 0;
  }

  lesart-fault-list {
    grid-area: faults;
  }

  lesart-search-bar {
    grid-area: search;
  }

  lesart-map-strip {
    grid-area: map;
  }

  lesart-compare-view {
    grid-area: text;
  }

  /* In the place of the map, the text and the apparatus. */
  .page {
    grid-column: 1 / -1;
    grid-row: 5 / -1;
  }

  .panel {
    grid-area: panel;
    display: flex;
    inline-size: clamp(316px, 27vw, 420px);
    min-block-size: 0;
    border-inline-start: 1px solid var(--rule);
  }

  .panel[hidden] {
    display: none;
  }

  .panel .handle {
    display: none;
  }

  lesart-work-apparatus {
    flex: 1;
    min-inline-size: 0;
  }

  .trouble {
    position: fixed;
    inset-block-end: 40px;
    inset-inline-end: 16px;
    z-index: 5;
    max-inline-size: min(26rem, calc(100vw - 32px));
    padding: 12px 16px;
    border: 2px solid var(--critical);
    border-radius: 10px;
    background: var(--raised);
    box-shadow: var(--shadow);
  }

  .trouble p {
    margin: 0 0 8px;
  }

  .trouble button {
    min-block-size: 32px;
    padding: 3px 12px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: none;
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }

  .state {
    grid-column: 1 / -1;
    grid-row: 1 / -1;
    place-self: center;
    max-inline-size: 36rem;
    max-block-size: 100%;
    padding: 24px;
    overflow: auto;
  }

  .state h1 {
    font: 600 1.25rem/1.3 var(--serif);
  }

  .state button {
    padding: 7px 16px;
    border: 1px solid var(--accent);
    border-radius: 8px;
    background: var(--accent);
    color: var(--on-accent);
    font: inherit;
    cursor: pointer;
  }

  .skip {
    position: absolute;
    inset-inline-start: 12px;
    inset-block-start: -100px;
    z-index: 10;
    padding: 8px 14px;
    border: 0;
    border-radius: 8px;
    font: inherit;
    background: var(--accent);
    color: var(--on-accent);
  }

  .skip:focus {
    inset-block-start: 8px;
  }

  /* On a phone the apparatus is a sheet over the lower part; its handle always shows. */
  @media screen and (max-width: 50rem) {
    :host {
      grid-template-columns: 18px minmax(0, 1fr);
      grid-template-areas: 'head head' 'bar bar' 'faults faults' 'search search' 'map text' 'panel panel';
      grid-template-rows: auto auto auto auto minmax(0, 1fr) auto;
    }

    .panel,
    .panel[hidden] {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr);
      inline-size: auto;
      max-block-size: min(62dvh, 100dvh - 260px);
      border-inline-start: 0;
      border-block-start: 1px solid var(--rule);
      background: var(--raised);
      box-shadow: 0 -6px 24px light-dark(rgb(20 24 40 / 0.1), rgb(0 0 0 / 0.4));
      z-index: 2;
    }

    .panel[hidden] lesart-work-apparatus {
      display: none;
    }

    .panel .handle {
      display: flex;
      align-items: center;
      gap: 10px;
      min-block-size: 46px;
      padding: 4px 14px;
      border: 0;
      background: none;
      color: var(--ink);
      font: inherit;
      font-weight: 600;
      text-align: start;
      cursor: pointer;
    }

    .handle span:first-child {
      flex: 1;
      white-space: nowrap;
    }

    .handle small {
      white-space: nowrap;
    }

    .handle small {
      color: var(--ink-3);
      font-weight: 400;
      font-size: 0.8125rem;
    }
  }

  @media print {
    :host {
      display: block;
      block-size: auto;
      overflow: visible;
    }

    .panel,
    .panel[hidden],
    .skip {
      display: none;
    }
  }
`;
