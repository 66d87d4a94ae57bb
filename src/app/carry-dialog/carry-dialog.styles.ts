import { css } from 'lit';

export const styles = css`
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

  li {
    margin-block-end: 6px;
    padding: 8px 10px;
    border: 1px solid var(--rule);
    border-inline-start: 4px solid var(--rule);
    border-radius: 8px;
  }

  li.confirmed {
    border-inline-start: 4px solid var(--accent);
  }

  li.rejected .read {
    opacity: 0.6;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }

  .judge {
    display: flex;
    gap: 5px;
    margin-inline-start: auto;
  }

  .read {
    margin: 0;
  }

  mark {
    background: color-mix(in oklch, var(--accent) 22%, transparent);
    color: inherit;
    text-decoration: underline 2px var(--accent);
  }

  mark.gap::before {
    content: '‸';
    color: var(--accent);
    font-weight: 700;
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

  button[aria-pressed='true'] {
    border-color: var(--accent);
    background: color-mix(in oklch, var(--accent) 14%, transparent);
    font-weight: 600;
  }

  kbd {
    color: var(--ink-3);
    font: 0.6875rem var(--sans);
  }

  .actions {
    position: sticky;
    inset-block-end: -14px;
    display: flex;
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

  .save:disabled {
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
  }
`;
