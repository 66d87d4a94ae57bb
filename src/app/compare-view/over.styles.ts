import { css } from 'lit';

/** What stands over the rows: the lead with its legend, and the heads of the columns. */
export const over = css`
  .lead {
    position: sticky;
    inset-inline-start: 0;
    box-sizing: border-box;
    inline-size: 100cqi;
    padding: 12px 18px 12px calc(var(--gutter) + 18px);
    border-block-end: 1px solid var(--rule);
    color: var(--ink-2);
  }

  .lead p {
    max-inline-size: 62rem;
    margin: 0 0 8px;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 8px;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 0.8125rem;
  }

  .legend button[aria-pressed='false'] {
    background: none;
    color: var(--ink-3);
  }

  .legend button[aria-pressed='false'] mark {
    background: none;
    text-decoration: line-through;
  }

  .legend .shifted {
    padding: 1px 4px;
    background: color-mix(in oklch, var(--accent) 12%, transparent);
  }

  .head {
    padding: 10px 18px 8px;
    min-inline-size: 0;
  }

  .head strong {
    font-weight: 600;
  }

  .head small {
    display: block;
  }

  .about {
    inline-size: 24px;
    block-size: 24px;
    margin-inline-start: 2px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--ink-3);
    font: italic 600 0.8125rem/1 var(--serif);
    cursor: pointer;
  }

  .about span {
    display: inline-grid;
    place-content: center;
    inline-size: 16px;
    block-size: 16px;
    border: 1px solid var(--edge);
    border-radius: 50%;
  }

  .about:hover {
    color: var(--ink);
  }

  .about:focus-visible {
    outline: 2px solid var(--accent);
  }

  .note {
    position: fixed;
    inset: auto;
    position-area: block-end span-inline-end;
    max-inline-size: min(24rem, 88vw);
    margin: 4px;
    padding: 12px 16px;
    font-weight: 400;
  }

  /* Without anchor positioning the note stands in the middle of the screen. */
  @supports not (position-area: block-end) {
    .note {
      inset: 0;
      margin: auto;
    }
  }

  .head small {
    color: var(--ink-3);
    font-size: 0.8125rem;
  }

  .head .machine {
    color: var(--major);
  }
`;
