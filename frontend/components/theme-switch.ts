import { LitElement, css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { chosenTheme, chooseTheme, otherTheme } from './theme.js';

/** Changes between dark and light; the choice stays with this browser. */
@customElement('goc-theme-switch')
export class ThemeSwitch extends LitElement {
  static styles = css`
    button {
      font: inherit;
      color: var(--goc-text-secondary);
      background: none;
      border: 1px solid var(--goc-line);
      border-radius: var(--goc-radius);
      padding: 1px 8px;
      cursor: pointer;
    }
    button:hover {
      color: var(--goc-text);
      background: var(--goc-hover);
    }
    button:focus-visible {
      outline: 2px solid var(--goc-accent);
    }
  `;

  @state() private theme = chosenTheme();

  private change(): void {
    this.theme = otherTheme(this.theme);
    chooseTheme(this.theme);
  }

  render() {
    const other = otherTheme(this.theme);
    return html`<button title="Change to the ${other} theme" @click=${() => this.change()}>
      ${other === 'light' ? '☀ Light' : '☾ Dark'}
    </button>`;
  }
}
