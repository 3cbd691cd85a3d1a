import { LitElement, css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { copy, pasted } from './clipboard.js';
import { dialogStyle } from './dialog-style.js';
import { offer } from './keys.js';
import { inZone } from './numbers.js';
import { PREFERENCES_CHANGED, preferences } from './preferences.js';
import { serverNow } from './server-clock.js';
import {
  QUICK_MS,
  type TimeAddress,
  type TimeRange,
  ends,
  lengthInWords,
  read,
  shifted,
  toAddress,
  zoomedOut,
  zoomedTo,
} from './time-range.js';

/** A chart tells the page that a part of it was chosen: the seconds where it begins and ends. */
export const TIME_ZOOM = 'goc-time-zoom';

const COPIED = 'goc-copied-time-range';

/** The range in a text that was copied here or in Grafana; undefined when it holds none. */
function rangeIn(text: string): TimeRange | undefined {
  try {
    const { from, to } = JSON.parse(text) as Partial<TimeAddress>;
    return typeof from === 'string' && typeof to === 'string' ? read({ from, to }, serverNow()) : undefined;
  } catch {
    return undefined;
  }
}

/** The range of time of the whole screen: chosen from a menu, typed, moved by keys, or drawn in any of its charts. */
@customElement('goc-time-bar')
export class TimeBar extends LitElement {
  static styles = [
    dialogStyle,
    css`
      :host {
        display: inline-flex;
        align-items: center;
        gap: 2px;
        position: relative;
        font-variant-numeric: tabular-nums;
      }
      .state {
        font-weight: 650;
        margin-inline-end: 8px;
        white-space: nowrap;
      }
      .live {
        color: var(--goc-ok);
      }
      .paused {
        color: var(--goc-degraded);
      }
      [popover] {
        font: inherit;
        inset: auto;
        margin: 0;
        padding: 10px;
        color: var(--goc-text);
        background: var(--goc-surface);
        border: 1px solid var(--goc-line);
        border-radius: calc(var(--goc-radius) * 2);
        box-shadow: 0 8px 32px rgb(0 0 0 / 40%);
        inline-size: 330px;
      }
      .quick {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        gap: 4px;
        margin-block-end: 10px;
      }
      form {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 6px 8px;
        align-items: center;
      }
      input {
        font: inherit;
        color: var(--goc-text);
        background: var(--goc-background);
        border: 1px solid var(--goc-line);
        border-radius: var(--goc-radius);
        padding: 3px 6px;
        min-inline-size: 0;
      }
      .wrong {
        grid-column: 1 / -1;
        color: var(--goc-critical-text);
      }
      form button {
        grid-column: 2;
        justify-self: start;
      }
      button[aria-pressed='true'] {
        border-color: var(--goc-accent);
        color: var(--goc-accent);
      }
    `,
  ];

  @state() private range: TimeRange = { live: true, lengthMs: QUICK_MS[1] };
  @state() private wrong = '';
  private withdraw: (() => void)[] = [];

  /** What the server shows. */
  setRange(from: string, to: string): void {
    this.range = read({ from, to }, serverNow()) ?? this.range;
  }

  connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener(TIME_ZOOM, this.zoomed);
    document.addEventListener(PREFERENCES_CHANGED, this.repaint);
    const commands: [string, string, () => void][] = [
      ['t z', 'Zoom out in time', () => this.choose(zoomedOut(this.range, serverNow()))],
      ['t ←', 'Earlier', () => this.choose(shifted(this.range, -1, serverNow()))],
      ['t →', 'Later', () => this.choose(shifted(this.range, 1, serverNow()))],
      ['t c', 'Copy the time range', () => void this.copy()],
      ['t v', 'Paste a time range', () => void this.paste()],
    ];
    this.withdraw = commands.map(([keys, title, run]) => offer({ keys, title, run }));
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener(TIME_ZOOM, this.zoomed);
    document.removeEventListener(PREFERENCES_CHANGED, this.repaint);
    this.withdraw.forEach((each) => each());
  }

  private readonly repaint = (): void => this.requestUpdate();

  private readonly zoomed = (event: Event): void => {
    const { from, until } = (event as CustomEvent<{ from: number; until: number }>).detail;
    this.choose(zoomedTo(from * 1_000, until * 1_000));
  };

  private choose(range: TimeRange): void {
    this.range = range;
    this.renderRoot.querySelector<HTMLElement>('[popover]')?.hidePopover();
    this.dispatchEvent(new CustomEvent('time-chosen', { detail: { range: JSON.stringify(toAddress(range)) } }));
  }

  /** Into the clipboard where the browser lets us, and for the other pages of this browser in any case. */
  private async copy(): Promise<void> {
    const text = JSON.stringify(toAddress(this.range));
    localStorage.setItem(COPIED, text);
    await copy(text);
  }

  private async paste(): Promise<void> {
    for (const text of [await pasted(), localStorage.getItem(COPIED)]) {
      const range = text && rangeIn(text);
      if (range) {
        this.choose(range);
        return;
      }
    }
  }

  private typed(event: SubmitEvent): void {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const range = read({ from: String(fields.get('from')), to: String(fields.get('to')) }, serverNow());
    if (range) {
      this.wrong = '';
      this.choose(range);
    } else {
      this.wrong = 'Write 2026-11-27 18:05 (UTC) or now-6h; the end comes after the beginning.';
    }
  }

  /** Below the button that opens it, as far as there is room. */
  private place(event: ToggleEvent): void {
    const popover = event.target as HTMLElement;
    const { left, bottom } = this.getBoundingClientRect();
    popover.style.left = `${Math.max(4, Math.min(left, window.innerWidth - 345))}px`;
    popover.style.top = `${bottom + 4}px`;
  }

  private words(): string {
    if (this.range.live) {
      return `Last ${lengthInWords(this.range.lengthMs)}`;
    }
    const { zone } = preferences();
    const from = inZone(this.range.fromMs, zone);
    const until = inZone(this.range.untilMs, zone);
    const sameDay = from.slice(0, 10) === until.slice(0, 10);
    return `${from.slice(0, 19)} – ${sameDay ? until.slice(11) : until}`;
  }

  private menu() {
    const { fromMs, untilMs } = ends(this.range, serverNow());
    const field = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
    return html`<div class="quick">
        ${QUICK_MS.map(
          (ms) =>
            html`<button
              aria-pressed=${this.range.live && this.range.lengthMs === ms}
              @click=${() => this.choose({ live: true, lengthMs: ms })}
            >
              ${lengthInWords(ms)}
            </button>`,
        )}
      </div>
      <form @submit=${(event: SubmitEvent) => this.typed(event)}>
        <label for="from">From (UTC)</label>
        <input id="from" name="from" .value=${field(fromMs)} autocomplete="off" maxlength="40" />
        <label for="to">To (UTC)</label>
        <input
          id="to"
          name="to"
          .value=${this.range.live ? 'now' : field(untilMs)}
          autocomplete="off"
          maxlength="40"
        />
        ${this.wrong ? html`<span class="wrong" role="alert">${this.wrong}</span>` : ''}
        <button>Show</button>
      </form>`;
  }

  render() {
    const { live } = this.range;
    return html`<span class="state ${live ? 'live' : 'paused'}" id="state">${live ? '● LIVE' : '❚❚ PAUSED'}</span>
      <button
        aria-label="Earlier"
        title="Earlier (t ←)"
        @click=${() => this.choose(shifted(this.range, -1, serverNow()))}
      >
        ◂
      </button>
      <button popovertarget="menu" title="Choose the range of time of this screen">${this.words()} ▾</button>
      <button
        aria-label="Later"
        title="Later (t →)"
        ?disabled=${live}
        @click=${() => this.choose(shifted(this.range, 1, serverNow()))}
      >
        ▸
      </button>
      <button title="Zoom out (t z)" @click=${() => this.choose(zoomedOut(this.range, serverNow()))}>Zoom out</button>
      ${live
        ? ''
        : html`<button @click=${() => this.choose({ live: true, lengthMs: this.lengthLive() })}>Back to live</button>`}
      <div id="menu" popover @beforetoggle=${(event: ToggleEvent) => this.place(event)}>${this.menu()}</div>`;
  }

  /** A range of the menu that is about as long as what is shown. */
  private lengthLive(): number {
    const { fromMs, untilMs } = ends(this.range, serverNow());
    return QUICK_MS.find((ms) => ms >= untilMs - fromMs) ?? QUICK_MS[1];
  }
}
