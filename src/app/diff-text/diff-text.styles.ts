import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  p {
    margin: 0;
    font-size: calc(var(--reading-size) * 0.94);
  }

  .waiting {
    color: var(--ink-3);
    font: 0.875rem var(--sans);
  }
`;
