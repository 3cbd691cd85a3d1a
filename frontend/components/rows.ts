import { LitElement, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import './elapsed.js';

interface Row {
  /** shape and letter of its state or severity */
  tag: string;
  /** the state or severity in a word */
  tone: string;
  /** whether the word stands beside the tag */
  spelled: boolean;
  text: string;
  address: string;
  /** epoch milliseconds; 0 for none */
  since: number;
}

/**
 * Short lines that lead somewhere, with how long ago they began. The server sends them as one text that is the same for
 * everybody who looks; they are part of the page's own tree, so that its look is theirs.
 */
@customElement('goc-rows')
export class Rows extends LitElement {
  @state() private rows?: Row[];
  @state() private calm = '';

  createRenderRoot(): HTMLElement {
    return this;
  }

  /** Shows the rows of a text, or a sentence when there is none. */
  show(json: string, calm: string): void {
    this.rows = JSON.parse(json) as Row[];
    this.calm = calm;
  }

  render() {
    if (this.rows?.length === 0) {
      return this.calm ? html`<div class="goc-empty">${this.calm}</div>` : nothing;
    }
    return repeat(
      this.rows ?? [],
      (row) => row.address + row.text + row.since,
      ({ tag, tone, spelled, text, address, since }) =>
        html`<div class="goc-row">
          <span class="goc-state" data-state=${tone} title=${tone}>${spelled ? `${tag} ${tone}` : tag}</span>
          <a href=${address} title=${text}>${text}</a>
          ${since > 0 ? html`<goc-elapsed since=${since}></goc-elapsed>` : nothing}
        </div>`,
    );
  }
}
