import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  footer {
    display: flex;
    align-items: center;
    gap: 4px 22px;
    padding: 5px 18px;
    border-block-start: 1px solid var(--rule);
    background: var(--raised);
    color: var(--ink-3);
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    overflow: hidden;
  }

  .own {
    margin-inline-start: auto;
  }

  @media screen and (max-width: 70rem) {
    span:nth-child(2) {
      display: none;
    }
  }

  @media screen and (max-width: 50rem) {
    :host {
      display: none;
    }
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
