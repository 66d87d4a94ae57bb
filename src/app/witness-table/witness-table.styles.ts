import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }

  .scroll {
    container-type: inline-size;
    isolation: isolate;
    overflow-x: auto;
    border: 1px solid var(--rule);
    border-radius: 8px;
    background: var(--raised);
    scrollbar-width: thin;
  }

  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding: 3px 5px;
    border-block-start: 1px solid var(--rule);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }

  thead th {
    background: var(--sunken);
    color: var(--ink-2);
    vertical-align: bottom;
  }

  .most {
    display: block;
    color: var(--ink);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .most small {
    color: var(--ink-2);
    font-weight: 400;
    white-space: nowrap;
  }

  /* The variant stays in view while its cells are scrolled. */
  thead th:first-child,
  tbody th {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    background: var(--sunken);
    white-space: nowrap;
  }

  tbody th {
    padding: 0;
    background: var(--raised);
  }

  .subject th {
    box-shadow: inset 3px 0 var(--accent);
  }

  th button {
    display: flex;
    gap: 6px;
    align-items: center;
    inline-size: 100%;
    min-block-size: 26px;
    max-inline-size: 8rem;
    padding: 2px 6px;
    border: 0;
    background: none;
    color: var(--ink);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  th button > span[lang] {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  th button:hover {
    text-decoration: underline;
  }

  th button:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }

  th button::before {
    content: '▸';
    color: var(--ink-2);
  }

  th button[aria-expanded='true']::before {
    content: '▾';
  }

  /* The signs of provenance that the bar of languages has. */
  i {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
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
    color: var(--ink-2);
    white-space: nowrap;
  }

  /* Names are long: they wrap between words. */
  .name-column {
    min-inline-size: 5.5rem;
    white-space: normal;
  }

  /* Its sign (≠), weight and line tell it without the colour. */
  .departs {
    box-shadow: inset 0 -2px var(--major);
    background: var(--del);
    color: var(--ink);
    font-weight: 700;
  }

  .differs {
    color: var(--ink);
    text-decoration: underline dotted;
    text-underline-offset: 3px;
  }

  .aside,
  .who {
    color: var(--ink-2);
  }

  td.aside {
    font-style: italic;
  }

  tr.text > td,
  td.aside {
    white-space: normal;
  }

  /* Beside the variant, within what is seen of the table. */
  td.aside span {
    position: sticky;
    inset-inline-start: 8.5rem;
    display: inline-block;
    max-inline-size: calc(100cqi - 9rem);
  }

  tr.text > td {
    padding: 6px 10px 10px;
    background: var(--paper);
    color: var(--ink);
  }

  /* As wide as what is seen of the table, and there wherever that is scrolled. */
  tr.text > td > div {
    position: sticky;
    inset-inline-start: 10px;
    inline-size: calc(100cqi - 20px);
  }

  p {
    margin: 6px 0 0;
  }

  .key {
    margin: 0 0 6px;
    color: var(--ink-2);
    font-size: 0.8125rem;
  }

  tr.text p:first-child,
  .who {
    margin: 0;
  }

  .source {
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--major);
  }

  mark {
    background: var(--found);
    color: inherit;
  }

  mark.marked {
    background: none;
    text-decoration: underline solid 2px var(--major);
    text-underline-offset: 4px;
  }

  mark.cause {
    background: var(--del);
    text-decoration: underline wavy 1.5px var(--major);
    text-underline-offset: 4px;
  }

  h4 {
    margin: 14px 0 4px;
    font: 600 0.9375rem/1.3 var(--serif);
  }

  ol {
    margin: 8px 0 0 6px;
    padding: 0;
    list-style: none;
  }

  li {
    position: relative;
    margin: 0;
    padding: 0 0 12px 18px;
    border-inline-start: 2px solid var(--rule);
  }

  li::before {
    content: '';
    position: absolute;
    inset-inline-start: -6px;
    inset-block-start: 5px;
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--edge);
  }

  li:last-child {
    padding-block-end: 0;
  }

  @media (forced-colors: active) {
    .departs {
      border-block-end: 2px solid Mark;
    }
  }
`;
