import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    border-inline-end: 1px solid var(--rule);
    padding: 12px 10px;
    min-block-size: 0;
    background: var(--paper);
  }

  nav {
    block-size: 100%;
  }

  .strip {
    position: relative;
    display: grid;
    grid-auto-rows: minmax(0, 1fr);
    block-size: 100%;
    outline: none;
    cursor: pointer;
  }

  .strip:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 4px;
    border-radius: 2px;
  }

  .cell {
    display: flex;
    padding-block: 1px;
  }

  .dense .cell {
    padding-block: 0;
  }

  i {
    flex: 1;
    border-radius: 2px;
    background: var(--rule);
    min-block-size: 1px;
  }

  /* Height carries the severity too, not the colour alone: the graver, the more of the cell is filled. */
  .neutral i {
    background: linear-gradient(to right, var(--neutral) 25%, var(--rule) 25%);
  }

  .minor i {
    background: linear-gradient(to right, var(--minor) 40%, var(--rule) 40%);
  }

  .major i {
    background: linear-gradient(to right, var(--major) 70%, var(--rule) 70%);
  }

  .critical i {
    background: var(--critical);
  }

  .here i {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  /* A ring that no other state has: double, and around the one of the place where the reader is. */
  .pointed i {
    box-shadow:
      0 0 0 2px var(--paper),
      0 0 0 4px var(--ink);
  }

  .pointed {
    z-index: 1;
  }

  .found::after {
    content: '';
    inline-size: 4px;
    margin-inline-start: 2px;
    border-radius: 2px;
    background: var(--found-here);
  }

  .window {
    position: absolute;
    inset-inline: -5px;
    border: 1.5px solid var(--edge);
    border-radius: 4px;
    pointer-events: none;
    min-block-size: 6px;
  }

  .hint {
    position: absolute;
    inset-inline-start: calc(100% + 10px);
    z-index: 3;
    padding: 3px 9px;
    border-radius: 6px;
    background: var(--ink);
    color: var(--paper);
    white-space: nowrap;
    pointer-events: none;
    translate: 0 -50%;
  }

  @media (forced-colors: active) {
    i {
      forced-color-adjust: none;
      background: GrayText;
    }

    .minor i {
      background: linear-gradient(to right, CanvasText 40%, GrayText 40%);
    }

    .major i {
      background: linear-gradient(to right, CanvasText 70%, GrayText 70%);
    }

    .critical i {
      background: CanvasText;
    }

    .here i {
      outline-color: Highlight;
    }

    .pointed i {
      outline: 3px double CanvasText;
      outline-offset: 2px;
    }
  }

  @media screen and (max-width: 50rem) {
    :host {
      padding: 8px 5px;
    }

    .window {
      inset-inline: -3px;
    }
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
