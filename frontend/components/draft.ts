import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { utcTime } from './numbers.js';

const PREFIX = 'goc-draft:';
const KEPT_MS = 7 * 86_400_000;

interface Kept {
  text: string;
  at: number;
}

/** What was typed and not sent, by what it was meant for; kept by the browser for a week. */
export class Drafts {
  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
    private readonly now: () => number,
  ) {}

  of(key: string): Kept | undefined {
    try {
      const kept = JSON.parse(this.storage.getItem(PREFIX + key) ?? 'null') as Kept | null;
      return kept && kept.text && this.now() - kept.at < KEPT_MS ? kept : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps the text; an empty one is forgotten. */
  keep(key: string, text: string): void {
    try {
      if (text) {
        this.storage.setItem(PREFIX + key, JSON.stringify({ text, at: this.now() }));
      } else {
        this.storage.removeItem(PREFIX + key);
      }
    } catch {
      // A browser that keeps nothing, or is full, leaves the text where it is typed.
    }
  }
}

interface Field extends HTMLElement {
  value: string;
}

/**
 * Keeps what is typed into the field before it until it is sent: so that a session that ends, a lost connection or a
 * closed window costs nobody a note. What was kept is put back when the field is shown again, and said so.
 */
@customElement('goc-draft')
export class Draft extends LitElement {
  static styles = css`
    :host {
      display: contents;
    }
    span {
      color: var(--goc-text-secondary);
      align-self: center;
      white-space: nowrap;
    }
  `;

  /** what the text is meant for, and whose it is */
  @property() key = '';
  @state() private from = 0;
  private readonly drafts = new Drafts(localStorage, () => Date.now());
  private field?: Field;

  connectedCallback(): void {
    super.connectedCallback();
    void this.begin();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.field?.removeEventListener('input', this.typed);
    this.field?.removeEventListener('value-changed', this.emptied);
    this.field = undefined;
  }

  private async begin(): Promise<void> {
    const field = this.previousElementSibling as Field | null;
    if (!field) {
      return;
    }
    await customElements.whenDefined(field.localName);
    await this.updateComplete;
    if (!this.isConnected || this.field) {
      return;
    }
    this.field = field;
    const kept = this.drafts.of(this.key);
    if (kept && !field.value) {
      field.value = kept.text;
      field.dispatchEvent(new CustomEvent('change', { bubbles: true }));
      this.from = kept.at;
    }
    field.addEventListener('input', this.typed);
    field.addEventListener('value-changed', this.emptied);
  }

  private readonly typed = (): void => this.drafts.keep(this.key, this.field?.value ?? '');

  /** Sent, or taken back. */
  private readonly emptied = (): void => {
    if (!this.field?.value) {
      this.drafts.keep(this.key, '');
      this.from = 0;
    }
  };

  render() {
    return this.from > 0 ? html`<span role="status">kept from ${utcTime(this.from)} UTC, not sent yet</span>` : nothing;
  }
}
