import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { elapsed } from './numbers.js';
import { eachSecond } from './seconds.js';
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
  private stop = () => {};

  connectedCallback(): void {
    super.connectedCallback();
    this.stop = eachSecond(() => this.requestUpdate());
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  render() {
    return html`${this.since ? elapsed((this.until || serverNow()) - this.since) : '–'}`;
  }
}
