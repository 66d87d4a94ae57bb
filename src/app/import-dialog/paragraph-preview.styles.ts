import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  details {
    margin-block: 8px;
  }

  summary {
    min-block-size: 26px;
    cursor: pointer;
    color: var(--ink-2);
    font-size: 0.875rem;
  }

  ol {
    margin: 6px 0;
    padding: 0;
    list-style: none;
  }

  li {
    display: grid;
    grid-template-columns: 9.5rem minmax(0, 1fr);
    align-items: start;
    gap: 4px 12px;
    padding-block: 5px;
    border-block-start: 1px solid var(--rule);
  }

  li p {
    margin: 4px 0;
    overflow-wrap: anywhere;
    font: 0.9375rem/1.5 var(--serif);
  }

  li.left p {
    color: var(--ink-2);
  }

  li.title p,
  li.heading p {
    font-weight: 650;
  }

  .scroll {
    max-block-size: 22rem;
    overflow: auto;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }

  @media (width < 34rem) {
    li {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
