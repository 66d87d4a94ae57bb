import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    font: 0.8125rem/1.4 var(--sans);
  }

  p {
    margin: 6px 0;
  }

  label {
    display: block;
    color: var(--ink-3);
    font-size: 0.75rem;
  }

  input {
    display: block;
    inline-size: 100%;
    min-block-size: 28px;
    margin: 4px 0 0;
    accent-color: var(--accent);
  }

  ol {
    display: flex;
    justify-content: space-between;
    gap: 10px;
    margin: 0;
    padding: 0;
    color: var(--ink-3);
    font-size: 0.75rem;
    list-style: none;
  }

  ol li {
    flex: 1 1 0;
  }

  ul {
    margin: 6px 0 0;
    padding: 0;
    list-style: none;
  }

  .actions {
    display: flex;
    align-items: center;
    gap: 10px;
  }

  output {
    min-inline-size: 2.2em;
    font: 600 1.125rem var(--sans);
    font-variant-numeric: tabular-nums;
  }

  button {
    min-block-size: 30px;
    padding: 2px 10px;
    border: 1px solid var(--accent);
    border-radius: 7px;
    background: var(--accent);
    color: var(--on-accent);
    font: inherit;
    cursor: pointer;
  }

  button:disabled {
    border-color: var(--rule);
    background: var(--sunken);
    color: var(--ink-3);
    cursor: default;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
`;
