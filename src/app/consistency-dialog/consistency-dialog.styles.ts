import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    /* Under what sticks at the panel's top. */
    scroll-margin-block: 6rem 1rem;
  }

  .offer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    margin-block: 8px;
    padding: 6px 10px;
    border: 1px solid var(--rule);
    border-inline-start: 4px solid var(--accent);
    border-radius: 8px;
    background: var(--raised);
    font: 0.8125rem/1.4 var(--sans);
  }

  .offer p {
    /* Its two buttons stand below, side by side. */
    flex: 1 1 100%;
    margin: 0;
    overflow-wrap: anywhere;
  }

  .what {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    overflow-wrap: anywhere;
  }

  .sides {
    display: flex;
    gap: 8px;
  }

  li {
    margin-block-end: 6px;
    border: 1px solid var(--rule);
    border-inline-start: 4px solid var(--rule);
    border-radius: 8px;
  }

  li.chosen {
    border-inline-start-color: var(--accent);
  }

  label {
    display: flex;
    gap: 10px;
    padding: 8px 10px;
    cursor: pointer;
  }

  label small {
    display: block;
  }

  input {
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    accent-color: var(--accent);
  }
`;
