import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Box, COLUMNS, changed, inOrder } from './grid-layout.js';

const ROW_PX = 30;
const GAP_PX = 8;
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface Drag {
  box: Box;
  resize: boolean;
  fromX: number;
  fromY: number;
}

/**
 * The panels of a dashboard, each a child with `data-number`. What carries `data-move` or `data-resize` in one moves
 * or resizes it: with the mouse, or with the arrow keys. On a narrow screen they stand below one another.
 */
@customElement('goc-panel-grid')
export class PanelGrid extends LitElement {
  static styles = css`
    :host {
      display: grid;
      grid-template-columns: repeat(${COLUMNS}, minmax(0, 1fr));
      grid-auto-rows: ${ROW_PX}px;
      gap: ${GAP_PX}px;
    }
    :host([editing]) {
      background-image: linear-gradient(to right, var(--goc-line-faint) 1px, transparent 1px);
      background-size: calc((100% + ${GAP_PX}px) / ${COLUMNS}) 100%;
      padding-block-end: 120px;
    }
    ::slotted(*) {
      grid-column: var(--column);
      grid-row: var(--row);
      min-inline-size: 0;
      min-block-size: 0;
    }
    @media (max-width: 700px) {
      :host {
        display: flex;
        flex-direction: column;
      }
      ::slotted(*) {
        block-size: var(--block);
        order: var(--order);
      }
    }
  `;

  @property({ type: Boolean, reflect: true }) editing = false;
  private boxes: Box[] = [];
  private drag?: Drag;

  /** Where each panel stands: `[{number, x, y, width, height}]`. */
  setLayout(json: string): void {
    this.boxes = inOrder(JSON.parse(json) as Box[]);
    this.place();
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('pointerdown', this.begin);
    this.addEventListener('keydown', this.key);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('pointerdown', this.begin);
    this.removeEventListener('keydown', this.key);
    this.end();
  }

  private place(): void {
    this.boxes.forEach(({ number, x, y, width, height }, order) => {
      const panel = this.querySelector<HTMLElement>(`:scope > [data-number="${number}"]`);
      panel?.style.setProperty('--column', `${x + 1} / span ${width}`);
      panel?.style.setProperty('--row', `${y + 1} / span ${height}`);
      panel?.style.setProperty('--block', `${height * (ROW_PX + GAP_PX) - GAP_PX}px`);
      panel?.style.setProperty('--order', String(order));
    });
  }

  /** The handle that was touched, and the box of its panel. */
  private handle(event: Event): { box: Box; resize: boolean } | undefined {
    const handle = (event.target as Element).closest<HTMLElement>('[data-move], [data-resize]');
    const panel = handle?.closest<HTMLElement>('[data-number]');
    const box = this.boxes.find(({ number }) => String(number) === panel?.dataset.number);
    return this.editing && handle && box ? { box, resize: handle.hasAttribute('data-resize') } : undefined;
  }

  private readonly begin = (event: PointerEvent): void => {
    const handle = this.handle(event);
    if (handle) {
      event.preventDefault();
      this.drag = { ...handle, fromX: event.clientX, fromY: event.clientY };
      document.addEventListener('pointermove', this.move);
      document.addEventListener('pointerup', this.end);
    }
  };

  private readonly move = (event: PointerEvent): void => {
    if (!this.drag) {
      return;
    }
    const column = (this.clientWidth + GAP_PX) / COLUMNS;
    const columns = Math.round((event.clientX - this.drag.fromX) / column);
    const rows = Math.round((event.clientY - this.drag.fromY) / (ROW_PX + GAP_PX));
    this.change(this.drag.box, this.drag.resize, columns, rows);
  };

  private readonly end = (): void => {
    document.removeEventListener('pointermove', this.move);
    document.removeEventListener('pointerup', this.end);
    if (this.drag) {
      this.drag = undefined;
      this.tell();
    }
  };

  private readonly key = (event: KeyboardEvent): void => {
    const handle = this.handle(event);
    const step = ARROWS[event.key];
    if (handle && step) {
      event.preventDefault();
      event.stopPropagation();
      const focused = document.activeElement as HTMLElement | null;
      this.change(handle.box, handle.resize, step[0], step[1]);
      this.tell();
      focused?.focus();
    }
  };

  private change(from: Box, resize: boolean, columns: number, rows: number): void {
    const box = resize
      ? { ...from, width: from.width + columns, height: from.height + rows }
      : { ...from, x: from.x + columns, y: from.y + rows };
    this.boxes = changed(this.boxes, box);
    this.place();
  }

  private tell(): void {
    this.dispatchEvent(new CustomEvent('layout-changed', { detail: { layout: JSON.stringify(this.boxes) } }));
  }

  render() {
    return html`<slot @slotchange=${() => this.place()}></slot>`;
  }
}
