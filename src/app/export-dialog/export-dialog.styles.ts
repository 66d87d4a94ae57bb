import { css } from 'lit';

export const styles = css`
  dialog {
    inline-size: min(60rem, calc(100vw - 24px));
    max-inline-size: none;
    max-block-size: calc(100dvh - 32px);
    box-sizing: border-box;
    padding: 18px 24px 0;
    /* The foot covers nothing that the keyboard goes to. */
    scroll-padding-block-end: 80px;
    border: 1px solid var(--rule);
    border-radius: 14px;
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow);
    font: 0.9375rem/1.45 var(--sans);
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
    align-items: start;
    justify-content: space-between;
    gap: 20px;
  }

  h2 {
    margin: 0 0 4px;
    font: 600 1.25rem/1.3 var(--serif);
    overflow-wrap: anywhere;
  }

  h3 {
    margin: 0 0 2px;
    font: 600 0.9375rem/1.3 var(--sans);
  }

  p {
    margin: 4px 0;
  }

  fieldset {
    min-inline-size: 0;
    margin: 12px 0 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
    color: var(--ink-2);
    font-weight: 600;
    font-size: 0.875rem;
  }

  .formats {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr));
    gap: 2px 14px;
    margin-block-start: 4px;
  }

  .format {
    display: grid;
    grid-template-columns: auto 1fr;
    column-gap: 8px;
    align-items: start;
    min-block-size: 24px;
    padding: 5px 8px;
    border: 1px solid transparent;
    border-radius: 8px;
    cursor: pointer;
  }

  .format:has(:checked) {
    border-color: var(--accent);
    background: color-mix(in oklch, var(--accent) 9%, transparent);
  }

  .format input {
    margin-block-start: 4px;
  }

  input[type='radio'],
  input[type='checkbox'] {
    inline-size: 16px;
    block-size: 16px;
    accent-color: var(--accent);
  }

  small,
  .hint {
    color: var(--ink-2);
    font-size: 0.8125rem;
  }

  .format small {
    display: block;
    line-height: 1.35;
  }

  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
    gap: 8px 16px;
    margin-block-start: 4px;
  }

  .choices label {
    display: grid;
    gap: 2px;
    align-content: start;
  }

  .choices label.check {
    display: flex;
    grid-column: 1 / -1;
    gap: 8px;
    align-items: center;
    min-block-size: 28px;
  }

  select,
  input[type='text'] {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 36px;
    padding: 3px 8px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--raised);
    color: var(--ink);
    font: inherit;
  }

  .box {
    margin-block: 12px;
    padding: 10px 14px;
    border: 1px solid var(--rule);
    border-radius: 10px;
    background: var(--sunken);
  }

  .fault {
    padding-inline-start: 10px;
    border-inline-start: 4px solid var(--major);
  }

  ul {
    margin: 4px 0;
    padding-inline-start: 20px;
  }

  .proposals {
    padding: 0;
    list-style: none;
  }

  .proposals li {
    padding-block: 8px;
    border-block-start: 1px solid var(--rule);
  }

  .foot {
    position: sticky;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 6px 16px;
    margin: 14px -24px 0;
    padding: 12px 24px;
    border-block-start: 1px solid var(--rule);
    background: var(--raised);
  }

  .foot p {
    flex: 1 1 14rem;
  }

  progress {
    display: block;
    inline-size: 100%;
    margin-block: 4px;
    accent-color: var(--accent);
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

  button:disabled {
    border-color: var(--rule);
    background: var(--sunken);
    color: var(--ink-2);
    cursor: default;
  }

  a {
    color: var(--accent);
  }

  .line {
    padding: 6px 8px;
    border: 1px solid var(--rule);
    border-radius: 6px;
    background: var(--raised);
    overflow-wrap: anywhere;
    user-select: all;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  @media screen and (max-width: 50rem) {
    dialog {
      padding-inline: 14px;
      scroll-padding-block-end: 120px;
    }

    .foot button {
      flex: 1 1 auto;
    }

    .foot {
      margin-inline: -14px;
      padding-inline: 14px;
    }

    button,
    select {
      min-block-size: 40px;
    }
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
