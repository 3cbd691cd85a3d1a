import { LitElement, css, html, unsafeCSS } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import uPlot from 'uplot';
import uPlotStyle from 'uplot/dist/uPlot.min.css';
import { age, withUnit } from './numbers.js';
import { serverNow } from './server-clock.js';
import { Stream } from './stream.js';
import { PREFERENCES_CHANGED } from './preferences.js';

interface Threshold {
  value: number;
  label: string;
  severity: string;
}

interface Setup {
  title: string;
  unit: string;
  series: { label: string }[];
  windowSeconds: number;
  intervalSeconds: number;
  thresholds?: Threshold[];
  /** fit the axis to the values instead of beginning at zero: for lines that lie close together */
  fit?: boolean;
}

/** How many colours there are for series in the theme. */
const COLOURS = 8;

const EMPTY: Setup = { title: '', unit: '', series: [], windowSeconds: 180, intervalSeconds: 1 };

/** The width of an axis for its longest label, in pixels. */
function roomFor(labels: readonly string[] | null): number {
  return 24 + 7 * Math.max(4, ...(labels ?? []).map((label) => label.length));
}

/** A chart that follows a feed: the last value with its age, STALE at twice the interval, thresholds as lines. */
@customElement('goc-live-chart')
export class LiveChart extends LitElement {
  static styles = [
    unsafeCSS(uPlotStyle),
    css`
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
      }
      h3,
      .series {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      h3 {
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
        min-block-size: 100px;
        position: relative;
      }
      .empty {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
        color: var(--goc-text-faint);
      }
    `,
  ];

  /** How many points are in the chart, for those who wait for some. */
  points = 0;
  @state() private config = EMPTY;
  @state() private paused = false;
  @state() private tick = 0;
  @query('.plot') private host!: HTMLElement;
  private stream = new Stream(0, 180);
  private plot?: uPlot;
  private drawRequested = false;
  private timer = 0;
  private observer?: ResizeObserver;

  setup(json: string): void {
    this.config = { ...EMPTY, ...(JSON.parse(json) as Setup) };
    this.stream = new Stream(this.config.series.length, this.config.windowSeconds);
    this.points = 0;
    this.plot?.destroy();
    this.plot = undefined;
    this.draw();
  }

  /** Fills the chart with the past: for each series its values one after another. */
  load(times: number[], values: number[]): void {
    const series = this.config.series.length;
    times.forEach((time, index) => {
      const row = Array.from({ length: series }, (_, each) => values[each * times.length + index]);
      this.stream.append(time, row, this.gap());
    });
    this.points = this.stream.length;
    this.draw();
  }

  push(time: number, values: number[]): void {
    if (this.stream.append(time, values, this.gap())) {
      this.points = this.stream.length;
      this.draw();
    }
  }

  private gap(): number {
    return this.config.intervalSeconds * 3.5;
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => this.everySecond(), 1000);
    document.addEventListener(PREFERENCES_CHANGED, this.repaint);
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

  private ageMs(): number {
    return serverNow() - this.stream.lastTime * 1000;
  }

  private isStale(): boolean {
    return !(this.ageMs() <= Math.max(3000, this.config.intervalSeconds * 2000));
  }

  /** What the window shows: up to the newest point, or up to now when that is long ago. */
  private window(newest: number): [number, number] {
    const end = this.isStale() ? serverNow() / 1000 : newest;
    return [end - this.config.windowSeconds, end];
  }

  private height(min: number | null, max: number | null, ceiling: number): [number, number] {
    if (!this.config.fit || min === null || max === null) {
      return [0, Math.max(max ?? 0, ceiling * 1.1, 1e-6) * 1.08];
    }
    const room = Math.max((max - min) * 0.1, Math.abs(max) * 0.01, 1e-6);
    return [min - room, max + room];
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.timer);
    document.removeEventListener(PREFERENCES_CHANGED, this.repaint);
    this.observer?.disconnect();
    this.plot?.destroy();
    this.plot = undefined;
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
      this.plot ??= this.newPlot();
      this.plot.setData(this.stream.columns as unknown as uPlot.AlignedData);
    });
  }

  /** The colour of a token as the canvas understands it, whatever the theme. */
  private token(name: string): string {
    const probe = document.createElement('span');
    probe.style.color = `var(${name})`;
    this.host.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }

  private newPlot(): uPlot {
    const axis = {
      stroke: this.token('--goc-text-faint'),
      grid: { stroke: this.token('--goc-line-faint'), width: 1 },
    };
    const thresholds = this.config.thresholds ?? [];
    const ceiling = thresholds.length > 0 ? Math.min(...thresholds.map((each) => each.value)) : 0;
    return new uPlot(
      {
        width: Math.max(100, this.host.clientWidth),
        height: Math.max(80, this.host.clientHeight),
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
        cursor: { y: false },
        legend: { show: false },
        scales: {
          x: { range: (_, __, max) => this.window(max) },
          y: { range: (_, min, max) => this.height(min, max, ceiling) },
        },
        axes: [
          {
            ...axis,
            space: 90,
            values: (_, ticks) => ticks.map((at) => new Date(at * 1000).toISOString().slice(11, 19)),
          },
          {
            ...axis,
            size: (_, labels) => roomFor(labels),
            values: (_, ticks) => ticks.map((value) => withUnit(value, this.config.unit)),
          },
        ],
        series: [
          {},
          ...this.config.series.map(({ label }, index) => ({
            label,
            stroke: this.token(`--goc-series-${(index % COLOURS) + 1}`),
            width: 1.5,
            points: { show: false },
            spanGaps: false,
          })),
        ],
        hooks: { draw: [(plot) => this.drawThresholds(plot, thresholds)] },
      },
      this.stream.columns as unknown as uPlot.AlignedData,
      this.host,
    );
  }

  private drawThresholds(plot: uPlot, thresholds: Threshold[]): void {
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.font = `${11 * devicePixelRatio}px sans-serif`;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'bottom';
    for (const { value, label, severity } of thresholds) {
      const y = Math.round(plot.valToPos(value, 'y', true));
      ctx.strokeStyle = this.token(severity === 'critical' ? '--goc-critical' : '--goc-degraded');
      ctx.fillStyle = ctx.strokeStyle;
      ctx.setLineDash([4, 4]);
      ctx.beginPath();
      ctx.moveTo(bbox.left, y);
      ctx.lineTo(bbox.left + bbox.width, y);
      ctx.stroke();
      ctx.fillText(label, bbox.left + 4, y - 3 * devicePixelRatio);
    }
    ctx.restore();
  }

  private togglePause(): void {
    this.paused = !this.paused;
    this.draw();
  }

  render() {
    const { title, series, unit } = this.config;
    const stale = this.isStale();
    return html`<header>
        <h3>${title}</h3>
        ${series.map(
          ({ label }, index) =>
            html`<span class="series" style="--tone:var(--goc-series-${(index % COLOURS) + 1})">
              <span class="key" aria-hidden="true">●</span> ${series.length > 1 ? label : ''}
              <span class="value">${withUnit(this.stream.last(index), unit)}</span>
            </span>`,
        )}
        <span class="age ${stale ? 'stale' : ''}" data-tick=${this.tick}
          >${this.stream.length === 0
            ? 'no data'
            : html`${stale ? '⌛ STALE ' : ''}${age(Math.max(0, this.ageMs()))} old`}</span
        >
        <button aria-pressed=${this.paused} @click=${() => this.togglePause()}>
          ${this.paused ? 'Paused' : 'Live'}
        </button>
      </header>
      <div class="plot">${this.stream.length === 0 ? html`<div class="empty">Waiting for data …</div>` : ''}</div>`;
  }
}
