import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Trouble } from '../components/liveness.js';
import { troubleBar, troubleBarStyle } from '../components/trouble-bar.js';
import { SPECIMENS, type Specimen } from './specimens.js';

const MOMENT = Date.UTC(2026, 0, 15, 12, 0, 7);

/** The elements of the client side, each in every state it can be in. */
@customElement('goc-style-gallery')
export class StyleGallery extends LitElement {
  /** In the page's own tree: so the theme reaches the elements that take their look from it. */
  createRenderRoot(): HTMLElement {
    return this;
  }

  private specimen({ title, tag, height, least, states }: Specimen) {
    return html`<section class="goc-specimen">
      <h3>${title} <code>${tag}</code></h3>
      <div class="goc-specimen-states" style="--height:${height};--least:${least}">
        ${Object.entries(states).map(
          ([name, show]) =>
            html`<figure data-specimen="${tag}" data-state=${name}>
              <figcaption>${name}</figcaption>
              <div class="goc-specimen-box">${made(tag, show)}</div>
            </figure>`,
        )}
      </div>
    </section>`;
  }

  render() {
    return SPECIMENS.map((specimen) => this.specimen(specimen));
  }
}

/** The bar across the page, in a box. */
@customElement('goc-style-bar')
export class StyleBar extends LitElement {
  static styles = [
    troubleBarStyle,
    css`
      :host {
        display: block;
        min-block-size: 32px;
      }
    `,
  ];

  /** What is in trouble, with spaces between. */
  @property() troubles = '';

  render() {
    const last = { serverAt: MOMENT, telemetryAt: MOMENT, databaseAt: MOMENT };
    return troubleBar(this.troubles.split(' ') as Trouble[], last);
  }
}

/** A new element in the state, which it is brought into once it is ready. */
function made(tag: string, show: Specimen['states'][string]): HTMLElement {
  const element = document.createElement(tag);
  void (element as LitElement).updateComplete.then(() => show(element as never));
  return element;
}
