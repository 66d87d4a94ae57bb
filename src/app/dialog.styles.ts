import { css } from 'lit';

/** What dialogs look like that are lists or forms; loaded with the first of them. */
export const dialogs = css`
  dialog {
    box-sizing: border-box;
    inline-size: min(48rem, calc(100vw - 16px));
    max-block-size: calc(100dvh - 32px);
    padding: 14px 16px;
    overflow: auto;
    border: 1px solid var(--edge);
    border-radius: 12px;
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow);
    font: 0.875rem/1.4 var(--sans);
  }

  h2 {
    margin: 0 0 6px;
    font: 600 0.9375rem var(--sans);
  }

  p {
    margin: 0 0 6px;
  }

  .how,
  small {
    color: var(--ink-3);
    font-size: 0.75rem;
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  button {
    min-block-size: 30px;
    padding: 2px 9px;
    border: 1px solid var(--edge);
    border-radius: 7px;
    background: none;
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }

  kbd {
    color: var(--ink-3);
    font: 0.6875rem var(--sans);
  }

  .actions {
    position: sticky;
    inset-block-end: -14px;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
    padding-block: 10px;
    background: var(--raised);
  }

  .save {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }

  .save kbd {
    color: inherit;
  }

  button:disabled {
    border-color: var(--rule);
    background: var(--sunken);
    color: var(--ink-3);
    cursor: default;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  @media screen and (max-width: 50rem) {
    button {
      min-block-size: 40px;
    }

    .actions kbd {
      display: none;
    }
  }
`;
