import { LitElement, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { follow } from './board-frame.js';
import { age, budget, budgetInWords, percent, short, withUnit } from './numbers.js';
import { regionListStyle } from './region-list-style.js';
import {
  type RegionRow,
  type SortKey,
  type Stretch,
  arrow,
  matches,
  outlook,
  rowsInSight,
  rowsOf,
  sorted,
} from './region-rows.js';
import { sparkline } from './sparkline.js';
import { type RegionOnBoard, look } from './states.js';

/** A quarter of an hour, a point each ten seconds. */
const REMEMBERED = 90;
const POINT_MS = 10_000;
/** Rows beyond the edge that are kept fresh, so that a slow scroll shows nothing old. */
const FRESH_BEYOND = 2;
/** Rows beyond the edge that are there with their last figures, so that a quick one shows no gap. */
const KEPT_BEYOND = 16;
/** Later than this after a frame, the ages grow by themselves until the next. */
const FRAME_MISSED_AFTER_MS = 1500;
interface Column {
  key: SortKey | '';
  title: string;
  numeric: boolean;
}
const COLUMNS: readonly Column[] = [
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
  static styles = regionListStyle;

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
  private scrolledTo = 0;
  private seenHeight = 0;
  private rowHeight = 0;
  /** What matches, in the order of the list. */
  private shown: RegionRow[] = [];
  private readonly errors = new Map<string, number[]>();

  connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('scroll', this.scrolled, { passive: true });
    this.observe();
    this.unfollow = follow(({ states, values }) => this.frame([...states], [...values]));
    this.timer = window.setInterval(() => {
      if (this.sinceFrame() > 0) {
        this.requestUpdate();
      }
    }, 1000);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('scroll', this.scrolled);
    this.measured.disconnect();
    this.unfollow();
    window.clearInterval(this.timer);
  }

  /** The body of the table grows with its rows, and with the height of a row. */
  protected firstUpdated(): void {
    this.observe();
  }

  private observe(): void {
    const body = this.renderRoot.querySelector('tbody');
    if (body && this.isConnected) {
      this.measured.observe(this);
      this.measured.observe(body);
    }
  }

  private readonly scrolled = (): void => {
    this.scrolledTo = this.scrollTop;
    this.requestUpdate();
  };

  /** Measured when it changes, so that no frame has to wait until the one before it is laid out. */
  private readonly measured = new ResizeObserver(() => {
    this.seenHeight = this.clientHeight;
    const body = this.renderRoot.querySelector('tbody');
    this.rowHeight = (body?.offsetHeight ?? 0) / Math.max(1, this.shown.length);
    this.requestUpdate();
  });

  /** The rows that can be seen, and so many beyond either edge. */
  private window(beyond: number): Stretch {
    return rowsInSight(this.scrolledTo, this.seenHeight, this.rowHeight, beyond);
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
    if (event.key === 'Enter') {
      this.open(row);
    } else if (event.key === 'j' || event.key === 'ArrowDown') {
      void this.walk(row, 1);
      event.preventDefault();
    } else if (event.key === 'k' || event.key === 'ArrowUp') {
      void this.walk(row, -1);
      event.preventDefault();
    }
  }

  /** Goes to the row so many further down, and draws it first when it is out of sight. */
  private async walk(from: RegionRow, by: number): Promise<void> {
    const at = this.shown.findIndex(({ region }) => region.id === from.region.id);
    const next = this.shown[at + by];
    if (next) {
      this.walked = next.region.id;
      await this.updateComplete;
      const id = CSS.escape(next.region.id);
      this.renderRoot.querySelector<HTMLElement>(`tr[data-region="${id}"]`)?.focus();
    }
  }

  /** Tab stops at one row only: the one that was walked to last, else the first in sight. */
  private stop(kept: readonly RegionRow[]): string {
    const first = this.shown[this.window(0).first];
    return kept.some((row) => row.region.id === this.walked) ? this.walked : (first?.region.id ?? '');
  }

  /** The rows that are drawn: those in sight and around, and the one that has the focus, wherever it went. */
  private kept(): { row: RegionRow; index: number }[] {
    const { first, last } = this.window(KEPT_BEYOND);
    const focused = this.shadowRoot?.activeElement instanceof HTMLTableRowElement ? this.walked : undefined;
    return this.shown
      .map((row, index) => ({ row, index }))
      .filter(({ row, index }) => (index >= first && index <= last) || row.region.id === focused);
  }

  private row(row: RegionRow, index: number, stop: string) {
    const { word, tag } = look(row.state);
    const ageMs = row.ageMs + this.sinceFrame();
    const stale = !(ageMs <= 3 * this.intervalMs);
    const past = this.errors.get(row.region.id) ?? [];
    return html`<tr
      role="row"
      aria-rowindex=${index + 2}
      style="--at:${index}"
      class=${word}
      tabindex=${row.region.id === stop ? 0 : -1}
      @focus=${() => (this.walked = row.region.id)}
      data-region=${row.region.id}
      data-state=${word}
      @click=${() => this.open(row)}
      @keydown=${(event: KeyboardEvent) => this.key(event, row)}
    >
      <td role="cell">
        <span class="badge"><span aria-hidden="true">${tag}</span>${word}</span>
      </td>
      <td role="cell" class="place" title="${row.region.name}, ${row.region.country}">
        ${row.region.name}<span class="country">${row.region.country}</span>
      </td>
      <td role="cell" class="numeric ${stale ? 'stale' : ''}">${short(row.requests)}</td>
      <td role="cell" class="numeric ${stale ? 'stale' : ''}" title=${outlook(row)}>
        ${percent(row.errors)}<span class="trend">${arrow(row)}</span>
      </td>
      <td role="cell" class="spark">
        ${guard([past, past.length, past.at(-1), past[0]], () => sparkline(past, 0.01))}
      </td>
      <td role="cell" class="numeric ${stale ? 'stale' : ''}">${withUnit(row.p99, 'ms')}</td>
      <td role="cell" class="numeric ${stale ? 'stale' : ''}">
        ${Number.isFinite(row.hostsTotal) ? `${row.hostsUp} / ${row.hostsTotal}` : '–'}
      </td>
      <td role="cell" class="numeric ${row.budget < 0 ? 'spent' : ''}" title=${budgetInWords(row.budget)}>
        ${budget(row.budget)}
      </td>
      <td role="cell" class="numeric">${row.incidents > 0 ? row.incidents : ''}</td>
      <td role="cell" class="numeric ${stale ? 'stale' : ''}">${stale ? '⌛ ' : ''}${age(ageMs)}</td>
    </tr>`;
  }

  render() {
    this.shown = sorted(
      this.rows.filter((row) => matches(row, this.filter, this.stateFilter)),
      this.sortKey,
      this.descending,
    );
    const kept = this.kept();
    const stop = this.stop(kept.map(({ row }) => row));
    const fresh = this.window(FRESH_BEYOND);
    const isFresh = (index: number) => index >= fresh.first && index <= fresh.last;
    return html`<table role="table" aria-rowcount=${this.shown.length + 1}>
        <thead role="rowgroup">
          <tr role="row" aria-rowindex="1">
            ${COLUMNS.map((column) => this.head(column))}
          </tr>
        </thead>
        <tbody role="rowgroup" style="--rows:${this.shown.length}">
          ${repeat(
            kept,
            ({ row }) => row.region.id,
            ({ row, index }) =>
              guard(isFresh(index) ? [{}] : [row.state, index, row.region.id === stop], () =>
                this.row(row, index, stop),
              ),
          )}
        </tbody>
      </table>
      ${this.shown.length === 0
        ? html`<div class="none">
            ${this.rows.length === 0 ? 'Waiting for the first frame …' : 'No region matches the filter.'}
          </div>`
        : ''}`;
  }

  private head({ key, title, numeric }: Column) {
    return html`<th
      role="columnheader"
      class=${numeric ? 'numeric' : ''}
      aria-sort=${key === this.sortKey ? (this.descending ? 'descending' : 'ascending') : 'none'}
    >
      ${key === ''
        ? html`<span>${title}</span>`
        : html`<button @click=${() => this.sortBy(key)}>
            ${title}${key === this.sortKey ? (this.descending ? ' ↓' : ' ↑') : ''}
          </button>`}
    </th>`;
  }
}
