import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  form {
    display: grid;
    gap: 8px;
  }

  .selects {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px 10px;
  }

  .select {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
  }

  .select span {
    color: var(--ink-2);
    font-size: 0.8125rem;
  }

  select,
  button {
    box-sizing: border-box;
    min-block-size: 34px;
    max-inline-size: 100%;
    padding: 3px 10px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--raised);
    color: var(--ink);
    font: inherit;
    text-overflow: ellipsis;
  }

  button {
    cursor: pointer;
  }

  /* As long as their longest choice, they would not stand in one line. */
  .selects select {
    max-inline-size: min(100%, 18rem);
  }

  .switches {
    display: flex;
    flex-wrap: wrap;
    gap: 0 18px;
  }

  .check {
    display: flex;
    align-items: start;
    gap: 7px;
    padding-block: 5px;
    cursor: pointer;
  }

  input[type='checkbox'] {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 1px 0 0;
    accent-color: var(--accent);
  }

  summary {
    inline-size: fit-content;
    min-block-size: 26px;
    border-radius: 6px;
    color: var(--ink-2);
    line-height: 26px;
    cursor: pointer;
  }

  .extra p {
    margin: 2px 0 4px;
    color: var(--ink-2);
  }

  small {
    color: var(--ink-2);
    font-size: inherit;
  }

  b {
    font-weight: 600;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  @media (max-width: 50rem) {
    .selects {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    select,
    button {
      min-block-size: 40px;
    }

    .selects select {
      inline-size: 100%;
      max-inline-size: none;
    }
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
