import { LitElement, css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { age, withUnit } from './numbers.js';
import { eachSecond } from './seconds.js';
import { serverNow } from './server-clock.js';

interface Setup {
  title: string;
  unit: string;
  table: boolean;
  /** the age is told of what goes on only */
  live: boolean;
  limits: { value: number; severity: string }[];
}

interface Value {
  label: string;
  value: number | null;
}

const LOOKS: Record<string, string> = { warning: '●W', critical: '◆C' };

/** The newest values of a few series, as numbers or as a table; those beyond a limit say so by shape and letter. */
@customElement('goc-values')
export class Values extends LitElement {
  static styles = css`
    :host {
      display: flex;
      flex-direction: column;
      min-block-size: 0;
      font-variant-numeric: tabular-nums;
    }
    header {
      display: flex;
      gap: 10px;
      padding: 4px 8px 0;
    }
    h3 {
      margin: 0;
      font-size: 1em;
      font-weight: 600;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .age {
      margin-inline-start: auto;
      color: var(--goc-text-faint);
      white-space: nowrap;
    }
    .stale {
      color: var(--goc-degraded);
      font-weight: 600;
    }
    .numbers {
      flex: 1;
      min-block-size: 0;
      display: flex;
      flex-wrap: wrap;
      gap: 4px 24px;
      align-items: center;
      align-content: center;
      justify-content: space-evenly;
      overflow: auto;
      padding: 4px 8px;
      container-type: size;
    }
    .number {
      display: flex;
      flex-direction: column;
      align-items: center;
    }
    .number b {
      font-size: clamp(1.2em, calc(68cqmin / (1 + var(--many, 1))), 4em);
      font-weight: 650;
      line-height: 1.1;
    }
    .label {
      color: var(--goc-text-secondary);
      overflow-wrap: anywhere;
    }
    .warning {
      color: var(--goc-severity-warning);
    }
    .critical {
      color: var(--goc-severity-critical);
    }
    .rows {
      overflow: auto;
      padding: 4px 8px;
    }
    table {
      border-collapse: collapse;
      inline-size: 100%;
    }
    td {
      padding: 1px 4px;
      border-block-end: 1px solid var(--goc-line-faint);
    }
    td:last-child {
      text-align: end;
      font-weight: 600;
      white-space: nowrap;
    }
    .empty {
      flex: 1;
      display: grid;
      place-items: center;
      color: var(--goc-text-secondary);
      padding: 0 8px;
      text-align: center;
    }
    .failed {
      color: var(--goc-critical-text);
    }
  `;

  @state() private config: Setup = { title: '', unit: '', table: false, live: true, limits: [] };
  @state() private values?: Value[];
  @state() private failure = '';
  @state() private tick = 0;
  private heardMs = 0;
  private intervalMs = 1_000;
  private stopClock = () => {};

  setup(json: string): void {
    this.config = JSON.parse(json) as Setup;
    this.values = undefined;
    this.failure = '';
  }

  /** The newest values, and how fresh the samples are that they were made of. */
  show(json: string, heardMs: number, intervalMs: number): void {
    this.values = JSON.parse(json) as Value[];
    this.failure = '';
    this.heardMs = heardMs || this.heardMs;
    this.intervalMs = intervalMs;
  }

  fail(why: string): void {
    this.failure = why;
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.stopClock = eachSecond(() => (this.tick += 1));
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopClock();
  }

  private severity(value: number | null): string {
    const beyond = this.config.limits.filter((limit) => value !== null && value >= limit.value);
    return beyond.some(({ severity }) => severity === 'critical') ? 'critical' : beyond.length > 0 ? 'warning' : '';
  }

  private figure({ value }: Value) {
    const severity = this.severity(value);
    const text = withUnit(value ?? Number.NaN, this.config.unit);
    const title = value === null ? 'not known' : String(value);
    return html`<b class=${severity} title=${title}>${LOOKS[severity] ?? ''} ${text}</b>`;
  }

  private when() {
    if (!this.values || !this.heardMs || !this.config.live) {
      return '';
    }
    const old = Math.max(0, serverNow() - this.heardMs);
    const stale = old > Math.max(3_000, 2 * this.intervalMs);
    return html`<span class="age ${stale ? 'stale' : ''}" data-tick=${this.tick}
      >${stale ? '⌛ STALE ' : ''}${age(old)} old</span
    >`;
  }

  private body() {
    if (this.failure) {
      return html`<div class="empty failed" role="alert">${this.failure}</div>`;
    }
    if (!this.values || this.values.length === 0) {
      return html`<div class="empty">${this.values ? 'Nothing was measured.' : 'Loading …'}</div>`;
    }
    if (this.config.table) {
      return html`<div class="rows" tabindex="0" role="region" aria-label=${this.config.title}>
        <table>
          ${this.values.map((each) => html`<tr><td>${each.label}</td><td>${this.figure(each)}</td></tr>`)}
        </table>
      </div>`;
    }
    return html`<div
      class="numbers"
      tabindex="0"
      role="region"
      aria-label=${this.config.title}
      style="--many:${this.values.length}"
    >
      ${this.values.map(
        (each, _, all) =>
          html`<span class="number"
            >${this.figure(each)} <span class="label">${all.length > 1 || each.label !== 'all' ? each.label : ''}</span>
          </span>`,
      )}
    </div>`;
  }

  render() {
    return html`<header>
        <h3 title=${this.config.title}>${this.config.title}</h3>
        ${this.when()}
      </header>
      ${this.body()}`;
  }
}
