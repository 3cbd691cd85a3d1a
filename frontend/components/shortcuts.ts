import { LitElement, css, html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { type Command, commands, offer } from './keys.js';
import { dialogStyle } from './dialog-style.js';

/** The keys of every list; they are no commands of a screen. */
const WALKING = [
  { keys: 'j / k', title: 'Down and up in the list' },
  { keys: 'Enter', title: 'Open' },
];

/** The sheet of shortcuts: what the keys do on this screen. */
@customElement('goc-shortcuts')
export class Shortcuts extends LitElement {
  static styles = [
    dialogStyle,
    css`
      dialog {
        inline-size: min(720px, 92vw);
        padding: 16px 20px;
      }
      h2 {
        margin: 0 0 10px;
        font-size: var(--goc-type-title);
      }
      dl {
        display: grid;
        grid-template-columns: repeat(2, max-content 1fr);
        gap: 6px 14px;
        margin: 0;
      }
      dt {
        text-align: end;
      }
      dd {
        margin: 0;
        color: var(--goc-text-secondary);
      }
      @media (max-width: 700px) {
        dl {
          grid-template-columns: max-content 1fr;
        }
      }
    `,
  ];

  @state() private shown: Pick<Command, 'keys' | 'title'>[] = [];
  @query('dialog') private dialog!: HTMLDialogElement;
  private withdraw = () => {};

  connectedCallback(): void {
    super.connectedCallback();
    this.withdraw = offer({ keys: '?', title: 'This sheet', run: () => this.open() });
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.withdraw();
  }

  open(): void {
    this.shown = [...commands(), ...WALKING];
    this.dialog.showModal();
    this.toggleAttribute('data-modal', true);
  }

  render() {
    return html`<dialog
      aria-label="Shortcuts"
      @close=${() => this.toggleAttribute('data-modal', false)}
      @click=${() => this.dialog.close()}
    >
      <h2>Shortcuts</h2>
      <dl>
        ${this.shown.map(
          ({ keys, title }) =>
            html`<dt>${keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</dt>
              <dd>${title}</dd>`,
        )}
      </dl>
    </dialog>`;
  }
}
