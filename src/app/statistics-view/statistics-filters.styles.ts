import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  form {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }

  button,
  input[type='number'] {
    box-sizing: border-box;
    min-block-size: 32px;
    padding: 3px 12px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--raised);
    color: var(--ink);
    font: inherit;
  }

  button {
    cursor: pointer;
  }

  .menu.on {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }

  .menu b {
    font-weight: 600;
  }

  .menu::after {
    content: ' ▾';
    color: var(--ink-3);
  }

  input[type='number'] {
    inline-size: 5em;
    padding-inline: 8px;
  }

  .range,
  .check,
  .options label {
    display: flex;
    align-items: center;
    gap: 6px;
  }

  .check,
  .options label {
    min-block-size: 32px;
    cursor: pointer;
  }

  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--accent);
  }

  fieldset {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 12px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  fieldset legend {
    float: inline-start;
    padding: 0;
    color: var(--ink-2);
  }

  [popover] {
    inset: auto;
    margin: 0;
    min-inline-size: 12rem;
    max-inline-size: min(24rem, calc(100vw - 16px));
    max-block-size: min(26rem, calc(100dvh - 16px));
    padding: 8px 14px 12px;
    overflow: auto;
    border: 1px solid var(--edge);
    border-radius: 10px;
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow);
  }

  .options {
    display: grid;
  }

  .options .kind {
    padding-inline-start: 24px;
  }

  .options span {
    margin-inline-start: auto;
    padding-inline-start: 12px;
    color: var(--ink-3);
    font-variant-numeric: tabular-nums;
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
