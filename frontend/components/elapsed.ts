import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { elapsed } from './numbers.js';
import { serverNow } from './server-clock.js';

/** Counts up from `since` (epoch milliseconds), or shows how long it took when there is an `until`. */
@customElement('goc-elapsed')
export class Elapsed extends LitElement {
  static styles = css`
    :host {
      font-variant-numeric: tabular-nums;
    }
  `;

  @property({ type: Number }) since = 0;
  @property({ type: Number }) until = 0;
  private timer = 0;

  connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => this.requestUpdate(), 1000);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.timer);
  }

  render() {
    return html`${this.since ? elapsed((this.until || serverNow()) - this.since) : '–'}`;
  }
}
