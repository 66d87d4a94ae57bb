import { css } from 'lit';

export const styles = css`
  dialog {
    max-inline-size: min(44rem, calc(100vw - 24px));
    max-block-size: calc(100dvh - 40px);
    padding: 20px 26px 24px;
    border: 1px solid var(--rule);
    border-radius: 14px;
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow);
  }

  dialog::backdrop {
    background: rgb(10 12 20 / 0.45);
  }

  .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 20px;
  }

  h2 {
    margin: 0;
    font: 600 1.25rem/1.3 var(--serif);
  }

  h3 {
    margin: 18px 0 6px;
    font: 600 0.8125rem/1.3 var(--sans);
    color: var(--ink-2);
  }

  p {
    max-inline-size: 38rem;
    margin: 6px 0;
  }

  dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 6px 18px;
    margin: 0;
  }

  dt {
    display: flex;
    gap: 4px;
  }

  dd {
    margin: 0;
  }

  kbd {
    min-inline-size: 1.4em;
    padding: 1px 6px;
    border: 1px solid var(--edge);
    border-radius: 5px;
    font: 0.8125rem/1.4 var(--sans);
    text-align: center;
  }

  .legend mark {
    padding-inline: 2px;
  }

  .legend dt {
    align-items: start;
  }

  .tint {
    padding-inline: 2px;
    background: color-mix(in oklch, var(--accent) 14%, transparent);
  }

  /* Nobody has the keys on a phone. */
  @media (pointer: coarse) and (max-width: 50rem) {
    .keys {
      display: none;
    }
  }

  label {
    display: flex;
    gap: 8px;
    align-items: baseline;
    margin-block-start: 14px;
  }

  button {
    min-inline-size: 34px;
    min-block-size: 34px;
    border: 1px solid var(--rule);
    border-radius: 8px;
    background: none;
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
`;
