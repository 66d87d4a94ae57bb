import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  p {
    margin: 0;
    font-size: calc(var(--reading-size) * 0.94);
  }

  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .waiting {
    color: var(--ink-3);
    font: 0.875rem var(--sans);
  }

  [data-hunk] {
    cursor: help;
  }
`;
