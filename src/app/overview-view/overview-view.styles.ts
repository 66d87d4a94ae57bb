import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
    overflow: auto;
    background: var(--paper);
    color: var(--ink);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 18px;
    align-items: center;
    padding: 14px 18px 4px;
  }

  h2 {
    margin: 0;
    font: 600 1.25rem/1.3 var(--serif);
  }

  fieldset {
    display: inline-flex;
    gap: 2px;
    margin: 0;
    padding: 2px;
    border: 0;
    border-radius: 8px;
    background: var(--sunken);
  }

  fieldset label {
    display: inline-flex;
    align-items: center;
    min-block-size: 28px;
    padding: 0 10px;
    border: 1px solid transparent;
    border-radius: 7px;
    cursor: pointer;
  }

  fieldset input {
    position: absolute;
    opacity: 0;
    pointer-events: none;
  }

  fieldset label:has(:checked) {
    border-color: var(--edge);
    background: var(--raised);
    font-weight: 600;
  }

  fieldset label:has(:focus-visible) {
    outline: 2px solid var(--accent);
  }

  .pages {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
  }

  .pages input {
    inline-size: 6rem;
    min-block-size: 26px;
    padding: 0 6px;
    border: 1px solid var(--edge);
    border-radius: 6px;
    background: var(--raised);
    color: var(--ink);
    font: inherit;
  }

  p {
    margin: 0;
    padding-inline: 18px;
    color: var(--ink-2);
  }

  .aside:not(:empty) {
    min-block-size: 1.45em;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin: 6px 0;
    padding: 0 18px;
    list-style: none;
    color: var(--ink-2);
  }

  .legend li {
    display: flex;
    gap: 8px;
  }

  .legend .cell {
    display: inline-grid;
    flex: none;
    place-content: center;
    inline-size: 34px;
    block-size: 20px;
    border-radius: 3px;
  }

  .scroll {
    flex: 1 1 20rem;
    min-block-size: 12rem;
    margin: 0 18px 18px;
    container-type: inline-size;
    isolation: isolate;
    overflow: auto;
    scroll-padding: 56px 0 0 15rem;
    border: 1px solid var(--rule);
    border-radius: 8px;
    scrollbar-width: thin;
  }

  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
  }

  caption {
    padding: 6px 10px;
    color: var(--ink-2);
    text-align: start;
  }

  /* As wide as what is seen of the table, and always seen. */
  caption span {
    position: sticky;
    inset-inline-start: 10px;
    display: block;
    max-inline-size: calc(100cqi - 20px);
  }

  th {
    padding: 2px 8px;
    background: var(--paper);
    font-weight: 400;
    text-align: start;
  }

  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    border-block-end: 1px solid var(--rule);
    color: var(--ink-2);
    line-height: 1.25;
    vertical-align: bottom;
  }

  thead th + th {
    max-inline-size: 6rem;
    padding-inline: 4px;
    font-size: 0.75rem;
    text-align: center;
    overflow-wrap: break-word;
  }

  thead th.on {
    color: var(--ink);
    font-weight: 700;
  }

  /* The paragraph stays in view while its cells are scrolled. */
  thead th:first-child,
  tbody th {
    position: sticky;
    inset-inline-start: 0;
    border-inline-end: 1px solid var(--rule);
  }

  thead th:first-child {
    z-index: 2;
  }

  tbody th {
    z-index: 1;
    max-inline-size: 15rem;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .number {
    display: inline-block;
    min-inline-size: 2.2em;
    color: var(--ink-2);
    text-align: end;
  }

  .excerpt {
    font-family: var(--serif);
  }

  tr[aria-current] th {
    box-shadow: inset 3px 0 var(--accent);
    font-weight: 700;
  }

  tbody tr:hover th {
    background: var(--sunken);
  }

  i {
    display: block;
    box-sizing: border-box;
    inline-size: 8px;
    block-size: 8px;
    margin: 0 auto 2px;
    border-radius: 50%;
  }

  i.machine {
    border: 2px solid var(--major);
  }

  i.reconstructed,
  i.back-translation {
    border: 2px dotted var(--accent);
  }

  i.human {
    background: var(--accent);
  }

  td {
    padding: 1px;
  }

  /* A kind has a colour and a texture, a level says how much of the colour; the number stands on it. */
  .cell {
    --ground: var(--neutral);
    --share: 0%;
    background-color: color-mix(in oklab, var(--ground) var(--share), var(--raised));
    color: var(--ink);
  }

  td .cell {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    min-inline-size: 46px;
    block-size: 26px;
    padding: 0 2px;
    border: 1px solid transparent;
    border-radius: 3px;
    font: inherit;
    text-align: center;
    cursor: pointer;
  }

  td .cell:hover {
    border-color: var(--edge);
  }

  td .cell:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: -1px;
  }

  .l1 {
    --share: 24%;
  }

  .l2 {
    --share: 36%;
    font-weight: 600;
  }

  .l3 {
    --share: 48%;
    font-weight: 700;
  }

  .alone,
  .longer,
  .major {
    --ground: var(--major);
  }

  .together,
  .shorter {
    --ground: var(--accent);
  }

  .critical {
    --ground: var(--critical);
    box-shadow: inset 0 -3px var(--critical);
  }

  .minor {
    --ground: var(--minor);
  }

  .together:not(.l0),
  .shorter:not(.l0),
  .major:not(.l0) {
    background-image: repeating-linear-gradient(
      45deg,
      transparent 0 4px,
      color-mix(in oklab, var(--ground) 22%, transparent) 4px 6px
    );
  }

  .minor:not(.l0) {
    background-image: radial-gradient(
      color-mix(in oklab, var(--ground) 35%, transparent) 1px,
      transparent 1.5px
    );
    background-size: 6px 6px;
  }

  .far {
    box-shadow: inset 0 0 0 2px var(--ink);
  }

  .empty {
    background: repeating-linear-gradient(-45deg, transparent 0 5px, var(--rule) 5px 6px);
    color: var(--ink-2);
  }

  @media screen and (max-width: 50rem) {
    .scroll {
      margin-inline: 10px;
      scroll-padding-inline-start: 4rem;
    }

    tbody th {
      max-inline-size: 7rem;
    }

    td .cell {
      block-size: 32px;
    }
  }

  @media (forced-colors: active) {
    .cell {
      border-color: CanvasText;
    }
  }
`;
