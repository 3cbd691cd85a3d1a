import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { inZone } from './numbers.js';
import { PREFERENCES_CHANGED, preferences } from './preferences.js';

/** A time with its date in the person's zone, which is named; in UTC when it is pointed at. */
@customElement('goc-time')
export class Moment extends LitElement {
  /** epoch milliseconds */
  @property({ type: Number }) at = 0;

  connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener(PREFERENCES_CHANGED, this.repaint);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener(PREFERENCES_CHANGED, this.repaint);
  }

  private readonly repaint = (): void => this.requestUpdate();

  render() {
    const { zone } = preferences();
    const other = zone === 'UTC' ? Intl.DateTimeFormat().resolvedOptions().timeZone : 'UTC';
    return html`<time datetime=${new Date(this.at).toISOString()} title=${inZone(this.at, other)}
      >${inZone(this.at, zone)}</time
    >`;
  }
}
