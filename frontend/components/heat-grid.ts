import { LitElement, css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { UNKNOWN, look } from './states.js';
import { stepped } from './steps.js';

interface Cell {
  id: string;
  label: string;
  hint: string;
}

/** Many small places as tiles: state by shape and colour, how busy by the height of the bar in each. */
@customElement('goc-heat-grid')
export class HeatGrid extends LitElement {
  static styles = css`
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
      gap: 4px;
      align-content: start;
    }
    button {
      position: relative;
      overflow: hidden;
      font: inherit;
      text-align: start;
      color: var(--goc-text);
      background: var(--goc-raised);
      border: 1px solid var(--goc-line-faint);
      border-inline-start: 3px solid var(--tone);
      border-radius: var(--goc-radius);
      padding: 4px 8px;
      cursor: pointer;
      font-variant-numeric: tabular-nums;
    }
    button:hover {
      border-color: var(--tone);
    }
    button:focus-visible {
      outline: 2px solid var(--goc-accent);
    }
    .fill {
      position: absolute;
      inset-block-end: 0;
      inset-inline-start: 0;
      block-size: 3px;
      background: var(--goc-series-1);
    }
    .label {
      display: block;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .value {
      color: var(--goc-text-secondary);
    }
    .mark {
      float: inline-end;
      color: var(--tone);
    }
    .critical .mark {
      color: var(--goc-critical-text);
    }
    .ok {
      --tone: var(--goc-ok);
    }
    .degraded {
      --tone: var(--goc-degraded);
    }
    .critical {
      --tone: var(--goc-critical);
    }
    .maintenance {
      --tone: var(--goc-maintenance);
    }
    .unknown {
      --tone: var(--goc-unknown);
    }
    .unknown .label {
      color: var(--goc-text-secondary);
    }
  `;

  @state() private cells: Cell[] = [];
  @state() private states: number[] = [];
  @state() private values: number[] = [];
  /** The one tile that Tab stops at; the arrows walk from there. */
  @state() private current = 0;

  setCells(json: string): void {
    this.cells = JSON.parse(json) as Cell[];
    this.current = Math.min(this.current, Math.max(0, this.cells.length - 1));
  }

  /** One state and one value (per mille, -1 unknown) for each cell. */
  frame(states: number[], values: number[]): void {
    this.states = states;
    this.values = values;
  }

  private open(cell: Cell): void {
    this.dispatchEvent(new CustomEvent('cell-open', { detail: { id: cell.id }, bubbles: true, composed: true }));
  }

  private walk(event: KeyboardEvent): void {
    const tiles = [...this.renderRoot.querySelectorAll('button')];
    const columns = tiles.filter((tile) => tile.offsetTop === tiles[0].offsetTop).length;
    const next = stepped(event.key, this.current, columns, tiles.length);
    if (next >= 0) {
      event.preventDefault();
      this.current = next;
      tiles[next].focus();
    }
  }

  render() {
    return html`${this.cells.map((cell, index) => {
      const { word, tag } = look(this.states[index] ?? UNKNOWN);
      const value = this.values[index] ?? -1;
      return html`<button
        class=${word}
        data-cell=${cell.id}
        data-state=${word}
        title="${cell.label}: ${word}"
        tabindex=${index === this.current ? 0 : -1}
        @focus=${() => (this.current = index)}
        @keydown=${(event: KeyboardEvent) => this.walk(event)}
        @click=${() => this.open(cell)}
      >
        <span class="mark" aria-label=${word}>${tag}</span>
        <span class="label">${cell.label}</span>
        <span class="value">${value < 0 ? 'no data' : `${(value / 10).toFixed(0)} % ${cell.hint}`}</span>
        ${value < 0 ? '' : html`<span class="fill" style="inline-size:${Math.min(100, value / 10)}%"></span>`}
      </button>`;
    })}`;
  }
}
