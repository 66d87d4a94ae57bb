import { css } from 'lit';

export const styles = css`
  dialog {
    inline-size: min(54rem, calc(100vw - 24px));
    max-inline-size: none;
    max-block-size: calc(100dvh - 40px);
    box-sizing: border-box;
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

  dialog.over {
    outline: 3px dashed var(--accent);
    outline-offset: -8px;
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
    margin: 22px 0 4px;
    font: 600 0.875rem/1.3 var(--sans);
    color: var(--ink-2);
  }

  p {
    margin: 6px 0;
  }

  small,
  .hint {
    color: var(--ink-2);
    font-size: 0.875rem;
  }

  ul {
    margin: 4px 0;
    padding-inline-start: 20px;
  }

  .works,
  .jobs {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .take,
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 14px;
    margin-block: 12px;
  }

  .take {
    padding: 14px;
    border: 1px dashed var(--edge);
    border-radius: 10px;
  }

  .jobs > li,
  .note {
    margin-block: 10px;
    padding: 8px 14px;
    border: 1px solid var(--rule);
    border-radius: 10px;
    background: var(--sunken);
  }

  .fault {
    padding-inline-start: 10px;
    border-inline-start: 4px solid var(--major);
  }

  progress {
    display: block;
    inline-size: 100%;
    margin-block: 6px;
    accent-color: var(--accent);
  }

  a {
    color: var(--accent);
  }

  button {
    min-inline-size: 34px;
    min-block-size: 34px;
    padding: 2px 12px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: none;
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }

  button.primary {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
