import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    font: 0.8125rem/1.45 var(--sans);
  }

  p {
    margin: 4px 0;
    color: var(--ink-3);
  }

  /* Among the other parts of the editor. */
  .title {
    margin-block-start: 0;
    color: var(--ink-2);
    font-size: 0.75rem;
    font-weight: 600;
  }

  b {
    color: var(--ink-2);
    font-weight: 400;
  }

  ul {
    margin: 0 0 6px;
    padding: 0;
    list-style: none;
  }

  li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 8px;
    padding: 4px 8px;
    border-inline-start: 3px solid var(--rule);
    margin-block-end: 3px;
    overflow-wrap: anywhere;
  }

  li.open {
    border-inline-start-color: var(--minor);
  }

  .used {
    font-weight: 600;
  }

  small {
    color: var(--ink-3);
  }

  .sense {
    flex-basis: 100%;
  }

  strong {
    color: var(--major);
    font-weight: 600;
  }

  button {
    /* What sticks to the edges of what it scrolls in does not cover it. */
    scroll-margin-block: 96px 72px;
    min-block-size: 26px;
    padding: 1px 8px;
    border: 1px solid var(--edge);
    border-radius: 7px;
    background: none;
    color: var(--ink);
    font: inherit;
    font-size: 0.75rem;
    cursor: pointer;
  }

  .all {
    border-color: var(--rule);
  }

  .all:hover {
    border-color: var(--edge);
  }

  kbd {
    color: var(--ink-3);
    font: 0.6875rem var(--sans);
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  @media screen and (max-width: 50rem) {
    button {
      min-block-size: 36px;
    }
  }
`;
