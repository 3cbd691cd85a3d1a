import { LitElement, css, html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { dialogStyle } from './dialog-style.js';
import { loupe } from './icons.js';
import { type Command, commands, offer } from './keys.js';

interface Hit {
  /** what it is: region, host, incident, screen … */
  kind: string;
  title: string;
  detail: string;
  address: string;
}

/** A row of the palette: something to go to, or something to do. */
interface Choice {
  kind: string;
  title: string;
  detail: string;
  choose: () => void;
}

const ASK_AFTER_MS = 90;
const LONGEST = 200;

/** Commands whose words hold every word of the text. */
export function matching(all: readonly Command[], text: string): Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)));
}

/** Finds a place, an incident, a screen or an action by a few letters of its name: Ctrl K, or Cmd K. */
@customElement('goc-palette')
export class Palette extends LitElement {
  static styles = [
    dialogStyle,
    css`
      :host {
        display: contents;
      }
      .open {
        display: inline-flex;
        gap: 8px;
        align-items: center;
        color: var(--goc-text-secondary);
        white-space: nowrap;
      }
      dialog {
        inline-size: min(640px, 94vw);
        margin-block-start: 12vh;
        padding: 0;
      }
      input {
        font: inherit;
        font-size: var(--goc-type-title);
        color: inherit;
        background: none;
        border: 0;
        border-block-end: 1px solid var(--goc-line);
        padding: 10px 14px;
        inline-size: 100%;
        box-sizing: border-box;
      }
      input:focus-visible {
        outline: none;
      }
      input::placeholder {
        color: var(--goc-text-faint);
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 4px;
        max-block-size: 50vh;
        overflow: auto;
      }
      li {
        display: grid;
        grid-template-columns: 92px minmax(0, 1fr) auto;
        gap: 10px;
        padding: 4px 10px;
        border-radius: var(--goc-radius);
        cursor: pointer;
      }
      li[aria-selected='true'] {
        background: var(--goc-hover);
        outline: 1px solid var(--goc-accent);
      }
      li span:first-child,
      .detail {
        color: var(--goc-text-secondary);
      }
      .title {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      p {
        margin: 0;
        padding: 14px;
        color: var(--goc-text-secondary);
      }
      @media (max-width: 1500px) {
        .open kbd {
          display: none;
        }
      }
      @media (max-width: 900px) {
        .open .word,
        .open kbd {
          display: none;
        }
      }
    `,
  ];

  @state() private text = '';
  @state() private answered = '';
  @state() private hits: Hit[] = [];
  @state() private chosen = 0;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('input') private input!: HTMLInputElement;
  private timer = 0;
  private actions: Command[] = [];
  private withdraw = () => {};

  connectedCallback(): void {
    super.connectedCallback();
    this.withdraw = offer({ keys: 'Ctrl K', title: 'Find a place, an incident or an action', run: () => this.open() });
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.timer);
    this.withdraw();
  }

  open(): void {
    if (this.dialog.open) {
      return;
    }
    this.actions = commands().filter(({ keys }) => keys !== 'Ctrl K');
    this.text = '';
    this.input.value = '';
    this.chosen = 0;
    this.dialog.showModal();
    this.toggleAttribute('data-modal', true);
    this.ask();
  }

  /** What the server found for a text; an answer to an older question is of no use. */
  answer(text: string, json: string): void {
    if (text === this.text) {
      this.hits = JSON.parse(json) as Hit[];
      this.answered = text;
      this.chosen = 0;
    }
  }

  private typed(): void {
    this.text = this.input.value.slice(0, LONGEST);
    this.chosen = 0;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.ask(), ASK_AFTER_MS);
  }

  private ask(): void {
    this.dispatchEvent(new CustomEvent('palette-ask', { detail: { text: this.text } }));
  }

  private choices(): Choice[] {
    const found = this.hits.map((hit) => ({
      ...hit,
      choose: () => this.dispatchEvent(new CustomEvent('palette-go', { detail: { address: hit.address } })),
    }));
    const actions = matching(this.actions, this.text).map(({ keys, title, run }) => ({
      kind: keys.startsWith('g ') ? 'screen' : 'action',
      title,
      detail: keys,
      choose: run,
    }));
    return this.text ? [...found, ...actions] : [...actions, ...found];
  }

  private choose(choice: Choice | undefined): void {
    if (choice) {
      this.dialog.close();
      choice.choose();
    }
  }

  private key(event: KeyboardEvent, choices: Choice[]): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    if (step !== 0) {
      this.chosen = (this.chosen + step + choices.length) % Math.max(1, choices.length);
      event.preventDefault();
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }),
      );
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.choose(choices[this.chosen]);
    }
  }

  render() {
    const choices = this.choices();
    const waiting = this.answered !== this.text;
    return html`<button class="open" title="Find anything" aria-label="Find Ctrl K" @click=${() => this.open()}>
        ${loupe}<span class="word">Find</span> <kbd>Ctrl K</kbd>
      </button>
      <dialog
        aria-label="Find anything"
        @close=${() => this.toggleAttribute('data-modal', false)}
        @click=${(event: Event) => event.target === this.dialog && this.dialog.close()}
      >
        <input
          type="text"
          role="combobox"
          aria-label="Find anything by a part of its name"
          aria-expanded="true"
          aria-controls="choices"
          aria-activedescendant=${choices.length > 0 ? `choice-${this.chosen}` : ''}
          placeholder="Region, zone, host, VM, incident, metric, screen or action"
          maxlength=${LONGEST}
          @input=${() => this.typed()}
          @keydown=${(event: KeyboardEvent) => this.key(event, choices)}
        />
        <ul id="choices" role="listbox" aria-label="What was found">
          ${choices.map(
            (choice, index) =>
              html`<li
                id="choice-${index}"
                role="option"
                aria-selected=${index === this.chosen}
                @click=${() => this.choose(choice)}
              >
                <span>${choice.kind}</span><span class="title">${choice.title}</span
                ><span class="detail">${choice.detail}</span>
              </li>`,
          )}
        </ul>
        ${choices.length === 0 ? html`<p>${waiting ? 'Looking …' : 'Nothing has such a name.'}</p>` : ''}
      </dialog>`;
  }
}
