import { LitElement, css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { offer } from './keys.js';
import { utcTime } from './numbers.js';
import { eachSecond } from './seconds.js';
import { serverNow } from './server-clock.js';

/** A page that is never loaded anew gathers dust. */
const RELOAD_AFTER_MS = 24 * 3_600_000;
const POINTER_SHOWN_MS = 3_000;

interface WakeLockSentinelLike {
  release(): Promise<void>;
}

/**
 * The frame of a wall: the name of the board, where it is in the rotation, and UTC, readable from afar. Keeps the
 * screen awake, hides the pointer, and loads itself anew once a day; Esc leaves it.
 */
@customElement('goc-wall')
export class Wall extends LitElement {
  static styles = css`
    :host {
      position: fixed;
      inset: 0;
      display: flex;
      flex-direction: column;
      background: var(--goc-background);
      color: var(--goc-text);
      font-size: var(--goc-type-wall);
      line-height: 1.35;
      --goc-list-row: 1.7em;
      --goc-gap: 0.6em;
    }
    :host([still]) {
      cursor: none;
    }
    header {
      display: flex;
      align-items: baseline;
      gap: 0.8em;
      padding: 0.25em 0.6em;
      border-block-end: 2px solid var(--goc-line);
      background: var(--goc-surface);
    }
    :host([alarmed]) header {
      border-color: var(--goc-critical);
      box-shadow: inset 0 0 0 3px var(--goc-critical);
    }
    h1 {
      margin: 0;
      font-size: 1.3em;
      font-weight: 650;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .alarm {
      color: var(--goc-critical-text);
      font-weight: 700;
    }
    .place {
      color: var(--goc-text-faint);
      letter-spacing: 0.2em;
    }
    .clock {
      margin-inline-start: auto;
      font-size: 1.3em;
      font-weight: 650;
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .board {
      flex: 1;
      min-block-size: 0;
      padding: 0.5em;
      display: flex;
      flex-direction: column;
      overflow: hidden;
    }
    .board ::slotted(*) {
      flex: 1;
      min-block-size: 0;
    }
  `;

  @state() private board = '';
  @state() private index = 0;
  @state() private total = 1;
  @state() private alarmed = false;
  @state() private now = serverNow();
  private stopClock = () => {};
  private reload = 0;
  private pointer = 0;
  private lock?: WakeLockSentinelLike;
  private withdraw: (() => void)[] = [];

  /** Which board is shown. */
  shows(board: string, index: number, total: number, alarmed: boolean): void {
    this.board = board;
    this.index = index;
    this.total = total;
    this.alarmed = alarmed;
    this.toggleAttribute('alarmed', alarmed);
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.stopClock = eachSecond(() => (this.now = serverNow()));
    this.reload = window.setTimeout(() => window.location.reload(), RELOAD_AFTER_MS);
    this.withdraw = ['Esc', 'd k'].map((keys) => offer({ keys, title: 'Leave the wall', run: () => history.back() }));
    document.addEventListener('visibilitychange', this.stayAwake);
    document.addEventListener('pointermove', this.pointed);
    void this.stayAwake();
    this.pointed();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopClock();
    window.clearTimeout(this.reload);
    window.clearTimeout(this.pointer);
    this.withdraw.forEach((each) => each());
    document.removeEventListener('visibilitychange', this.stayAwake);
    document.removeEventListener('pointermove', this.pointed);
    void this.lock?.release();
  }

  private readonly stayAwake = async (): Promise<void> => {
    const wakeLock = (navigator as { wakeLock?: { request(type: string): Promise<WakeLockSentinelLike> } }).wakeLock;
    if (wakeLock && document.visibilityState === 'visible') {
      this.lock = await wakeLock.request('screen').catch(() => undefined);
    }
  };

  private readonly pointed = (): void => {
    this.removeAttribute('still');
    window.clearTimeout(this.pointer);
    this.pointer = window.setTimeout(() => this.setAttribute('still', ''), POINTER_SHOWN_MS);
  };

  render() {
    const dots = Array.from({ length: this.total }, (_, each) => (each === this.index ? '●' : '○')).join('');
    return html`<header>
        <h1>${this.board}</h1>
        ${this.alarmed ? html`<span class="alarm">◆C ALARM</span>` : ''}
        ${this.total > 1
          ? html`<span class="place" role="img" aria-label="Board ${this.index + 1} of ${this.total}">${dots}</span>`
          : ''}
        <slot name="live"></slot>
        <span class="clock">${new Date(this.now).toISOString().slice(0, 10)} ${utcTime(this.now)} UTC</span>
      </header>
      <div class="board"><slot></slot></div>`;
  }
}
