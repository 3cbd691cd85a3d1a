import { css } from 'lit';

/** How the bell and what hangs under it look. */
export const alarmStyle = css`
  :host {
    position: relative;
    display: inline-flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    font-variant-numeric: tabular-nums;
  }
  .bell {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    white-space: nowrap;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .count {
    font-weight: 650;
  }
  .critical {
    color: var(--goc-severity-critical);
  }
  .high {
    color: var(--goc-severity-high);
  }
  .warning,
  .degraded {
    color: var(--goc-severity-warning);
  }
  .info {
    color: var(--goc-severity-info);
  }
  .ok {
    color: var(--goc-ok);
  }
  .maintenance {
    color: var(--goc-maintenance);
  }
  .unknown {
    color: var(--goc-unknown);
  }
  .muted,
  .blocked {
    color: var(--goc-severity-warning);
    font-weight: 600;
  }
  .blocked {
    border-color: currentcolor;
    white-space: nowrap;
  }
  @media (max-width: 1500px) {
    .how {
      display: none;
    }
  }
  .panel {
    position: absolute;
    inset-block-start: calc(100% + 8px);
    inset-inline-end: 0;
    z-index: 900;
    inline-size: min(460px, 94vw);
    background: var(--goc-surface);
    border: 1px solid var(--goc-line);
    border-radius: calc(var(--goc-radius) * 2);
    box-shadow: 0 12px 48px rgb(0 0 0 / 45%);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
    padding: 8px 10px;
    border-block-end: 1px solid var(--goc-line-faint);
  }
  .row label {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  input[type='range'] {
    inline-size: 110px;
    accent-color: var(--goc-accent);
  }
  ol {
    list-style: none;
    margin: 0;
    padding: 0;
    max-block-size: 46vh;
    overflow: auto;
  }
  li a {
    display: grid;
    grid-template-columns: 62px 26px minmax(0, 1fr) auto;
    gap: 8px;
    padding: 4px 10px;
    color: var(--goc-text);
    text-decoration: none;
    border-block-end: 1px solid var(--goc-line-faint);
  }
  li a:hover {
    background: var(--goc-hover);
  }
  li a:focus-visible {
    outline: 2px solid var(--goc-accent);
    outline-offset: -2px;
  }
  time,
  .ago,
  .none {
    color: var(--goc-text-secondary);
  }
  .none {
    padding: 16px;
    text-align: center;
  }
  .fresh .text {
    font-weight: 650;
  }
  @media (max-width: 700px) {
    .panel {
      position: fixed;
      inset-block-start: 44px;
      inset-inline: 3vw;
      inline-size: auto;
    }
  }
`;
