import { css } from 'lit';

export const styles = css`
  dialog {
    position: fixed;
    inset: auto;
    box-sizing: border-box;
    inline-size: min(26rem, calc(100vw - 16px));
    max-block-size: calc(100dvh - 16px);
    margin: 0;
    padding: 12px 14px 14px;
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
    font: 600 0.875rem var(--sans);
  }

  h2:focus {
    outline: none;
  }

  .quotes {
    max-block-size: 5em;
    margin: 0 0 4px;
    overflow: auto;
  }

  .quotes small {
    color: var(--ink-3);
  }

  .extent {
    display: flex;
    gap: 4px;
    margin-block-end: 10px;
  }

  .extent button {
    min-inline-size: 34px;
    padding: 2px;
  }

  .extent button:nth-child(2) {
    margin-inline-end: auto;
  }

  .meaning {
    min-block-size: 4.2em;
    margin: 0 0 8px;
    color: var(--ink-3);
    font-size: 0.75rem;
  }

  .typology {
    margin-block-end: 10px;
    font-size: 0.75rem;
  }

  .typology summary {
    margin-block-end: 4px;
    color: var(--ink-3);
    cursor: pointer;
  }

  [role='alert'] {
    margin: 0;
    padding-inline-start: 1.2em;
    color: var(--critical, inherit);
  }

  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 5px;
    margin: 0 0 10px;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
    margin-block-end: 4px;
    color: var(--ink-3);
    font-size: 0.75rem;
  }

  button {
    min-block-size: 30px;
    padding: 2px 9px;
    border: 1px solid var(--rule);
    border-radius: 7px;
    background: none;
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }

  button:hover {
    border-color: var(--edge);
  }

  button[aria-pressed='true'] {
    border-color: var(--accent);
    background: color-mix(in oklch, var(--accent) 14%, transparent);
  }

  .save {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }

  .save:disabled {
    border-color: var(--rule);
    background: var(--sunken);
    color: var(--ink-3);
    cursor: default;
  }

  kbd {
    color: var(--ink-3);
    font: 0.6875rem var(--sans);
  }

  .save kbd {
    color: inherit;
  }

  label {
    display: block;
    margin-block-end: 8px;
    color: var(--ink-3);
    font-size: 0.75rem;
  }

  input,
  textarea,
  select {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    margin-block-start: 2px;
    padding: 5px 8px;
    border: 1px solid var(--edge);
    border-radius: 7px;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    font-size: 0.875rem;
  }

  textarea {
    min-block-size: 3.2em;
    resize: vertical;
  }

  /* At hand also where the screen is too low for the whole. */
  .actions {
    position: sticky;
    inset-block-end: -14px;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
    margin-block-end: -14px;
    padding-block: 8px 14px;
    background: var(--raised);
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  @media screen and (max-width: 50rem) {
    button {
      min-block-size: 40px;
    }

    input,
    textarea,
    select {
      font-size: 1rem;
    }
  }
`;
