import { css } from 'lit';

export const styles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }

  .reading {
    margin-block: 8px;
    padding: 8px 10px;
    border: 1px solid var(--rule);
    border-inline-start: 4px solid var(--accent);
    border-radius: 8px;
    overflow-wrap: anywhere;
  }

  .problems {
    max-block-size: 30dvh;
    margin-block: 6px;
    overflow: auto;
    font-size: 0.8125rem;
  }

  .problems li {
    margin-block-end: 4px;
  }

  .news {
    margin: 0;
  }

  .none,
  .count {
    margin-block-start: 14px;
  }

  .failed {
    color: var(--critical);
  }

  .none,
  .count {
    color: var(--ink-3);
  }

  .search {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 34px;
    margin-block-end: 8px;
    padding: 3px 8px;
    border: 1px solid var(--edge);
    border-radius: 7px;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
  }

  dialog > ul > li {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
    padding: 6px 0;
    border-block-start: 1px solid var(--rule);
  }

  .entry {
    flex: 1 1 16rem;
    overflow-wrap: anywhere;
  }

  .words {
    display: inline-block;
    margin-inline-end: 12px;
  }

  .about {
    display: block;
  }

  del {
    color: var(--ink-3);
    text-decoration: none;
    font-size: 0.8125rem;
  }

  summary {
    min-block-size: 24px;
    cursor: pointer;
  }

  @media screen and (max-width: 50rem) {
    .tools button {
      flex: 1 1 auto;
    }
  }
`;
