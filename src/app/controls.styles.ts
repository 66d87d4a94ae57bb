import { css } from 'lit';

/** Controls that several elements have. */
export const controls = css`
  button.small {
    min-block-size: 26px;
    padding: 1px 9px;
    border: 1px solid var(--rule);
    border-radius: 7px;
    background: var(--raised);
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }

  button.small:hover {
    border-color: var(--edge);
  }

  button.small:focus-visible {
    outline: 2px solid var(--accent);
  }

  .popover {
    border: 1px solid var(--rule);
    border-radius: 10px;
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow);
  }
`;
