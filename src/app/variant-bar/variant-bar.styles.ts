import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    border-block-end: 1px solid var(--rule);
  }

  .bar {
    display: flex;
    gap: 5px;
    padding: 8px 18px;
    overflow-x: auto;
    mask-image: linear-gradient(to right, transparent, black 14px calc(100% - 14px), transparent);
    scrollbar-width: thin;
    scroll-padding-inline: 18px;
    overscroll-behavior-x: contain;
  }

  .chip {
    display: inline-flex;
    align-items: stretch;
    flex: none;
    min-block-size: 32px;
    border: 1px solid var(--rule);
    border-radius: 99px;
    color: var(--ink-2);
  }

  button {
    border: 0;
    border-radius: 99px;
    background: none;
    color: inherit;
    font: inherit;
    white-space: nowrap;
    cursor: pointer;
  }

  .toggle {
    display: inline-flex;
    gap: 7px;
    align-items: center;
    padding: 2px 10px;
  }

  .more {
    min-inline-size: 24px;
    margin-inline-start: -8px;
    padding: 0 4px 2px 0;
  }

  /* What the page itself does not offer: the links of the chain and the back-translations. */
  hr {
    flex: none;
    align-self: stretch;
    inline-size: 0;
    margin: 4px 6px;
    border: 0;
    border-inline-start: 1px solid var(--edge);
  }

  .chip:hover {
    border-color: var(--edge);
    color: var(--ink);
  }

  button:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  .on {
    border-color: var(--accent);
    background: color-mix(in oklch, var(--accent) 10%, transparent);
    color: var(--ink);
  }

  .planned {
    border-style: dashed;
    color: var(--ink-3);
  }

  /* The sign of a text's provenance: a ring for the machine's, dots for ours, a disc for a person's. */
  i {
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    flex: none;
  }

  .machine i {
    border: 2px solid var(--major);
  }

  .reconstructed i,
  .back-translation i {
    border: 2px dotted var(--accent);
  }

  .human i {
    background: var(--accent);
  }

  .planned i {
    border: 1px dashed var(--ink-3);
  }

  small {
    color: var(--ink-3);
    font-variant-numeric: tabular-nums;
  }

  .pinned {
    border-inline-start-width: 4px;
  }

  .dragged {
    opacity: 0.5;
  }

  .over {
    outline: 2px dashed var(--accent);
    outline-offset: 1px;
  }

  .note {
    position: fixed;
    inset: auto;
    position-area: block-end span-inline-end;
    position-try-fallbacks: flip-inline;
    max-inline-size: min(22rem, 90vw);
    margin: 4px 0;
    padding: 12px 16px;
    border: 1px solid var(--rule);
    border-radius: 10px;
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow);
  }

  /* Without anchor positioning the note stands in the middle of the screen. */
  @supports not (position-area: block-end) {
    .note {
      inset: 0;
      margin: auto;
      block-size: fit-content;
    }
  }

  .menu {
    padding: 0;
  }

  .note h2 {
    margin: 0 0 4px;
    font: 600 1rem/1.3 var(--serif);
  }

  .note p {
    margin: 0 0 6px;
  }

  .note p:last-child {
    margin: 0;
  }

  @media (forced-colors: active) {
    .on {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }

  @media screen and (max-width: 50rem) {
    .bar {
      padding-inline: 10px;
      scroll-padding-inline: 10px;
    }

    .chip {
      min-block-size: 38px;
    }
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
