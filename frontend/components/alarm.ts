import { LitElement, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { alarmStyle } from './alarm-style.js';
import { dialogStyle } from './dialog-style.js';
import { bell, bellMuted } from './icons.js';
import { offer } from './keys.js';
import { elapsed, utcTime } from './numbers.js';
import { PREFERENCES_CHANGED, prefer, preferences } from './preferences.js';
import { eachSecond } from './seconds.js';
import { serverNow } from './server-clock.js';
import { SEVERITIES, TONES, play, worstHeard } from './tones.js';

interface News {
  atMs: number;
  /** shape and letter, and the state or severity they stand for */
  tag: string;
  tone: string;
  text: string;
  address: string;
}

const SNOOZES = [15, 60, 240];
const MUTED = 'goc-muted-until';
const SEEN = 'goc-news-seen-ms';
const FOR_EVER = 8.64e15;
const SEVERITY_TAGS: Readonly<Record<string, string>> = { critical: '◆C', high: '▲H', warning: '●W', info: 'i' };

function stored(name: string): number {
  try {
    return Number(localStorage.getItem(name)) || 0;
  } catch {
    return 0;
  }
}

function store(name: string, value: number): void {
  try {
    localStorage.setItem(name, String(value));
  } catch {
    // A browser that keeps nothing forgets it with the page.
  }
}

/**
 * The bell: how many alerts nobody has acknowledged, by severity; what happened lately; and the sound, which repeats
 * until somebody acknowledges. Of several pages of one browser only one is heard.
 */
@customElement('goc-alarm')
export class Alarm extends LitElement {
  static styles = [dialogStyle, alarmStyle];

  /** How often a sound was begun, for those who wait for one. */
  soundings = 0;
  @state() private counts: number[] = [0, 0, 0, 0];
  @state() private news: News[] = [];
  @state() private open = false;
  @state() private seenMs = stored(SEEN);
  @state() private mutedUntilMs = stored(MUTED);
  @state() private blocked = false;
  @state() private now = Date.now();
  @query('.panel button') private firstButton?: HTMLElement;
  private audio?: AudioContext;
  private soundedAt = Number.NEGATIVE_INFINITY;
  private newestTold = -1;
  private leads = false;
  private stopClock = () => {};
  private release = () => {};
  private readonly withdraw: (() => void)[] = [];

  connectedCallback(): void {
    super.connectedCallback();
    this.stopClock = eachSecond(() => this.everySecond());
    document.addEventListener(PREFERENCES_CHANGED, this.repaint);
    document.addEventListener('click', this.outside);
    this.withdraw.push(
      offer({ keys: 'm', title: 'Mute or unmute the sound', run: () => this.toggleMute() }),
      offer({ keys: 'n', title: 'What happened lately', run: () => this.toggle() }),
    );
    this.lead();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopClock();
    document.removeEventListener(PREFERENCES_CHANGED, this.repaint);
    document.removeEventListener('click', this.outside);
    this.withdraw.splice(0).forEach((each) => each());
    this.release();
    void this.audio?.close();
    this.audio = undefined;
  }

  /** Alerts that fire and that nobody has acknowledged, by severity from the worst. */
  alarms(counts: number[]): void {
    const more = counts.some((count, index) => count > (this.counts[index] ?? 0));
    this.counts = counts;
    if (more) {
      this.soundedAt = Number.NEGATIVE_INFINITY;
    }
    this.sound();
  }

  /** What happened lately, newest first. */
  happened(json: string): void {
    this.news = JSON.parse(json) as News[];
    if (this.seenMs === 0) {
      this.see();
    }
    this.tellDesktop();
  }

  private readonly repaint = (): void => this.requestUpdate();

  private readonly outside = (event: Event): void => {
    if (this.open && !event.composedPath().includes(this)) {
      this.toggle();
    }
  };

  /** The page that holds the lock is the one that is heard; where there are no locks, each is. */
  private lead(): void {
    if (!navigator.locks) {
      this.leads = true;
      return;
    }
    void navigator.locks.request('goc-alarm', () => {
      this.leads = this.isConnected;
      return this.leads
        ? new Promise<void>((resolve) => {
            this.release = () => {
              this.leads = false;
              resolve();
            };
          })
        : undefined;
    });
  }

  private everySecond(): void {
    this.now = Date.now();
    this.mutedUntilMs = stored(MUTED);
    this.sound();
  }

  private isMuted(): boolean {
    return this.mutedUntilMs > this.now || preferences().volume === 0;
  }

  private sound(): void {
    const severity = worstHeard(this.counts, preferences().sounds);
    if (!severity || !this.leads) {
      this.blocked = false;
      return;
    }
    if (this.isMuted() || performance.now() - this.soundedAt < TONES[severity].everyMs) {
      return;
    }
    this.make(severity);
  }

  private make(severity: string): void {
    this.audio ??= new AudioContext();
    this.blocked = this.audio.state === 'suspended' && !navigator.userActivation?.hasBeenActive;
    if (this.blocked) {
      return;
    }
    void this.audio.resume();
    this.soundedAt = performance.now();
    this.soundings += 1;
    play(this.audio, TONES[severity], preferences().volume);
  }

  private enableSound(): void {
    this.audio ??= new AudioContext();
    void this.audio.resume();
    this.blocked = false;
    this.soundedAt = Number.NEGATIVE_INFINITY;
    this.sound();
  }

  private test(): void {
    this.make(worstHeard(this.counts, preferences().sounds) || 'high');
  }

  private mute(untilMs: number): void {
    this.mutedUntilMs = untilMs;
    store(MUTED, untilMs);
  }

  private toggleMute(): void {
    this.mute(this.mutedUntilMs > Date.now() ? 0 : FOR_EVER);
  }

  private volume(event: Event): void {
    const volume = Number((event.target as HTMLInputElement).value);
    prefer({ volume });
    this.dispatchEvent(new CustomEvent('volume', { detail: { volume: String(volume) } }));
  }

  /** Tells the desktop of new alerts and incidents, when the person wants it and the page is not looked at. */
  private tellDesktop(): void {
    const newest = this.news.find(({ tone }) => tone !== 'info' && tone in TONES);
    const known = this.newestTold;
    this.newestTold = newest?.atMs ?? 0;
    if (!newest || known < 0 || newest.atMs <= known || !this.leads || !preferences().desktop) {
      return;
    }
    if ('Notification' in window && Notification.permission === 'granted' && document.hidden) {
      new Notification(`${newest.tag} ${newest.text}`, { tag: 'goc', body: `${utcTime(newest.atMs)} UTC` });
    }
  }

  private toggle(): void {
    this.open = !this.open;
    if (this.open) {
      void this.updateComplete.then(() => this.firstButton?.focus());
    } else {
      this.see();
    }
  }

  private see(): void {
    this.seenMs = this.news[0]?.atMs ?? this.seenMs;
    store(SEEN, this.seenMs);
  }

  private panel() {
    const muted = this.isMuted();
    return html`<div
      class="panel"
      role="dialog"
      aria-label="What happened lately, and the sound"
      @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.toggle()}
    >
      <div class="row">
        <button @click=${() => this.toggleMute()}>${muted ? 'Unmute' : 'Mute'}</button>
        ${SNOOZES.map(
          (minutes) =>
            html`<button
              title="No sound for ${minutes} minutes"
              @click=${() => this.mute(Date.now() + minutes * 60_000)}
            >
              ${minutes < 60 ? `${minutes} m` : `${minutes / 60} h`}
            </button>`,
        )}
        <button @click=${() => this.test()}>Test</button>
        <label
          >Volume
          <input
            type="range"
            min="0"
            max="100"
            step="5"
            .value=${String(preferences().volume)}
            @change=${(event: Event) => this.volume(event)}
        /></label>
      </div>
      ${this.news.length === 0 ? html`<div class="none">Nothing happened since the start.</div>` : nothing}
      <ol>
        ${this.news.map(
          (each) =>
            html`<li class=${each.atMs > this.seenMs ? 'fresh' : ''}>
              <a href=${each.address} @click=${(event: Event) => this.go(event, each.address)}
                ><time>${utcTime(each.atMs)}</time><b class=${each.tone}>${each.tag}</b
                ><span class="text">${each.text}</span
                ><span class="ago">${elapsed(Math.max(0, serverNow() - each.atMs))}</span></a
              >
            </li>`,
        )}
      </ol>
    </div>`;
  }

  private go(event: Event, address: string): void {
    event.preventDefault();
    this.toggle();
    this.dispatchEvent(new CustomEvent('go', { detail: { address } }));
  }

  render() {
    const fresh = this.news.filter((each) => each.atMs > this.seenMs).length;
    const muted = this.isMuted();
    const left = this.mutedUntilMs - this.now;
    const until = left > 0 && this.mutedUntilMs < FOR_EVER ? ` ${elapsed(left)}` : '';
    const words = SEVERITIES.map((severity, index) => `${this.counts[index] ?? 0} ${severity}`).join(', ');
    return html`${
        this.blocked
          ? html`<button
              class="blocked"
              title="The browser blocks the sound – click to enable"
              @click=${() => this.enableSound()}
            >
              Sound is blocked<span class="how"> – click to enable</span>
            </button>`
          : nothing
      }
      <button
        class="bell"
        aria-expanded=${this.open}
        title="Not acknowledged: ${words}"
        @click=${() => this.toggle()}
      >
        ${muted ? bellMuted : bell}<span class="unseen">Alarms and news; not acknowledged: ${words}</span>
        ${muted ? html`<span class="muted">MUTED${until}</span>` : nothing}
        ${SEVERITIES.map((severity, index) =>
          (this.counts[index] ?? 0) > 0
            ? html`<span class="count ${severity}" data-severity=${severity}
                >${SEVERITY_TAGS[severity]} ${this.counts[index]}</span
              >`
            : nothing,
        )}
        ${fresh > 0 ? html`<span class="new">${fresh} new</span>` : nothing}
      </button>
      ${this.open ? this.panel() : nothing}`;
  }
}
