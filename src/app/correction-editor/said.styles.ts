import { css } from 'lit';

/** What is said of the text that is being written: notices, findings, earlier corrections, marks. */
export const said = css`
  .notice,
  .warning {
    margin: 0 0 10px;
    padding: 6px 10px;
    border-inline-start: 3px solid var(--edge);
    border-radius: 4px;
    background: var(--sunken);
  }

  .warning {
    border-color: var(--major);
  }

  .warning button {
    margin: 6px 6px 0 0;
  }

  .findings ul {
    margin: 0;
    padding: 6px 10px 6px 1.8em;
    border-inline-start: 3px solid var(--minor);
    border-radius: 4px;
    background: var(--sunken);
  }

  .findings li + li {
    margin-block-start: 4px;
  }

  .findings .words {
    min-block-size: 24px;
    margin-inline-start: 2px;
    padding: 0 6px;
    border-color: var(--edge);
    font-size: 0.875rem;
    text-align: start;
  }

  .findings.old {
    margin-block-start: 8px;
    color: var(--ink-2);
  }

  .findings.old ul {
    border-color: var(--rule);
  }

  summary {
    min-block-size: 24px;
    cursor: pointer;
  }

  .memory {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .memory li {
    padding: 7px 0;
    border-block-start: 1px solid var(--rule);
  }

  .memory li:first-child {
    padding-block-start: 2px;
    border: 0;
  }

  .memory small {
    display: block;
  }

  .memory .read {
    font-size: 0.9375rem;
  }

  .share {
    color: var(--ink-2);
    font-size: 0.75rem;
  }

  .use {
    margin-block-start: 4px;
    border-color: var(--edge);
  }

  .marks {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .marks li {
    padding: 7px 0;
    border-block-start: 1px solid var(--rule);
  }

  .marks li:first-child {
    padding-block-start: 2px;
    border: 0;
  }

  .marks small {
    display: block;
    margin-block-start: 2px;
  }

  .marks .read {
    font-size: 0.9375rem;
  }

  .resolves {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 24px;
    margin-block-start: 4px;
    font-size: 0.8125rem;
    color: var(--ink-2);
  }

  .resolves input {
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--accent);
  }
`;
