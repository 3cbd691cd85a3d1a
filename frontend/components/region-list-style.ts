import { css } from 'lit';

/** The look of the list of regions. */
export const regionListStyle = css`
  :host {
    container-type: inline-size;
    display: block;
    overflow: auto;
    min-block-size: 0;
  }
  /* A grid of fixed columns for each row, so that a row can be laid out, and left out of sight, by itself. */
  table,
  thead,
  tbody {
    display: block;
    font-variant-numeric: tabular-nums;
  }
  tr {
    display: grid;
    grid-template-columns: 8.2em minmax(0, 1fr) 6.4em 6em 88px 5.6em 6.4em 4.6em 3em 5.4em;
    align-items: center;
  }
  thead {
    position: sticky;
    inset-block-start: 0;
    background: var(--goc-surface);
    border-block-end: 1px solid var(--goc-line);
    z-index: 1;
  }
  /* Rows stand where their place in the list is: one that moves up moves nothing else. */
  tbody {
    position: relative;
    block-size: calc(var(--goc-list-row, 21px) * var(--rows));
  }
  tbody tr {
    position: absolute;
    inset-inline: 0;
    inset-block-start: calc(var(--goc-list-row, 21px) * var(--at));
    contain: strict;
    scroll-margin-block: 3em 1em;
  }
  th {
    text-align: start;
    font-weight: 500;
    padding: 0;
    min-inline-size: 0;
  }
  th button,
  th span {
    font: inherit;
    color: var(--goc-text-secondary);
    background: none;
    border: 0;
    padding: 3px 6px;
    inline-size: 100%;
    text-align: inherit;
    white-space: nowrap;
    cursor: pointer;
  }
  th span {
    display: block;
    cursor: default;
  }
  th button:hover {
    color: var(--goc-text);
  }
  .numeric {
    text-align: end;
  }
  td {
    padding: 0 6px;
    min-inline-size: 0;
    white-space: nowrap;
  }
  tbody tr {
    block-size: var(--goc-list-row, 21px);
    box-sizing: border-box;
    border-block-end: 1px solid var(--goc-line-faint);
    cursor: pointer;
  }
  tbody tr:hover {
    background: var(--goc-hover);
  }
  tbody tr:focus-visible {
    outline: 2px solid var(--goc-accent);
    outline-offset: -2px;
  }
  .place {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .country {
    color: var(--goc-text-faint);
    margin-inline-start: 6px;
  }
  .badge {
    display: inline-flex;
    gap: 6px;
    align-items: baseline;
    min-inline-size: 7em;
  }
  .ok .badge {
    color: var(--goc-ok);
  }
  .degraded .badge {
    color: var(--goc-degraded);
    font-weight: 600;
  }
  .critical .badge {
    color: var(--goc-critical-text);
    font-weight: 700;
  }
  .critical {
    background: color-mix(in srgb, var(--goc-critical) 12%, transparent);
  }
  .critical .country,
  .critical .stale {
    color: var(--goc-text-secondary);
  }
  .maintenance .badge {
    color: var(--goc-maintenance);
  }
  .unknown .badge {
    color: var(--goc-unknown);
    font-weight: 600;
  }
  .spark {
    color: var(--goc-series-1);
  }
  .stale {
    color: var(--goc-text-faint);
  }
  .spent {
    color: var(--goc-degraded);
    font-weight: 600;
  }
  .critical .spent {
    color: var(--goc-critical-text);
  }
  /* Where there is little room, the hosts go first, then the line; never the age. */
  @container (max-width: 58em) {
    tr {
      grid-template-columns: 8.2em minmax(0, 1fr) 6.4em 6em 88px 5.6em 4.6em 3em 5.4em;
    }
    th:nth-child(7),
    td:nth-child(7) {
      display: none;
    }
  }
  @container (max-width: 50em) {
    tr {
      grid-template-columns: 8.2em minmax(0, 1fr) 6.4em 6em 5.6em 4.6em 3em 5.4em;
    }
    th:nth-child(5),
    .spark {
      display: none;
    }
  }
  @container (max-width: 37em) {
    tr {
      grid-template-columns: 8.2em minmax(0, 1fr) 6em 5.6em 3em 5.4em;
    }
    th:nth-child(3),
    td:nth-child(3),
    th:nth-child(8),
    td:nth-child(8),
    .country {
      display: none;
    }
  }
  @container (max-width: 34em) {
    tr {
      grid-template-columns: 7.6em minmax(0, 1fr) 5.8em 3em 4.6em;
    }
    th:nth-child(6),
    td:nth-child(6) {
      display: none;
    }
    .badge {
      min-inline-size: 0;
    }
  }
  .trend {
    display: inline-block;
    inline-size: 1.2em;
  }
  .none {
    padding: 24px;
    text-align: center;
    color: var(--goc-text-secondary);
  }
`;
