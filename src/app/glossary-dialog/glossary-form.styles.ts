import { css } from 'lit';

export const styles = css`
  dialog {
    inline-size: min(36rem, calc(100vw - 16px));
  }

  .language {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr));
    gap: 0 10px;
  }

  label {
    display: block;
    margin-block-end: 8px;
    color: var(--ink-2);
    font-size: 0.8125rem;
  }

  input[type='text'] {
    box-sizing: border-box;
    display: block;
    inline-size: 100%;
    min-block-size: 32px;
    margin-block-start: 2px;
    padding: 3px 8px;
    border: 1px solid var(--edge);
    border-radius: 7px;
    background: var(--paper);
    color: var(--ink);
    font: 0.9375rem var(--serif);
  }

  input.sense {
    font-family: var(--sans);
  }

  .choice {
    display: flex;
    align-items: center;
    gap: 8px;
  }

  .choice input {
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    accent-color: var(--accent);
  }

  [role='status'] {
    min-block-size: 1.4em;
    color: var(--ink-3);
    font-size: 0.8125rem;
  }

  .failed {
    color: var(--critical);
  }

  @media screen and (max-width: 50rem) {
    input[type='text'] {
      min-block-size: 40px;
      font-size: 1rem;
    }
  }
`;
