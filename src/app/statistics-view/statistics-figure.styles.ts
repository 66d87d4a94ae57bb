import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }

  .plot {
    min-block-size: 80px;
    overflow: hidden;
  }

  /* The plot library's own sheet, which the page's policy does not let it bring along. */
  svg {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    color: var(--ink);
    font: 12px var(--sans);
    overflow: visible;
  }

  svg text,
  svg tspan {
    white-space: pre;
    font-family: var(--sans);
  }

  .leads svg {
    cursor: pointer;
  }

  p {
    margin: 0 0 8px;
    color: var(--ink-2);
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block-start: 8px;
  }

  button,
  summary {
    min-block-size: 32px;
    padding: 3px 12px;
    border: 1px solid var(--rule);
    border-radius: 8px;
    background: none;
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }

  summary {
    display: list-item;
    box-sizing: border-box;
    inline-size: fit-content;
    line-height: 24px;
  }

  details[open] summary {
    margin-block-end: 8px;
  }

  details {
    margin-block-start: 8px;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  @media (forced-colors: active) {
    svg {
      forced-color-adjust: none;
      background: var(--paper);
    }
  }

  @media print {
    .tools {
      display: none;
    }
  }
`;
