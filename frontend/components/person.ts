import { LitElement, css, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { type Preferences, prefer } from './preferences.js';

/** Takes from the server what the person prefers; shows nothing itself. */
@customElement('goc-person')
export class Person extends LitElement {
  static styles = css`
    :host {
      display: none;
    }
  `;

  prefer(json: string): void {
    prefer(JSON.parse(json) as Preferences);
  }

  render() {
    return nothing;
  }
}
