import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: block;
    container-type: inline-size;
    font: 0.8125rem/1.4 var(--sans);
  }

  h3 {
    margin: 0 0 8px;
    font: 600 0.875rem/1.3 var(--sans);
  }

  p {
    margin: 0;
  }

  .empty {
    color: var(--ink-3);
  }

  .name,
  .pair label {
    display: block;
    color: var(--ink-3);
    font-size: 0.75rem;
  }

  .name {
    margin-block-end: 12px;
  }

  input,
  select {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 32px;
    margin-block-start: 2px;
    padding: 4px 8px;
    border: 1px solid var(--edge);
    border-radius: 7px;
    background: var(--paper);
    color: var(--ink);
    font: 0.875rem var(--sans);
  }

  .fork {
    margin-block-end: 10px;
    padding: 6px 10px;
    border-inline-start: 3px solid var(--major);
    border-radius: 4px;
    background: var(--sunken);
  }

  .keep {
    margin: -6px 0 14px;
  }

  button {
    min-block-size: 30px;
    padding: 2px 10px;
    border: 1px solid var(--edge);
    border-radius: 7px;
    background: none;
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }

  .all {
    margin-block: 4px 12px;
  }

  .all p {
    margin-block-start: 3px;
    font-size: 0.75rem;
  }

  details {
    margin-block-start: 10px;
    padding-block-start: 8px;
    border-block-start: 1px solid var(--rule);
  }

  summary {
    padding-block: 3px;
    font-weight: 600;
    cursor: pointer;
  }

  details[open] > summary {
    margin-block-end: 6px;
  }

  .pair {
    display: grid;
    gap: 8px;
    margin-block-end: 10px;
  }

  dl {
    margin: 10px 0 0;
  }

  dt {
    margin-block-start: 8px;
    color: var(--ink-3);
    font-size: 0.75rem;
  }

  dd {
    margin: 0;
    font-size: calc(var(--reading-size) * 0.94);
  }

  @container (min-width: 34rem) {
    .pair {
      grid-template-columns: 1fr 1fr;
    }

    dl {
      display: grid;
      grid-template: auto 1fr / 1fr 1fr;
      grid-auto-flow: column;
      column-gap: 20px;
    }
  }

  .timeline {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .timeline li {
    position: relative;
    padding: 0 0 10px 16px;
    border-inline-start: 2px solid var(--rule);
  }

  .timeline li:last-child {
    padding-block-end: 0;
  }

  .timeline li::before {
    content: '';
    position: absolute;
    inset-block-start: 5px;
    inset-inline-start: -5px;
    box-sizing: border-box;
    inline-size: 8px;
    block-size: 8px;
    border: 2px solid var(--edge);
    border-radius: 50%;
    background: var(--raised);
  }

  .timeline li.correction::before {
    border-color: var(--accent);
    background: var(--accent);
  }

  time {
    display: block;
    color: var(--ink-3);
    font-size: 0.75rem;
  }

  .withdrawn {
    color: var(--ink-3);
    text-decoration: line-through;
  }

  i {
    color: var(--ink-3);
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  @media screen and (max-width: 50rem) {
    button {
      min-block-size: 40px;
    }

    summary {
      padding-block: 9px;
    }

    input,
    select {
      font-size: 1rem;
    }
  }
`;
