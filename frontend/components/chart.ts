import { LitElement, html, unsafeCSS } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type uPlot from 'uplot';
import uPlotStyle from 'uplot/dist/uPlot.min.css';
import { type Outlook, inWords } from './ahead.js';
import { timeLabel } from './axis.js';
import { chartStyle } from './chart-style.js';
import { csv, download, figuresTable } from './figures.js';
import { age, withUnit } from './numbers.js';
import { type Mark, type Painted, endOf, newPlot, tone } from './plot.js';
import { PREFERENCES_CHANGED, preferences } from './preferences.js';
import { eachSecond } from './seconds.js';
import { serverNow } from './server-clock.js';
import { Stream } from './stream.js';
import { TIME_ZOOM } from './time-bar.js';

interface Setup extends Painted {
  title: string;
  /** what a live chart shows, up to now */
  windowSeconds: number;
  /** what a chart of the past shows, in seconds; a live one has neither */
  from?: number | null;
  until?: number | null;
  intervalSeconds: number;
  /** offers the figures as a table and as CSV */
  tools: boolean;
  /** what a person should know of what is drawn */
  note: string;
}

const EMPTY: Setup = {
  title: '',
  unit: '',
  series: [],
  windowSeconds: 180,
  intervalSeconds: 1,
  thresholds: [],
  fit: false,
  tools: false,
  note: '',
};
/** How near the crosshair must be to something that happened to tell of it, as a part of the window. */
const NEAR = 0.012;
const LEGEND_MOST = 6;

/**
 * A chart that follows a feed or shows the past: values under the crosshair that all charts of the page share, the age
 * of the newest sample, STALE at twice the interval, thresholds as lines, what happened as marks.
 */
@customElement('goc-chart')
export class Chart extends LitElement {
  static styles = [unsafeCSS(uPlotStyle), chartStyle];

  /** How many points are in the chart, for those who wait for some. */
  points = 0;
  @state() private config = EMPTY;
  @state() private paused = false;
  @state() private loaded = false;
  @state() private failure = '';
  @state() private tick = 0;
  @state() private at: number | null = null;
  @state() private near = '';
  @state() private table = false;
  @query('.plot') private host!: HTMLElement;
  private stream = new Stream(0, 180);
  private marks: Mark[] = [];
  @state() private outlooks: Outlook[] = [];
  private aheadSeconds = 0;
  private heardMs = Number.NaN;
  private intervalMs = 1_000;
  private plot?: uPlot;
  private drawRequested = false;
  private stopClock = () => {};
  private observer?: ResizeObserver;

  setup(json: string): void {
    this.config = { ...EMPTY, ...(JSON.parse(json) as Partial<Setup>) };
    const { from, until, windowSeconds, intervalSeconds } = this.config;
    this.stream = new Stream(this.config.series.length, from && until ? until - from : windowSeconds);
    this.intervalMs = intervalSeconds * 1_000;
    this.heardMs = Number.NaN;
    this.points = 0;
    this.loaded = false;
    this.failure = '';
    this.repaint();
  }

  /** Fills the chart with the past: for each series its values one after another. */
  load(times: number[], values: number[], heardMs?: number, intervalMs?: number): void {
    const series = this.config.series.length;
    times.forEach((time, index) => {
      const row = Array.from({ length: series }, (_, each) => values[each * times.length + index]);
      this.stream.append(time, row, this.gap());
    });
    this.loaded = true;
    this.failure = '';
    this.hear(heardMs, intervalMs);
    this.draw();
  }

  push(time: number, values: number[], heardMs?: number, intervalMs?: number): void {
    if (this.stream.append(time, values, this.gap())) {
      this.failure = '';
      this.hear(heardMs, intervalMs);
      this.draw();
    }
  }

  /** What happened meanwhile. */
  annotate(json: string): void {
    this.marks = JSON.parse(json) as Mark[];
    this.draw();
  }

  /** Where the lines lead, and for how long that is said. */
  lookAhead(json: string, seconds: number): void {
    this.outlooks = JSON.parse(json) as Outlook[];
    this.aheadSeconds = seconds;
    this.draw();
  }

  /** Why there is nothing to show. */
  fail(why: string): void {
    this.loaded = true;
    this.failure = why;
  }

  /** How fresh the newest sample is, which may be older than the newest point that was made of it. */
  private hear(heardMs?: number, intervalMs?: number): void {
    this.points = this.stream.length;
    this.heardMs = heardMs || this.stream.lastTime * 1_000;
    this.intervalMs = intervalMs || this.intervalMs;
  }

  private gap(): number {
    return this.config.intervalSeconds * 3.5;
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.stopClock = eachSecond(() => this.everySecond());
    document.addEventListener(PREFERENCES_CHANGED, this.repaint);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopClock();
    document.removeEventListener(PREFERENCES_CHANGED, this.repaint);
    this.observer?.disconnect();
    this.plot?.destroy();
    this.plot = undefined;
  }

  /** The canvas keeps the colours it was painted with; a new one takes those of the theme. */
  private readonly repaint = (): void => {
    this.plot?.destroy();
    this.plot = undefined;
    this.draw();
  };

  /** The age grows by itself; and when nothing comes, the line moves away from the edge that means now. */
  private everySecond(): void {
    this.tick += 1;
    if (this.isStale()) {
      this.draw();
    }
  }

  private get live(): boolean {
    return !this.config.until;
  }

  private ageMs(): number {
    return serverNow() - this.heardMs;
  }

  private isStale(): boolean {
    // A step cannot tell of what came after it.
    const step = this.config.intervalSeconds * 1_000;
    return this.live && !(this.ageMs() <= Math.max(3_000, step + 2_000, this.intervalMs * 2));
  }

  /** What the window shows: up to the newest point, or up to now when that is long ago. */
  private window(newest: number): [number, number] {
    const { from, until, windowSeconds } = this.config;
    if (from && until) {
      return [from, until + this.aheadSeconds];
    }
    const end = this.isStale() ? serverNow() / 1_000 : newest;
    return [end - windowSeconds, end + this.aheadSeconds];
  }

  protected firstUpdated(): void {
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(this.host);
    this.draw();
  }

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.host;
    if (this.plot && width > 0 && height > 0) {
      this.plot.setSize({ width, height });
    }
  }

  private draw(): void {
    if (this.drawRequested || (this.paused && this.plot) || !this.host) {
      return;
    }
    this.drawRequested = true;
    requestAnimationFrame(() => {
      this.drawRequested = false;
      if (this.stream.length === 0 || !this.isConnected) {
        return;
      }
      const data = this.stream.columns as unknown as uPlot.AlignedData;
      this.plot ??= newPlot(this.host, data, this.config, {
        window: (newest) => this.window(newest),
        marks: () => this.marks,
        ahead: () => this.outlooks,
        hovered: (index, seconds) => this.hovered(index, seconds),
        zoomed: (from, until) =>
          document.dispatchEvent(new CustomEvent(TIME_ZOOM, { detail: { from, until } })),
      });
      this.plot.setData(data);
    });
  }

  private hovered(index: number | null, seconds: number | null): void {
    this.at = index;
    const near = (this.plot?.scales.x.max ?? 0) - (this.plot?.scales.x.min ?? 0);
    this.near =
      seconds === null
        ? ''
        : this.marks
            .filter((mark) => seconds >= mark.at - near * NEAR && seconds <= endOf(mark) + near * NEAR)
            .map(({ tag, text }) => `${tag} ${text}`)
            .slice(0, 3)
            .join(' · ');
  }

  private togglePause(): void {
    this.paused = !this.paused;
    this.draw();
  }

  private value(series: number): number {
    return this.at === null ? this.stream.last(series) : (this.stream.columns[series + 1]?.[this.at] ?? Number.NaN);
  }

  private when() {
    const { zone } = preferences();
    const named = zone === 'UTC' ? ' UTC' : '';
    const time = this.at === null ? undefined : this.stream.columns[0][this.at];
    if (time !== undefined) {
      return html`<span class="age">at ${timeLabel(time, 60, zone)}${named}</span>`;
    }
    if (this.stream.length === 0) {
      return html`<span class="age">${this.loaded ? 'no data' : ''}</span>`;
    }
    if (!this.live) {
      return html`<span class="age">until ${timeLabel(this.config.until ?? 0, 60, zone)}${named}</span>`;
    }
    const stale = this.isStale();
    return html`<span class="age ${stale ? 'stale' : ''}" data-tick=${this.tick}
      >${stale ? '⌛ STALE ' : ''}${age(Math.max(0, this.ageMs()))} old</span
    >`;
  }

  private legend() {
    const { series, unit } = this.config;
    const named = series.filter(({ role }) => role === undefined || role === 'line').length > 1;
    const shown = series
      .map((line, index) => ({ ...line, index }))
      .filter(({ role }) => role !== 'low' && role !== 'high');
    const more = shown.slice(LEGEND_MOST);
    return html`${shown.slice(0, LEGEND_MOST).map(
      ({ label, role, colour, index }) =>
        html`<span class="series" style="--tone:var(${tone(colour ?? index)})" title=${label}>
          <span class="key" aria-hidden="true">${role === 'compared' ? '┄' : '●'}</span>
          ${named || role === 'compared' ? label : ''} <span class="value">${withUnit(this.value(index), unit)}</span>
        </span>`,
    )}
    ${more.length > 0
      ? html`<span class="series" title=${more.map(({ label }) => label).join(', ')}>and ${more.length} more</span>`
      : ''}`;
  }

  private save(): void {
    const { title, series } = this.config;
    const name = `${title.replaceAll(/[^\w.-]+/g, '-').slice(0, 60) || 'chart'}.csv`;
    download(name, csv(series.map(({ label }) => label), this.stream.columns));
  }

  private tools() {
    return html`${this.config.tools
      ? html`<button aria-pressed=${this.table} @click=${() => (this.table = !this.table)}>Table</button>
          <button @click=${() => this.save()}>CSV</button>`
      : ''}
    ${this.live
      ? html`<button aria-pressed=${this.paused} @click=${() => this.togglePause()}>
          ${this.paused ? 'Paused' : 'Live'}
        </button>`
      : ''}`;
  }

  private emptiness() {
    if (this.failure) {
      return html`<div class="empty failed" role="alert">${this.failure}</div>`;
    }
    const nothing = this.live ? 'Waiting for data …' : 'Nothing was measured in this time.';
    return this.stream.length === 0 ? html`<div class="empty">${this.loaded ? nothing : 'Loading …'}</div>` : '';
  }

  render() {
    return html`<header>
        <h3 title=${this.config.title}>${this.config.title}</h3>
        ${this.legend()}${this.when()}${this.tools()}
      </header>
      <div class="plot">${this.near ? html`<div class="mark">${this.near}</div>` : ''}${this.emptiness()}</div>
      ${this.config.note ? html`<div class="note">${this.config.note}</div>` : ''}
      ${this.aheadSeconds > 0
        ? html`<div class="note">${inWords(this.outlooks, this.config.unit, this.aheadSeconds)}</div>`
        : ''}
      ${this.table ? figuresTable(this.config, this.stream.columns) : ''}`;
  }
}
