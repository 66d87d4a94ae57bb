import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }

  p {
    margin: 0 0 10px;
    max-inline-size: 46rem;
    color: var(--ink-2);
  }

  form {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px 12px;
    margin-block-end: 12px;
  }

  label {
    display: grid;
    gap: 3px;
    min-inline-size: 0;
    color: var(--ink-2);
  }

  select,
  button {
    min-block-size: 34px;
    max-inline-size: 100%;
    padding: 3px 12px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--raised);
    color: var(--ink);
    font: inherit;
  }

  button {
    cursor: pointer;
  }

  .start {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }

  .start:disabled {
    border-color: var(--edge);
    background: var(--sunken);
    color: var(--ink-3);
    cursor: default;
  }

  progress {
    inline-size: 8rem;
    accent-color: var(--accent);
  }

  details {
    margin-block-start: 8px;
  }

  details[open] summary {
    margin-block-end: 8px;
  }

  summary {
    box-sizing: border-box;
    inline-size: fit-content;
    min-block-size: 32px;
    padding: 3px 12px;
    border: 1px solid var(--rule);
    border-radius: 8px;
    line-height: 24px;
    cursor: pointer;
  }

  .running {
    display: flex;
    align-items: center;
    gap: 8px;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
`;
