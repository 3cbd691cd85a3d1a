import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { follow } from './board-frame.js';
import { age, budget, budgetInWords, percent, short, withUnit } from './numbers.js';
import { type RegionRow, type SortKey, matches, rowsOf, sorted, arrow, outlook } from './region-rows.js';
import { sparkline } from './sparkline.js';
import { type RegionOnBoard, look } from './states.js';

/** A quarter of an hour, a point each ten seconds. */
const REMEMBERED = 90;
const POINT_MS = 10_000;
/** Later than this after a frame, the ages grow by themselves until the next. */
const FRAME_MISSED_AFTER_MS = 1500;
const COLUMNS: readonly { key: SortKey | ''; title: string; numeric: boolean }[] = [
  { key: 'state', title: 'State', numeric: false },
  { key: 'name', title: 'Region', numeric: false },
  { key: 'requests', title: 'Requests/s', numeric: true },
  { key: 'errors', title: 'Errors', numeric: true },
  { key: '', title: 'last 15 min', numeric: false },
  { key: 'p99', title: 'p99', numeric: true },
  { key: 'hosts', title: 'Hosts up', numeric: true },
  { key: 'budget', title: 'Budget', numeric: true },
  { key: 'incidents', title: 'Inc.', numeric: true },
  { key: 'age', title: 'Age', numeric: true },
];

/** All regions in a dense table that follows the feed: worst first, sortable, filtered, walked by j and k. */
@customElement('goc-region-list')
export class RegionList extends LitElement {
  static styles = css`
    :host {
      container-type: inline-size;
      display: block;
      overflow: auto;
      min-block-size: 0;
    }
    table {
      inline-size: 100%;
      border-collapse: collapse;
      font-variant-numeric: tabular-nums;
    }
    th {
      position: sticky;
      inset-block-start: 0;
      background: var(--goc-surface);
      text-align: start;
      font-weight: 500;
      padding: 0;
      border-block-end: 1px solid var(--goc-line);
      z-index: 1;
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
      padding: 1px 6px;
      block-size: var(--goc-list-row, 21px);
      box-sizing: border-box;
      border-block-end: 1px solid var(--goc-line-faint);
      white-space: nowrap;
    }
    tbody tr {
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
      max-inline-size: 0;
      inline-size: 99%;
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
      inline-size: 76px;
    }
    .stale {
      color: var(--goc-text-faint);
    }
    .spent {
      color: var(--goc-degraded);
      font-weight: 600;
    }
    /* Where there is little room, the hosts go first, then the line; never the age. */
    @container (max-width: 58em) {
      th:nth-child(7),
      td:nth-child(7) {
        display: none;
      }
    }
    @container (max-width: 50em) {
      th:nth-child(5),
      .spark {
        display: none;
      }
    }
    @container (max-width: 37em) {
      th:nth-child(3),
      td:nth-child(3),
      th:nth-child(8),
      td:nth-child(8),
      .country {
        display: none;
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

  @property({ type: String }) filter = '';
  @property({ type: Number }) intervalMs = 1000;
  frames = 0;
  @state() private regions: RegionOnBoard[] = [];
  @state() private rows: RegionRow[] = [];
  @state() private sortKey: SortKey = 'state';
  @state() private descending = true;
  @state() private stateFilter = -1;
  @state() private walked = '';
  private framedAt = 0;
  private pointedAt = 0;
  private budgets: (number | null)[] = [];
  private incidents: number[] = [];
  private trends: number[] = [];
  private unfollow = () => {};
  private timer = 0;
  private readonly errors = new Map<string, number[]>();

  connectedCallback(): void {
    super.connectedCallback();
    this.unfollow = follow(({ states, values }) => this.frame([...states], [...values]));
    this.timer = window.setInterval(() => {
      if (this.sinceFrame() > 0) {
        this.requestUpdate();
      }
    }, 1000);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unfollow();
    window.clearInterval(this.timer);
  }

  /** How much older everything is than the last frame said; nothing as long as frames come as they should. */
  private sinceFrame(): number {
    const passed = performance.now() - this.framedAt;
    return this.frames > 0 && passed > FRAME_MISSED_AFTER_MS ? passed : 0;
  }

  setRegions(json: string): void {
    this.regions = JSON.parse(json) as RegionOnBoard[];
  }

  /**
   * What changes seldom: for each region its budget left (per mille, may be below zero), its open incidents, and two
   * numbers that say where its errors lead: a direction, and errors per million in a quarter of an hour.
   */
  facts(budgets: (number | null)[], incidents: number[], trends: number[]): void {
    this.budgets = budgets;
    this.incidents = incidents;
    this.trends = trends;
  }

  /** The errors of the last quarter of an hour, {@link REMEMBERED} for each region, per million; -1 unknown. */
  past(errors: number[]): void {
    this.regions.forEach(({ id }, index) => {
      const of = errors.slice(index * REMEMBERED, (index + 1) * REMEMBERED);
      this.errors.set(id, of.map((each) => (each < 0 ? Number.NaN : each / 1e6)));
    });
    this.pointedAt = performance.now();
  }

  frame(states: number[], values: number[]): void {
    this.frames += 1;
    this.framedAt = performance.now();
    this.rows = rowsOf(this.regions, states, values, this.budgets, this.incidents, this.trends);
    const isNew = this.framedAt - this.pointedAt >= POINT_MS;
    this.pointedAt = isNew ? this.framedAt : this.pointedAt;
    for (const row of this.rows) {
      this.remember(this.errors.get(row.region.id) ?? [], row, isNew);
    }
  }

  /** A point of the line is the worst of its ten seconds. */
  private remember(past: number[], row: RegionRow, isNew: boolean): void {
    const last = past.at(-1) ?? Number.NaN;
    if (isNew || past.length === 0) {
      past.push(row.errors);
    } else if (!(row.errors <= last)) {
      past[past.length - 1] = row.errors;
    }
    if (past.length > REMEMBERED) {
      past.shift();
    }
    this.errors.set(row.region.id, past);
  }

  /** Shows only regions in the state; -1 shows all. */
  showState(code: number): void {
    this.stateFilter = code;
  }

  private sortBy(key: SortKey): void {
    this.descending = this.sortKey === key ? !this.descending : key !== 'name';
    this.sortKey = key;
  }

  private open(row: RegionRow): void {
    this.dispatchEvent(
      new CustomEvent('region-open', { detail: { id: row.region.id }, bubbles: true, composed: true }),
    );
  }

  private key(event: KeyboardEvent, row: RegionRow): void {
    const here = event.currentTarget as HTMLElement;
    if (event.key === 'Enter') {
      this.open(row);
    } else if (event.key === 'j' || event.key === 'ArrowDown') {
      (here.nextElementSibling as HTMLElement | null)?.focus();
      event.preventDefault();
    } else if (event.key === 'k' || event.key === 'ArrowUp') {
      (here.previousElementSibling as HTMLElement | null)?.focus();
      event.preventDefault();
    }
  }

  /** Tab stops at one row only: the one that was walked to last, else the first. */
  private stop(shown: readonly RegionRow[]): string {
    return shown.some((row) => row.region.id === this.walked) ? this.walked : (shown[0]?.region.id ?? '');
  }

  private row(row: RegionRow, stop: string) {
    const { word, tag } = look(row.state);
    const ageMs = row.ageMs + this.sinceFrame();
    const stale = !(ageMs <= 3 * this.intervalMs);
    return html`<tr
      class=${word}
      tabindex=${row.region.id === stop ? 0 : -1}
      @focus=${() => (this.walked = row.region.id)}
      data-region=${row.region.id}
      data-state=${word}
      @click=${() => this.open(row)}
      @keydown=${(event: KeyboardEvent) => this.key(event, row)}
    >
      <td>
        <span class="badge"><span aria-hidden="true">${tag}</span>${word}</span>
      </td>
      <td class="place" title="${row.region.name}, ${row.region.country}">
        ${row.region.name}<span class="country">${row.region.country}</span>
      </td>
      <td class="numeric ${stale ? 'stale' : ''}">${short(row.requests)}</td>
      <td class="numeric ${stale ? 'stale' : ''}" title=${outlook(row)}>
        ${percent(row.errors)}<span class="trend">${arrow(row)}</span>
      </td>
      <td class="spark">${sparkline(this.errors.get(row.region.id) ?? [], 0.01)}</td>
      <td class="numeric ${stale ? 'stale' : ''}">${withUnit(row.p99, 'ms')}</td>
      <td class="numeric ${stale ? 'stale' : ''}">
        ${Number.isFinite(row.hostsTotal) ? `${row.hostsUp} / ${row.hostsTotal}` : '–'}
      </td>
      <td class="numeric ${row.budget < 0 ? 'spent' : ''}" title=${budgetInWords(row.budget)}>${budget(row.budget)}</td>
      <td class="numeric">${row.incidents > 0 ? row.incidents : ''}</td>
      <td class="numeric ${stale ? 'stale' : ''}">${stale ? '⌛ ' : ''}${age(ageMs)}</td>
    </tr>`;
  }

  render() {
    const shown = sorted(
      this.rows.filter((row) => matches(row, this.filter, this.stateFilter)),
      this.sortKey,
      this.descending,
    );
    const stop = this.stop(shown);
    return html`<table>
        <thead>
          <tr>
            ${COLUMNS.map(
              ({ key, title, numeric }) =>
                html`<th
                  class=${numeric ? 'numeric' : ''}
                  aria-sort=${key === this.sortKey ? (this.descending ? 'descending' : 'ascending') : 'none'}
                >
                  ${key === ''
                    ? html`<span>${title}</span>`
                    : html`<button @click=${() => this.sortBy(key)}>
                        ${title}${key === this.sortKey ? (this.descending ? ' ↓' : ' ↑') : ''}
                      </button>`}
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            shown,
            (row) => row.region.id,
            (row) => this.row(row, stop),
          )}
        </tbody>
      </table>
      ${shown.length === 0
        ? html`<div class="none">
            ${this.rows.length === 0 ? 'Waiting for the first frame …' : 'No region matches the filter.'}
          </div>`
        : ''}`;
  }
}
