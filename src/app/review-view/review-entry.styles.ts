import { css } from 'lit';

/** How an entry of the queue looks, whatever it is about. */
export const entryStyles = css`
  :host {
    display: block;
    padding: 12px 14px;
    border: 1px solid var(--rule);
    border-inline-start: 4px solid var(--edge);
    border-radius: 10px;
    background: var(--raised);
    scroll-margin-block: 64px;
  }

  :host([aria-current='true']) {
    border-color: var(--accent);
  }

  :host(:focus) {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 10px;
  }

  h3 {
    margin: 0;
    font: 600 0.9375rem/1.4 var(--sans);
  }

  .place {
    color: var(--ink-2);
  }

  .sure {
    margin-inline-start: auto;
    color: var(--ink-2);
    font-variant-numeric: tabular-nums;
  }

  p {
    margin: 4px 0 0;
  }

  .means,
  .note {
    color: var(--ink-2);
  }

  .read {
    margin-block: 8px 0;
  }

  /* A space too many is an error to be seen. */
  .verbatim {
    white-space: pre-wrap;
  }

  .lit {
    border-radius: 3px;
    background: var(--found);
    text-decoration: underline 2px var(--accent);
    text-underline-offset: 4px;
    text-decoration-skip-ink: none;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }

  .long {
    background: color-mix(in oklch, var(--found) 30%, transparent);
    text-decoration-thickness: 1px;
  }

  .cut {
    color: var(--ink-3);
  }

  .expected {
    margin-block-start: 8px;
    font-weight: 600;
  }

  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block-start: 6px;
  }

  .badges span {
    padding: 1px 8px;
    border: 1px solid var(--edge);
    border-radius: 999px;
    color: var(--ink-2);
    font-size: 0.8125rem;
  }

  .source {
    margin-block-start: 6px;
    padding: 4px 10px;
    border-inline-start: 3px double var(--critical);
    color: var(--critical);
    font-weight: 600;
  }

  details {
    margin-block-start: 8px;
  }

  summary {
    inline-size: fit-content;
    min-block-size: 24px;
    border-radius: 6px;
    color: var(--ink-2);
    cursor: pointer;
  }

  .witnesses {
    display: grid;
    gap: 8px;
    margin: 6px 0 0;
    padding: 0;
    list-style: none;
  }

  .witnesses li {
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--rule);
  }

  .witnesses .read {
    margin-block-start: 0;
    font-size: calc(var(--reading-size) * 0.94);
  }

  .witnesses b {
    font-weight: 600;
  }

  .value {
    margin-inline-start: 6px;
    padding: 0 7px;
    border-radius: 6px;
    background: var(--sunken);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 10px;
  }

  button {
    min-block-size: 32px;
    padding: 3px 12px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--raised);
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }

  button:hover {
    border-color: var(--ink-3);
  }

  button.first {
    border-color: var(--accent);
    color: var(--accent);
    font-weight: 600;
  }

  kbd {
    margin-inline-start: 4px;
    padding: 0 5px;
    border: 1px solid var(--rule);
    border-radius: 4px;
    color: var(--ink-3);
    font: 0.75rem/1.5 var(--sans);
  }

  .ask {
    display: grid;
    gap: 8px;
    min-inline-size: 0;
    margin: 10px 0 0;
    padding: 10px 12px 12px;
    border: 1px solid var(--accent);
    border-radius: 8px;
  }

  .ask:focus {
    outline: none;
  }

  .ask legend {
    padding-inline: 4px;
    font-weight: 600;
  }

  .ask .actions {
    margin-block-start: 0;
  }

  .ask label {
    display: grid;
    gap: 3px;
    color: var(--ink-2);
  }

  textarea {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 4.5em;
    padding: 6px 8px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    resize: vertical;
  }

  :is(button, summary, textarea):focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  .versions {
    display: grid;
    gap: 10px;
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
  }

  .versions li {
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--rule);
  }

  .by {
    color: var(--ink-3);
    font-size: 0.8125rem;
  }

  @media (max-width: 50rem) {
    :host {
      padding: 10px 11px 12px;
    }

    .sure {
      margin-inline-start: 0;
    }

    button {
      min-block-size: 40px;
    }

    kbd {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .lit {
      background: Mark;
      color: MarkText;
    }
  }

  @media print {
    .actions {
      display: none;
    }
  }
`;
