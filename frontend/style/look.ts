import { LitElement, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { PREFERENCES_CHANGED } from '../components/preferences.js';

type Look = 'theme' | 'density';

const CHOICES: Record<Look, readonly string[]> = {
  theme: ['dark', 'light', 'contrast'],
  density: ['compact', 'comfortable'],
};

/** Shows the page in another theme or density until it is left; what the person has chosen for themselves stays. */
@customElement('goc-style-look')
export class StyleLook extends LitElement {
  @state() private shown: DOMStringMap = {};
  private found: DOMStringMap = {};

  createRenderRoot(): HTMLElement {
    return this;
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.found = { ...document.documentElement.dataset };
    this.shown = this.found;
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.look({ theme: this.found.theme, density: this.found.density });
  }

  private look(wanted: DOMStringMap): void {
    Object.assign(document.documentElement.dataset, wanted);
    this.shown = { ...document.documentElement.dataset };
    document.dispatchEvent(new CustomEvent(PREFERENCES_CHANGED));
  }

  render() {
    return (Object.keys(CHOICES) as Look[]).map(
      (look) =>
        html`<span role="group" aria-label=${look}
          >${CHOICES[look].map(
            (choice) =>
              html`<button
                class="goc-choice"
                aria-pressed=${this.shown[look] === choice}
                @click=${() => this.look({ [look]: choice })}
              >
                ${choice}
              </button>`,
          )}</span
        > `,
    );
  }
}
