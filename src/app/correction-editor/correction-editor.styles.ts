import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: block;
    container-type: inline-size;
    font: 0.8125rem/1.4 var(--sans);
  }

  /* What sticks to the edges of what it scrolls in covers no part that the keyboard goes to. */
  :is(button, input, summary, textarea) {
    scroll-margin-block: 96px 72px;
  }

  h3 {
    margin: 8px 0;
    font: 600 0.875rem/1.3 var(--sans);
  }

  h4 {
    margin: 14px 0 4px;
    font: 600 0.75rem/1.3 var(--sans);
    color: var(--ink-2);
  }

  small {
    color: var(--ink-3);
    font-size: 0.75rem;
    font-weight: 400;
  }

  label {
    display: block;
    color: var(--ink-3);
    font-size: 0.75rem;
  }

  p {
    margin: 0;
  }

  textarea,
  input:not([type='checkbox']) {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    margin-block-start: 2px;
    padding: 6px 9px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--paper);
    color: var(--ink);
  }

  input:not([type='checkbox']) {
    min-block-size: 32px;
    font: 0.875rem var(--sans);
  }

  textarea {
    min-block-size: 5lh;
    max-block-size: 46dvh;
    resize: vertical;
    field-sizing: content;
    hyphens: manual;
    scrollbar-width: thin;
  }

  /* The one that is being written in; the others need no more than their edge. */
  textarea:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 0;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  .field {
    position: relative;
  }

  /* The same measures and breaks for the field and what lies over it. */
  .field textarea,
  .signs {
    hanging-punctuation: none;
    overflow-wrap: break-word;
    scrollbar-gutter: stable;
    text-wrap: wrap;
  }

  /* Over the field, so that each sign stands at the end of its line. */
  .signs {
    position: absolute;
    inset: 0;
    margin-block-start: 2px;
    padding: 6px 9px;
    overflow: hidden;
    border: 1px solid var(--edge);
    border-color: transparent;
    color: transparent;
    hyphens: manual;
    scrollbar-width: thin;
    white-space: pre-wrap;
    pointer-events: none;
    user-select: none;
  }

  .sign::after {
    content: '¶';
    /* Out of the line: a sign in it could wrap it. */
    position: absolute;
    color: var(--ink-3);
    font-style: normal;
  }

  #lines {
    display: block;
    margin-block-start: 4px;
  }

  .structure {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 6px;
    margin-block: 8px;
  }

  .structure button {
    padding-inline: 8px;
    font-size: 0.75rem;
  }

  @container (max-width: 34rem) {
    .structure {
      display: grid;
      grid-template-columns: 1fr 1fr;
    }

    /* Their titles say the keys. */
    .structure kbd {
      display: none;
    }
  }

  .sides > div:nth-child(2) > h4:first-child {
    margin-block-start: 14px;
  }

  @container (min-width: 40rem) {
    .sides {
      display: grid;
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
      gap: 20px;
    }

    .sides > div:nth-child(2) > h4:first-child {
      margin-block-start: 0;
    }
  }

  .reference {
    font-size: calc(var(--reading-size) * 0.94);
    color: var(--ink-2);
  }

  .reference + .reference {
    margin-block-start: 6px;
  }

  ::slotted(*) {
    margin-block-start: 14px;
  }

  .empty {
    color: var(--ink-3);
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

  button:disabled {
    border-color: var(--rule);
    color: var(--ink-3);
    cursor: default;
  }

  .take {
    display: block;
    margin-block-start: 4px;
    border-color: var(--edge);
    text-align: start;
  }

  .end {
    margin-block-start: 14px;
    padding-block-start: 10px;
    border-block-start: 1px solid var(--rule);
  }

  .end label + label {
    margin-block-start: 8px;
  }

  /* At hand wherever the reader is in a long text. */
  .actions {
    position: sticky;
    /* At the very edge: what it scrolls in has that much room at its end. */
    inset-block-end: -24px;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    /* Wide enough for the focus rings that pass below. */
    margin-inline: -3px;
    padding: 10px 3px;
    background: var(--raised);
  }

  .actions button {
    scroll-margin: 0;
  }

  .over {
    margin-block-start: 10px;
  }

  .actions .save {
    flex: 1;
  }

  .save {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }

  .save:disabled {
    background: var(--sunken);
  }

  kbd {
    color: var(--ink-3);
    font: 0.6875rem var(--sans);
  }

  .save kbd {
    color: inherit;
  }

  @container (max-width: 18rem) {
    .actions kbd {
      display: none;
    }
  }

  @media screen and (max-width: 50rem) {
    button {
      min-block-size: 40px;
    }

    textarea,
    input:not([type='checkbox']) {
      font-size: max(1rem, var(--reading-size));
    }

    textarea {
      max-block-size: 34dvh;
    }

    .actions kbd {
      display: none;
    }
  }
`;
