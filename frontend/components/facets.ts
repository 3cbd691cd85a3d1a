import { LitElement, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';

interface Value {
  value: string;
  count: number;
  wanted: boolean;
}

interface Facet {
  key: string;
  title: string;
  values: Value[];
  /** how many more values there are than are shown */
  more: number;
}

/**
 * The facets of a list with the values and counts that the server found; a tick asks for a value. They are part of the
 * page's own tree, so that its look is theirs.
 */
@customElement('goc-facets')
export class Facets extends LitElement {
  @state() private facets: Facet[] = [];

  createRenderRoot(): HTMLElement {
    return this;
  }

  show(json: string): void {
    this.facets = JSON.parse(json) as Facet[];
  }

  private choose(key: string, value: string, event: Event): void {
    const wanted = (event.target as HTMLInputElement).checked;
    this.dispatchEvent(new CustomEvent('facet-chosen', { detail: { choice: JSON.stringify({ key, value, wanted }) } }));
  }

  private row(key: string, { value, count, wanted }: Value) {
    return html`<label class="goc-facet-row">
      <input type="checkbox" .checked=${wanted} @change=${(event: Event) => this.choose(key, value, event)} />
      <span>${value || 'none'}</span>
      <span class="goc-facet-count" aria-hidden="true">${count.toLocaleString('en')}</span>
    </label>`;
  }

  render() {
    return this.facets.map(
      ({ key, title, values, more }) =>
        html`<div class="goc-facet">
          <h3>${title}</h3>
          <div class="goc-facet-rows" role="group" aria-label=${title}>
            ${repeat(
              values,
              ({ value }) => value,
              (value) => this.row(key, value),
            )}
            ${more > 0
              ? html`<span class="goc-secondary">and ${more.toLocaleString('en')} more: filter for one</span>`
              : ''}
          </div>
        </div>`,
    );
  }
}
