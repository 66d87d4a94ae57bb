import { css } from 'lit';

/** Controls that the parts of the import have in common. */
export const fields = css`
  .fields {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px 14px;
  }

  label {
    display: flex;
    flex: 1 1 11rem;
    flex-direction: column;
    gap: 2px;
    min-inline-size: 0;
    color: var(--ink-2);
    font-size: 0.8125rem;
  }

  label.check {
    flex: 1 1 100%;
    flex-direction: row;
    align-items: center;
    gap: 8px;
    min-block-size: 34px;
    color: var(--ink);
    font-size: 0.875rem;
  }

  input[type='checkbox'] {
    inline-size: 20px;
    block-size: 20px;
    margin: 2px;
    accent-color: var(--accent);
  }

  select,
  textarea,
  input:not([type='checkbox']) {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 34px;
    padding: 2px 8px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    font-size: 0.875rem;
  }

  [aria-invalid='true'] {
    border-color: var(--major);
    outline: 1px solid var(--major);
  }

  button {
    min-inline-size: 34px;
    min-block-size: 34px;
    padding: 2px 12px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: none;
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }

  button.primary {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }

  button[disabled] {
    opacity: 0.5;
    cursor: default;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  small,
  .hint {
    color: var(--ink-2);
    font-size: 0.8125rem;
  }

  .fault {
    margin-block: 8px;
    padding-inline-start: 10px;
    border-inline-start: 4px solid var(--major);
  }

  .fault.warning {
    border-color: var(--minor);
  }

  .fault p,
  .fault ul {
    margin-block: 4px;
  }
`;
