import { css } from 'lit';

export const styles = css`
  /* Positioned, so that text only for screen readers does not lengthen the document. */
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
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

  .top {
    padding: 12px 18px 8px;
  }

  h2 {
    display: inline;
    margin: 0;
    font: 600 1.25rem/1.3 var(--serif);
  }

  p {
    margin: 0;
    color: var(--ink-2);
  }

  .tally {
    display: inline;
    margin-inline-start: 14px;
    font-variant-numeric: tabular-nums;
  }

  .means {
    max-inline-size: 78rem;
    margin-block: 3px 8px;
  }

  .aside {
    margin-block-start: 6px;
  }

  .state {
    padding: 40px;
    text-align: center;
  }

  .bar-of,
  .pages {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 8px;
    align-items: center;
  }

  .pages {
    padding: 0 18px 8px;
  }

  button.small {
    min-block-size: 30px;
  }

  button:disabled {
    opacity: 0.55;
    cursor: default;
  }

  kbd {
    color: var(--ink-2);
    font: 0.75rem var(--sans);
  }

  input[type='text'],
  input[type='number'] {
    box-sizing: border-box;
    inline-size: 10rem;
    min-block-size: 30px;
    padding: 0 6px;
    border: 1px solid var(--edge);
    border-radius: 6px;
    background: var(--raised);
    color: var(--ink);
    font: inherit;
  }

  input[type='number'] {
    inline-size: 6rem;
  }

  .switch {
    display: inline-flex;
    gap: 2px;
    margin: 0;
    padding: 2px;
    border: 0;
    border-radius: 8px;
    background: var(--sunken);
  }

  .switch label {
    display: inline-flex;
    align-items: center;
    min-block-size: 28px;
    padding: 0 10px;
    border: 1px solid transparent;
    border-radius: 7px;
    cursor: pointer;
  }

  .switch input {
    position: absolute;
    opacity: 0;
    pointer-events: none;
  }

  .switch label:has(:checked) {
    border-color: var(--edge);
    background: var(--raised);
    font-weight: 600;
  }

  .switch label:has(:focus-visible) {
    outline: 2px solid var(--accent);
  }

  .count {
    color: var(--ink-2);
    font-weight: 400;
  }

  .columns {
    position: relative;
  }

  .columns summary {
    box-sizing: border-box;
    min-block-size: 30px;
    padding: 3px 9px;
    border: 1px solid var(--rule);
    border-radius: 7px;
    background: var(--raised);
    cursor: pointer;
  }

  .columns .popover {
    position: absolute;
    inset-block-start: calc(100% + 4px);
    inset-inline-start: 0;
    z-index: 4;
    display: grid;
    min-inline-size: 14rem;
    max-block-size: 60vh;
    margin: 0;
    padding: 6px 12px 10px;
    overflow: auto;
  }

  .columns legend {
    padding: 0;
    float: inline-start;
    color: var(--ink-2);
  }

  .columns label {
    display: flex;
    gap: 8px;
    align-items: center;
    min-block-size: 28px;
  }

  .running {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    font-variant-numeric: tabular-nums;
  }

  progress {
    inline-size: 8rem;
    accent-color: var(--accent);
  }

  .tools {
    position: sticky;
    inset-block-end: 0;
    z-index: 3;
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 6px;
    padding: 8px 18px;
    background: var(--paper);
  }

  .tools button {
    min-block-size: 30px;
    padding: 2px 9px;
    border: 1px solid var(--rule);
    border-radius: 7px;
    background: var(--raised);
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }

  .tools .confirm {
    border-color: var(--edge);
    font-weight: 600;
  }

  .tools .symbol {
    color: var(--accent);
  }

  .news {
    flex: none;
    min-block-size: 1.45em;
    padding: 0 18px 8px;
    color: var(--ink-2);
  }

  .empty {
    display: grid;
    gap: 14px;
    justify-items: center;
    padding: 48px 18px;
    text-align: center;
  }

  :is(button, summary):focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  @media (max-width: 50rem) {
    .top,
    .pages {
      padding-inline: 10px;
    }

    .columns {
      position: static;
    }

    .columns .popover {
      inset-block-start: auto;
      inset-inline: 10px;
    }

    .tally {
      display: block;
      margin: 2px 0 0;
    }

    /* One line that is scrolled, so that the rows stay in view. */
    .tools {
      flex-wrap: nowrap;
      padding-inline: 10px;
      overflow-x: auto;
      border-block-start: 1px solid var(--rule);
    }

    .tools button {
      flex: none;
      min-block-size: 40px;
    }

    .tools kbd,
    .top kbd {
      display: none;
    }

    .news {
      padding-inline: 10px;
    }
  }
`;
