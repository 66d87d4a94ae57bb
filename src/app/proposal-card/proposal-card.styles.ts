import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: block;
    container-type: inline-size;
    font: 0.8125rem/1.4 var(--sans);
  }

  article {
    margin-block-end: 12px;
    padding: 10px 12px;
    border: 1px solid var(--rule);
    border-inline-start: 4px solid var(--edge);
    border-radius: 8px;
    background: var(--paper);
  }

  article.accepted {
    border-inline-start-color: var(--accent);
  }

  /* Not by its colour alone: the status says it too. */
  article.rejected {
    border-inline-start-style: dotted;
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 8px;
  }

  h3 {
    margin: 0;
    font: 600 0.875rem/1.3 var(--sans);
  }

  time {
    color: var(--ink-3);
    font-size: 0.75rem;
  }

  .status {
    margin-inline-start: auto;
    padding: 0 7px;
    border: 1px solid var(--rule);
    border-radius: 9px;
    color: var(--ink-2);
    font-size: 0.75rem;
  }

  .status.accepted {
    border-color: var(--accent);
    color: var(--accent);
  }

  .facts {
    margin: 2px 0 10px;
    padding: 0;
    color: var(--ink-3);
    font-size: 0.75rem;
    list-style: none;
  }

  .facts li {
    display: inline;
  }

  .facts li:not(:first-child, .whole)::before {
    content: '· ';
  }

  /* What it does to paragraphs as a whole, in sentences. */
  .facts .whole {
    display: block;
    color: var(--ink-2);
  }

  h4 {
    margin: 10px 0 2px;
    font: 400 0.75rem/1.3 var(--sans);
    color: var(--ink-3);
  }

  p {
    margin: 0;
  }

  .plain {
    font-size: calc(var(--reading-size) * 0.94);
  }

  .empty {
    margin-block-start: 8px;
    color: var(--ink-3);
  }

  .reason,
  .said {
    margin-block-start: 8px;
  }

  .said {
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--rule);
  }

  fieldset {
    margin: 6px 0 0;
    padding: 6px 10px 8px;
    border: 1px solid var(--rule);
    border-radius: 7px;
  }

  legend {
    padding: 0 4px;
    color: var(--ink-3);
    font-size: 0.75rem;
  }

  fieldset label {
    display: grid;
    grid-template-columns: auto 8.5em minmax(0, 1fr);
    gap: 4px 8px;
    align-items: baseline;
    padding-block: 3px;
    color: var(--ink-2);
    cursor: pointer;
  }

  @container (min-width: 34rem) {
    fieldset label {
      grid-template-columns: auto 12em minmax(0, 1fr);
    }
  }

  fieldset label .read,
  fieldset label i {
    color: var(--ink);
    font-size: 0.9375rem;
  }

  input[type='radio'] {
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    align-self: center;
    accent-color: var(--accent);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block-start: 10px;
  }

  button {
    min-block-size: 30px;
    padding: 2px 10px;
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

  .primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }

  .primary:disabled {
    border-color: var(--rule);
    background: var(--sunken);
    color: var(--ink-3);
    cursor: default;
  }

  form {
    margin-block-start: 10px;
  }

  form label {
    display: block;
    color: var(--ink-3);
    font-size: 0.75rem;
  }

  textarea {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    margin-block-start: 2px;
    padding: 6px 9px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--raised);
    color: var(--ink);
    font: 0.875rem/1.4 var(--sans);
    resize: vertical;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  @media screen and (max-width: 50rem) {
    button {
      min-block-size: 40px;
    }

    textarea {
      font-size: 1rem;
    }
  }
`;
