import { css } from 'lit';

/** How the dialogs of our own elements look. */
export const dialogStyle = css`
  dialog {
    font: inherit;
    color: var(--goc-text);
    background: var(--goc-surface);
    border: 1px solid var(--goc-line);
    border-radius: calc(var(--goc-radius) * 2);
    box-shadow: 0 12px 48px rgb(0 0 0 / 45%);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }
  kbd {
    font: inherit;
    font-family: ui-monospace, 'DejaVu Sans Mono', monospace;
    background: var(--goc-raised);
    border: 1px solid var(--goc-line);
    border-radius: var(--goc-radius);
    padding: 0 5px;
  }
  button {
    font: inherit;
    color: var(--goc-text);
    background: var(--goc-raised);
    border: 1px solid var(--goc-line);
    border-radius: var(--goc-radius);
    min-block-size: var(--goc-control);
    padding: 1px 8px;
    cursor: pointer;
  }
  button:hover {
    background: var(--goc-hover);
  }
  button:focus-visible,
  input:focus-visible {
    outline: 2px solid var(--goc-accent);
    outline-offset: 1px;
  }
`;
