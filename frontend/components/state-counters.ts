import { LitElement, css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { counts, follow } from './board-frame.js';
import { STATES } from './states.js';

const ORDER = [2, 1, 4, 3, 0];

/** How many regions are in each state; the parts add up to the total. A click asks to see only those. */
@customElement('goc-state-counters')
export class StateCounters extends LitElement {
  static styles = css`
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: stretch;
    }
    button,
    .total {
      font: inherit;
      color: var(--goc-text);
      background: var(--goc-surface);
      border: 1px solid var(--goc-line);
      border-radius: var(--goc-radius);
      padding: 6px 12px;
      display: flex;
      align-items: baseline;
      gap: 8px;
      min-inline-size: 96px;
      cursor: pointer;
    }
    .total {
      cursor: default;
      margin-inline-start: auto;
      border-color: transparent;
      background: none;
    }
    button:hover,
    button[aria-pressed='true'] {
      border-color: var(--goc-accent);
    }
    button:focus-visible {
      outline: 2px solid var(--goc-accent);
      outline-offset: 1px;
    }
    .count {
      font-size: 1.6em;
      font-weight: 650;
      font-variant-numeric: tabular-nums;
      line-height: 1;
    }
    .word {
      color: var(--goc-text-secondary);
    }
    .zero .count {
      color: var(--goc-text-faint);
      font-weight: 400;
    }
    .mark {
      align-self: center;
    }
    .critical:not(.zero) {
      border-color: var(--goc-critical);
      background: color-mix(in srgb, var(--goc-critical) 18%, var(--goc-surface));
    }
    .critical .mark {
      color: var(--goc-critical-text);
    }
    .degraded .mark {
      color: var(--goc-degraded);
    }
    .ok .mark {
      color: var(--goc-ok);
    }
    .maintenance .mark {
      color: var(--goc-maintenance);
    }
    .unknown .mark {
      color: var(--goc-unknown);
    }
  `;

  @state() private counts: number[] = [0, 0, 0, 0, 0];
  @state() private chosen = -1;

  private unfollow = () => {};

  connectedCallback(): void {
    super.connectedCallback();
    this.unfollow = follow((frame) => this.frame(counts(frame)));
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unfollow();
  }

  frame(counts: number[]): void {
    this.counts = counts;
  }

  private choose(code: number): void {
    this.chosen = this.chosen === code ? -1 : code;
    this.dispatchEvent(
      new CustomEvent('state-filter', { detail: { state: this.chosen }, bubbles: true, composed: true }),
    );
  }

  render() {
    const total = this.counts.reduce((sum, count) => sum + count, 0);
    return html`${ORDER.map((code) => {
        const { word, tag } = STATES[code];
        const count = this.counts[code] ?? 0;
        return html`<button
          class="${word} ${count === 0 ? 'zero' : ''}"
          aria-pressed=${this.chosen === code}
          title="Show only ${word} regions"
          @click=${() => this.choose(code)}
        >
          <span class="mark" aria-hidden="true">${tag}</span><span class="count" data-state=${word}>${count}</span
          ><span class="word">${word}</span>
        </button>`;
      })}
      <div class="total">
        <span class="count" data-state="total">${total}</span><span class="word">regions</span>
      </div>`;
  }
}
