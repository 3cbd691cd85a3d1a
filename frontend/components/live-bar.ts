import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LATE_MS, type Trouble, isLive, troubles } from './liveness.js';
import { utcTime } from './numbers.js';
import { beginSecond, eachSecond } from './seconds.js';
import { serverClock, serverNow } from './server-clock.js';
import { troubleBar, troubleBarStyle } from './trouble-bar.js';

const JUDGED_EVERY_MS = 250;
/** How long what a beat said of others is taken to go on; of a server that is silent itself nothing more is known. */
const BEAT_SPEAKS_FOR_MS = 1200;
const PROBE_EVERY_MS = 2000;
const RELOAD_AFTER_MS = 5000;
const RELOAD_AFTER_MS_MOST = 60_000;
/** Where the page remembers over its own reloads how long it waited for the last one. */
const WAITED = 'goc-reload-after-ms';

interface ConnectionStateStore {
  state: string;
}

/**
 * Says whether what is on the screen is live. The server beats once a second and tells with each beat when telemetry
 * last came through and when the database last answered. When one of these is late, or the connection is lost, a bar
 * says which; and unless it is the database alone, the page is greyed. Once the server answers again and the beat does
 * not come back by itself, the page is loaded anew: the browser is remembered, so the same place comes back. If that
 * does not help, it is tried again after twice the time, up to a minute.
 */
@customElement('goc-live-bar')
export class LiveBar extends LitElement {
  static styles = [
    troubleBarStyle,
    css`
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
    `,
  ];

  @property({ type: Boolean, reflect: true }) live = false;
  @state() private now = serverNow();
  @state() private troubles: Trouble[] = [];
  private lastBeatHere = performance.now();
  private lastBeatServer = 0;
  private telemetryAt = 0;
  private databaseAt = 0;
  private beats = 0;
  private answeredSince = 0;
  private probing = false;
  private lastProbe = 0;
  private timer = 0;
  private stop = () => {};

  /** Called by the server each second with its own time, and when it last heard telemetry and the database. */
  beat([serverMs, telemetryMs, databaseMs]: [number, number, number]): void {
    this.beats += 1;
    serverClock.heard(serverMs, Date.now());
    sessionStorage.removeItem(WAITED);
    this.lastBeatHere = performance.now();
    this.lastBeatServer = serverMs;
    this.telemetryAt = telemetryMs;
    this.databaseAt = databaseMs;
    this.answeredSince = 0;
    this.judge();
    beginSecond();
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.lastBeatHere = performance.now();
    this.timer = window.setInterval(() => this.judge(), JUDGED_EVERY_MS);
    this.stop = eachSecond(() => (this.now = serverNow()));
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.timer);
    this.stop();
    document.documentElement.removeAttribute('data-not-live');
    document.documentElement.removeAttribute('data-barred');
  }

  private judge(): void {
    const now = serverNow();
    const connection = (window as unknown as { Vaadin?: { connectionState?: ConnectionStateStore } }).Vaadin
      ?.connectionState;
    const sinceBeat = performance.now() - this.lastBeatHere;
    const knownOf = Math.min(now, this.lastBeatServer + BEAT_SPEAKS_FOR_MS);
    const found = troubles({
      serverMs: sinceBeat,
      // Before the first beat nothing is known of them.
      telemetryMs: this.beats > 0 ? knownOf - this.telemetryAt : 0,
      databaseMs: this.beats > 0 ? knownOf - this.databaseAt : 0,
      connected: connection?.state !== 'reconnecting' && connection?.state !== 'connection-lost',
    });
    if (found.join() !== this.troubles.join()) {
      this.troubles = found;
    }
    this.live = this.beats > 0 && isLive(found);
    document.documentElement.toggleAttribute('data-not-live', !isLive(found));
    document.documentElement.toggleAttribute('data-barred', found.length > 0);
    if (found.includes('no-server')) {
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
    const waiting = this.beats === 0 && performance.now() - this.lastBeatHere < LATE_MS;
    const time = utcTime(this.now);
    const sign = this.live || waiting;
    const now = html`<span class="now" title=${sign ? 'The picture is live; times are UTC' : 'Times are UTC'}>
      ${sign ? html`<span class="dot" aria-hidden="true"></span>${this.live ? 'LIVE' : '…'}` : 'NOT LIVE'} ${time} UTC
    </span>`;
    if (waiting || this.troubles.length === 0) {
      return now;
    }
    const { lastBeatServer: serverAt, telemetryAt, databaseAt } = this;
    return html`${troubleBar(this.troubles, { serverAt, telemetryAt, databaseAt })} ${now}`;
  }
}
