import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { utcTime } from './numbers.js';
import { serverClock, serverNow } from './server-clock.js';

const BEAT_MISSED_AFTER_MS = 3000;
const PROBE_EVERY_MS = 2000;
const RELOAD_AFTER_MS = 5000;
const RELOAD_AFTER_MS_MOST = 60_000;
/** Where the page remembers over its own reloads how long it waited for the last one. */
const WAITED = 'goc-reload-after-ms';

interface ConnectionStateStore {
  state: string;
}

/**
 * Says whether what is on the screen is live. The server beats once a second; when no beat comes for three seconds, or
 * the connection is lost, a bar says so and the page is greyed. Once the server answers again and the beat does not
 * come back by itself, the page is loaded anew: the browser is remembered, so the same place comes back. If that
 * does not help, it is tried again after twice the time, up to a minute.
 */
@customElement('goc-live-bar')
export class LiveBar extends LitElement {
  static styles = css`
    :host {
      display: contents;
    }
    .now {
      display: inline-flex;
      align-items: center;
      gap: 0.5em;
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
      color: var(--goc-text-secondary);
    }
    .dot {
      inline-size: 0.6em;
      block-size: 0.6em;
      border-radius: 50%;
      background: var(--goc-ok);
    }
    .lost {
      position: fixed;
      inset-block-start: 0;
      inset-inline: 0;
      z-index: 10000;
      display: flex;
      gap: 1em;
      justify-content: center;
      padding: 6px 12px;
      background: var(--goc-critical);
      color: var(--goc-on-critical);
      font-weight: 700;
      font-variant-numeric: tabular-nums;
    }
    .lost span {
      font-weight: 400;
    }
  `;

  @property({ type: Boolean, reflect: true }) live = false;
  @state() private now = serverNow();
  private lastBeatHere = performance.now();
  private lastBeatServer = 0;
  private beats = 0;
  private answeredSince = 0;
  private probing = false;
  private lastProbe = 0;
  private timer = 0;

  /** Called by the server each second with its own time. */
  beat(serverMs: number): void {
    this.beats += 1;
    serverClock.heard(serverMs, Date.now());
    sessionStorage.removeItem(WAITED);
    this.lastBeatHere = performance.now();
    this.lastBeatServer = serverMs;
    this.answeredSince = 0;
    this.judge();
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.lastBeatHere = performance.now();
    this.timer = window.setInterval(() => this.judge(), 250);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.timer);
    document.documentElement.removeAttribute('data-not-live');
  }

  private judge(): void {
    this.now = serverNow();
    const connection = (window as unknown as { Vaadin?: { connectionState?: ConnectionStateStore } }).Vaadin
      ?.connectionState;
    const connected = connection?.state !== 'reconnecting' && connection?.state !== 'connection-lost';
    const beating = performance.now() - this.lastBeatHere < BEAT_MISSED_AFTER_MS;
    this.live = connected && beating && this.beats > 0;
    const lost = !connected || !beating;
    document.documentElement.toggleAttribute('data-not-live', lost);
    if (lost) {
      void this.probe();
    }
  }

  private async probe(): Promise<void> {
    const now = performance.now();
    if (this.probing || now - this.lastProbe < PROBE_EVERY_MS) {
      return;
    }
    this.probing = true;
    this.lastProbe = now;
    try {
      const answer = await fetch(new URL('health/live', document.baseURI), { cache: 'no-store' });
      if (!answer.ok) {
        this.answeredSince = 0;
      } else if (this.answeredSince === 0) {
        this.answeredSince = now;
      } else if (now - this.answeredSince > this.reloadAfterMs()) {
        sessionStorage.setItem(WAITED, String(Math.min(RELOAD_AFTER_MS_MOST, this.reloadAfterMs() * 2)));
        window.location.reload();
      }
    } catch {
      this.answeredSince = 0;
    } finally {
      this.probing = false;
    }
  }

  private reloadAfterMs(): number {
    return Number(sessionStorage.getItem(WAITED)) || RELOAD_AFTER_MS;
  }

  render() {
    const waiting = this.beats === 0 && performance.now() - this.lastBeatHere < BEAT_MISSED_AFTER_MS;
    if (this.live || waiting) {
      return html`<span class="now" title="The picture is live; times are UTC">
        <span class="dot" aria-hidden="true"></span>${this.live ? 'LIVE' : '…'} ${utcTime(this.now)} UTC
      </span>`;
    }
    const last = this.lastBeatServer ? `last update ${utcTime(this.lastBeatServer)} UTC` : 'no update yet';
    return html`<div class="lost" role="alert">NOT LIVE <span>${last} · reconnecting, your place is kept</span></div>
      <span class="now">NOT LIVE ${utcTime(this.now)} UTC</span>`;
  }
}
