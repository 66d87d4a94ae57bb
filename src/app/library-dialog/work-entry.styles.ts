import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 14px;
    padding-block: 8px;
    border-block-end: 1px solid var(--rule);
  }

  .what {
    flex: 1 1 16rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  a {
    color: var(--accent);
  }

  a,
  .title {
    font-weight: 600;
  }

  small {
    display: block;
    color: var(--ink-2);
    font-size: 0.8125rem;
  }

  .actions,
  form {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }

  form {
    flex: 1;
  }

  input {
    flex: 1 1 14rem;
    min-block-size: 34px;
    padding: 2px 8px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
  }

  .actions a {
    display: inline-flex;
    align-items: center;
    font-weight: 400;
    text-decoration: none;
  }

  .actions a,
  button {
    box-sizing: border-box;
    min-block-size: 34px;
    padding: 2px 12px;
    border: 1px solid var(--rule);
    border-radius: 8px;
    background: none;
    color: var(--ink);
    font: inherit;
    font-size: 0.875rem;
    cursor: pointer;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
`;
