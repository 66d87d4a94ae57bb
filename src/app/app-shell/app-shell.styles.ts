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

  .top {
    grid-area: head;
    display: flex;
    align-items: center;
    gap: 14px;
    padding: 7px 18px;
    border-block-end: 1px solid var(--rule);
    background: var(--raised);
  }

  h1 {
    margin: 0;
    font: 600 1.1875rem/1.2 var(--serif);
    letter-spacing: 0.01em;
  }

  h1 a {
    color: inherit;
    text-decoration: none;
  }

  .work {
    flex: 1;
    min-inline-size: 0;
    color: var(--ink-2);
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .top button,
  .top select,
  .foot button {
    min-block-size: 32px;
    padding: 3px 10px;
    border: 1px solid transparent;
    border-radius: 8px;
    background: none;
    color: var(--ink);
    font: inherit;
    cursor: pointer;
    white-space: nowrap;
  }

  .top button:hover,
  .top select:hover {
    border-color: var(--rule);
  }

  select option {
    background: var(--raised);
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  kbd {
    padding: 0 5px;
    border: 1px solid var(--rule);
    border-radius: 4px;
    color: var(--ink-3);
    font: 0.6875rem/1.5 var(--sans);
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

  .panel {
    grid-area: panel;
    display: flex;
    inline-size: clamp(300px, 27vw, 420px);
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

  .foot {
    grid-area: foot;
    display: flex;
    align-items: center;
    gap: 4px 22px;
    padding: 4px 18px;
    border-block-start: 1px solid var(--rule);
    background: var(--raised);
    color: var(--ink-3);
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    overflow: hidden;
  }

  .foot .about {
    margin-inline-start: auto;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .state {
    grid-column: 1 / -1;
    grid-row: 1 / -1;
    place-self: center;
    max-inline-size: 36rem;
    padding: 24px;
  }

  .state h2 {
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
    border-radius: 8px;
    background: var(--accent);
    color: var(--on-accent);
  }

  .skip:focus {
    inset-block-start: 8px;
  }

  .settings {
    inset: auto;
    margin: 0;
    padding: 14px 18px;
    border: 1px solid var(--rule);
    border-radius: 12px;
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow);
    position: fixed;
    inset-block-start: 50px;
    inset-inline-end: 14px;
    min-inline-size: 15rem;
  }

  .settings h2 {
    margin: 0 0 8px;
    font: 600 0.875rem var(--sans);
  }

  .settings label {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 18px;
    min-block-size: 36px;
  }

  .settings select {
    border-color: var(--rule);
    border-radius: 7px;
    padding: 4px 8px;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
  }

  @media (max-width: 64rem) {
    .foot .minorFact {
      display: none;
    }
  }

  /* On a phone the apparatus is a sheet over the lower part; its handle always shows. */
  @media (max-width: 50rem) {
    :host {
      grid-template-columns: 18px minmax(0, 1fr);
      grid-template-areas: 'head head' 'bar bar' 'faults faults' 'search search' 'map text' 'panel panel';
      grid-template-rows: auto auto auto auto minmax(0, 1fr) auto;
    }

    .top {
      gap: 4px;
      padding: 5px 10px;
    }

    .top button,
    .top select {
      min-block-size: 40px;
      min-inline-size: 40px;
      padding: 3px 8px;
    }

    .work,
    .foot,
    .top kbd,
    .wide {
      display: none;
    }

    h1 {
      flex: 1;
    }

    .panel,
    .panel[hidden] {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr);
      inline-size: auto;
      max-block-size: 62dvh;
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

    .top {
      border: 0;
    }

    .top button,
    .top select,
    .panel,
    .panel[hidden],
    .foot,
    .skip {
      display: none;
    }
  }
`;
