import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    border-block-end: 1px solid var(--rule);
    background: color-mix(in oklch, var(--minor) 12%, var(--raised));
  }

  details {
    padding: 7px 18px;
  }

  summary {
    cursor: pointer;
    font-weight: 600;
  }

  summary:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  ul {
    max-block-size: 30dvh;
    margin: 8px 0 4px;
    padding-inline-start: 20px;
    overflow: auto;
  }

  li {
    margin-block-end: 6px;
  }

  code {
    font-size: 0.8125rem;
  }

  small {
    display: block;
    color: var(--ink-2);
    font-size: 0.8125rem;
  }

  button {
    padding: 0;
    border: 0;
    background: none;
    color: var(--accent);
    font: inherit;
    text-decoration: underline;
    cursor: pointer;
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
