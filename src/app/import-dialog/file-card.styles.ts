import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    padding: 12px 14px;
    border: 1px solid var(--rule);
    border-radius: 10px;
    background: var(--sunken);
  }

  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
    margin-block-end: 6px;
  }

  h3 {
    flex: 1 1 8rem;
    min-inline-size: 0;
    margin: 0;
    overflow-wrap: anywhere;
    font: 600 0.9375rem/1.3 var(--sans);
    color: var(--ink);
  }

  h3 small {
    font-weight: 400;
  }

  .actions {
    display: flex;
    gap: 6px;
  }

  .actions button {
    font-size: 0.875rem;
  }

  .fields {
    margin-block: 8px;
  }

  .fields label {
    flex: 0 1 14rem;
  }

  progress {
    display: block;
    inline-size: 100%;
    margin-block: 8px;
    accent-color: var(--accent);
  }
`;
