import { css } from 'lit';

export const styles = css`
  dialog {
    box-sizing: border-box;
    inline-size: min(58rem, calc(100vw - 24px));
    max-inline-size: none;
    max-block-size: calc(100dvh - 32px);
    padding: 20px 26px 0;
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

  p {
    margin: 6px 0;
  }

  h3 {
    margin: 16px 0 4px;
    color: var(--ink-2);
    font: 600 0.875rem/1.3 var(--sans);
  }

  .present {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .present li {
    padding-block: 4px;
    border-block-end: 1px solid var(--rule);
  }

  .present small {
    margin-inline-start: 6px;
  }

  .variant {
    padding: 10px 14px 14px;
    border: 1px solid var(--rule);
    border-radius: 10px;
    background: var(--sunken);
  }

  .files {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    margin: 14px 0;
    padding: 0;
    list-style: none;
  }

  .take {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 14px;
    margin-block: 14px;
    padding: 14px;
    border: 1px dashed var(--edge);
    border-radius: 10px;
  }

  form {
    margin-block: 12px;
  }

  textarea {
    min-block-size: 9rem;
    margin-block-end: 8px;
    padding: 8px;
    font-family: var(--serif);
    resize: vertical;
  }

  .foot {
    position: sticky;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    margin-block-start: 16px;
    margin-inline: -26px;
    padding: 12px 26px;
    border-block-start: 1px solid var(--rule);
    background: var(--raised);
  }

  .lacks {
    margin-block: 12px;
  }

  .lacks ul {
    padding-inline-start: 20px;
  }

  .note {
    margin-block: 10px;
    padding: 8px 14px;
    border: 1px solid var(--rule);
    border-radius: 10px;
    background: var(--sunken);
  }

  progress {
    display: block;
    inline-size: 100%;
    margin-block: 8px;
    accent-color: var(--accent);
  }

  .steps {
    padding-block: 14px 24px;
  }

  .steps .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-block: 14px;
  }

  a {
    display: inline-block;
    min-block-size: 24px;
    color: var(--accent);
  }

  a.open {
    display: inline-flex;
    align-items: center;
    box-sizing: border-box;
    min-block-size: 34px;
    padding: 2px 14px;
    border-radius: 8px;
    background: var(--accent);
    color: var(--on-accent);
    text-decoration: none;
  }

  @media (width < 34rem) {
    dialog {
      padding-inline: 14px;
    }

    .foot {
      margin-inline: -14px;
      padding-inline: 14px;
    }
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
