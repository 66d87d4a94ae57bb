import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    padding: 6px 18px;
    border-block-end: 1px solid var(--rule);
    background: var(--raised);
  }

  search {
    display: flex;
    align-items: center;
    gap: 6px;
  }

  input {
    flex: 0 1 24rem;
    min-inline-size: 6rem;
    padding: 5px 10px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    font-size: max(1rem, 16px);
  }

  button {
    min-inline-size: 32px;
    min-block-size: 32px;
    border: 1px solid var(--rule);
    border-radius: 7px;
    background: none;
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }

  button:disabled {
    color: var(--ink-3);
    cursor: default;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  output {
    min-inline-size: 7em;
    color: var(--ink-2);
    font-variant-numeric: tabular-nums;
  }

  .close {
    margin-inline-start: auto;
  }

  @media screen and (max-width: 50rem) {
    :host {
      padding-inline: 10px;
    }

    output {
      min-inline-size: 4em;
      font-size: 0.8125rem;
    }
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
