import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  header {
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

  button,
  header select {
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

  button:hover,
  header select:hover {
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

  button[hidden] {
    display: none;
  }

  button[aria-pressed='true'] {
    border-color: var(--accent);
    color: var(--accent);
  }

  .menu,
  .narrow {
    display: none;
  }

  /* A popover that stands in its place as long as there is room. */
  .more {
    position: static;
    display: flex;
    align-items: center;
    gap: inherit;
    margin: 0;
    padding: 0;
    border: 0;
    overflow: visible;
    background: none;
    color: inherit;
  }

  .settings {
    position: fixed;
    inset: auto;
    inset-block-start: 50px;
    inset-inline-end: 14px;
    min-inline-size: 15rem;
    margin: 0;
    padding: 14px 18px;
    border: 1px solid var(--rule);
    border-radius: 12px;
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow);
  }

  h2 {
    margin: 0 0 8px;
    font: 600 0.875rem var(--sans);
  }

  label {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 18px;
    min-block-size: 36px;
  }

  .settings select {
    padding: 4px 8px;
    border: 1px solid var(--edge);
    border-radius: 7px;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
  }

  @media screen and (max-width: 80rem) {
    header {
      gap: 4px;
    }

    .work {
      margin-inline-start: 8px;
    }

    kbd {
      display: none;
    }
  }

  @media screen and (max-width: 50rem) {
    header {
      gap: 2px;
      padding: 4px 10px;
    }

    button,
    header select {
      min-block-size: 40px;
      min-inline-size: 40px;
      padding: 3px 8px;
    }

    .menu {
      display: block;
    }

    .more:not(:popover-open) {
      display: none;
    }

    .more {
      position: fixed;
      inset: auto;
      inset-block-start: 50px;
      inset-inline-end: 10px;
      flex-direction: column;
      align-items: stretch;
      gap: 2px;
      min-inline-size: 14rem;
      padding: 8px;
      border: 1px solid var(--rule);
      border-radius: 12px;
      background: var(--raised);
      color: var(--ink);
      box-shadow: var(--shadow);
      text-align: start;
    }

    .more button,
    .more select {
      min-block-size: 44px;
      text-align: start;
    }

    .more select {
      padding-inline-start: 30px;
    }

    .more .narrow,
    .more .wide {
      display: inline;
    }

    .more span[aria-hidden] {
      display: inline-block;
      inline-size: 1.6em;
    }

    .work,
    header > button .wide {
      display: none;
    }

    h1 {
      flex: 1;
    }
  }

  @media print {
    header {
      border: 0;
    }

    .work {
      white-space: normal;
    }

    button,
    .more {
      display: none;
    }
  }
`;
