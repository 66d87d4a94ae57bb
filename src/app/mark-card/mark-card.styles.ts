import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  article {
    position: relative;
    padding: 9px 12px;
    border: 1px solid var(--rule);
    border-inline-start: 4px solid var(--neutral);
    border-radius: 8px;
    cursor: pointer;
  }

  .minor {
    border-inline-start: 4px dotted var(--minor);
  }

  .major {
    border-inline-start: 4px solid var(--major);
  }

  .critical {
    border-inline-start: 6px double var(--critical);
  }

  article:hover {
    background: var(--paper);
  }

  article.pointed {
    outline: 2px solid color-mix(in oklch, var(--accent) 55%, transparent);
  }

  article.on {
    background: color-mix(in oklch, var(--accent) 8%, transparent);
    outline: 2px solid var(--accent);
  }

  button {
    display: block;
    inline-size: 100%;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  button:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 3px;
    border-radius: 3px;
  }

  q {
    font-size: calc(var(--reading-size) * 0.94);
    line-height: 1.45;
  }

  .bare {
    quotes: none;
  }

  p {
    margin: 3px 0 0;
  }

  b {
    font-weight: 600;
  }

  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 10px;
    margin-block-start: 5px;
    color: var(--ink-3);
    font-size: 0.75rem;
  }

  .severity {
    font-weight: 600;
    color: var(--neutral);
  }

  .minor .severity {
    color: var(--minor);
  }

  .major .severity {
    color: var(--major);
  }

  .critical .severity {
    color: var(--critical);
  }

  .cause {
    color: var(--ink-2);
    font-size: 0.8125rem;
  }

  .own {
    display: flex;
    gap: 8px;
  }

  .own button {
    inline-size: auto;
    min-block-size: 28px;
    padding: 1px 9px;
    border: 1px solid var(--rule);
    border-radius: 7px;
    font-size: 0.8125rem;
  }

  .stray {
    color: var(--critical);
    font-weight: 600;
  }
`;
