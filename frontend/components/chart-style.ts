import { css } from 'lit';

/** How a chart and the legend around it look. */
export const chartStyle = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 150px;
    min-inline-size: 0;
  }
  header {
    display: flex;
    gap: 10px;
    align-items: baseline;
    padding: 4px 8px 0;
    font-variant-numeric: tabular-nums;
  }
  h3 {
    margin: 0;
    font-size: 1em;
    font-weight: 600;
    flex: 0 1 auto;
  }
  h3,
  .series {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .series {
    flex: 0 1 auto;
  }
  .age,
  button {
    flex: none;
  }
  .value {
    font-weight: 650;
  }
  .key {
    color: var(--tone);
  }
  .age {
    margin-inline-start: auto;
    color: var(--goc-text-faint);
  }
  .stale {
    color: var(--goc-degraded);
    font-weight: 600;
  }
  .mark {
    position: absolute;
    z-index: 1;
    inset-block-start: 2px;
    inset-inline-end: 6px;
    max-inline-size: 80%;
    padding: 0 6px;
    color: var(--goc-text);
    background: var(--goc-raised);
    border-radius: var(--goc-radius);
    pointer-events: none;
  }
  button {
    font: inherit;
    color: var(--goc-text-secondary);
    background: none;
    border: 1px solid var(--goc-line);
    border-radius: var(--goc-radius);
    padding: 0 6px;
    cursor: pointer;
  }
  button[aria-pressed='true'] {
    color: var(--goc-degraded);
    border-color: var(--goc-degraded);
  }
  .plot {
    flex: 1;
    min-block-size: 90px;
    position: relative;
  }
  .empty {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    text-align: center;
    padding: 0 12px;
    color: var(--goc-text-secondary);
  }
  .failed {
    color: var(--goc-critical-text);
  }
  .note {
    padding: 0 8px 4px;
    color: var(--goc-text-secondary);
  }
  .figures {
    max-block-size: 45%;
    overflow: auto;
    margin: 0 8px 6px;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
    font-variant-numeric: tabular-nums;
  }
  th {
    position: sticky;
    inset-block-start: 0;
    background: var(--goc-surface);
    color: var(--goc-text-secondary);
    font-weight: 600;
    text-align: end;
  }
  th,
  td {
    padding: 1px 6px;
    text-align: end;
    white-space: nowrap;
  }
  th:first-child,
  td:first-child {
    text-align: start;
    white-space: normal;
    overflow-wrap: anywhere;
  }
`;
