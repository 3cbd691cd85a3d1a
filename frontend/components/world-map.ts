import { geoCircle, geoGraticule10, geoNaturalEarth1, geoPath } from 'd3-geo';
import { LitElement, css, html, nothing, svg } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import countries from 'world-atlas/countries-110m.json';
import { follow, loads } from './board-frame.js';
import { MARKS, sizeOf } from './marks.js';
import { short } from './numbers.js';
import { serverNow } from './server-clock.js';
import { type RegionOnBoard, UNKNOWN, look } from './states.js';
import { subsolar } from './sun.js';

const WIDTH = 960;
const HEIGHT = 420;
const NIGHT_EVERY_MS = 60_000;
interface Placed {
  region: RegionOnBoard;
  index: number;
  x: number;
  y: number;
}

function drawWorld() {
  const topology = countries as unknown as Topology<{ land: GeometryCollection; countries: GeometryCollection }>;
  const projection = geoNaturalEarth1().fitExtent(
    [
      [4, -14],
      [WIDTH - 4, HEIGHT + 62],
    ],
    { type: 'Sphere' },
  );
  const path = geoPath(projection);
  return {
    projection,
    land: path(feature(topology, topology.objects.land)) ?? '',
    borders: path(mesh(topology, topology.objects.countries, (a, b) => a !== b)) ?? '',
    graticule: path(geoGraticule10()) ?? '',
    /** The half of the world that the sun does not see. */
    night: (ms: number) => {
      const [longitude, latitude] = subsolar(ms);
      return path(geoCircle().center([longitude + 180, -latitude]).radius(90)()) ?? '';
    },
  };
}

/**
 * The world by day and night with a mark for each region whose place is known: shape and colour tell its state, the
 * size its load.
 */
@customElement('goc-world-map')
export class WorldMap extends LitElement {
  static styles = css`
    :host {
      display: block;
      position: relative;
      min-block-size: 0;
    }
    svg {
      position: absolute;
      inset: 0;
      inline-size: 100%;
      block-size: 100%;
    }
    /* Painted by itself: a mark that changes need not paint the continents again. */
    .world {
      will-change: transform;
    }
    .land {
      fill: var(--goc-map-land);
    }
    .night {
      fill: var(--goc-map-night);
    }
    .borders {
      fill: none;
      stroke: var(--goc-map-border);
      stroke-width: 0.5;
    }
    .graticule {
      fill: none;
      stroke: var(--goc-map-grid);
      stroke-width: 0.4;
    }
    .mark {
      cursor: pointer;
      outline: none;
    }
    .mark .shape {
      stroke: var(--goc-surface);
      stroke-width: 0.8;
    }
    .mark .hit {
      fill: transparent;
    }
    .mark:focus-visible .shape,
    .mark:hover .shape {
      stroke: var(--goc-text);
      stroke-width: 1.6;
    }
    .ok .shape {
      fill: var(--goc-ok);
    }
    .degraded .shape {
      fill: var(--goc-degraded);
    }
    .critical .shape {
      fill: var(--goc-critical);
    }
    .maintenance .shape {
      fill: var(--goc-maintenance);
    }
    .unknown .shape {
      fill: var(--goc-surface);
      stroke: var(--goc-unknown);
      stroke-width: 1.6;
    }
    .label {
      fill: var(--goc-text);
      font-size: 11px;
      font-weight: 600;
      paint-order: stroke;
      stroke: var(--goc-background);
      stroke-width: 3px;
      pointer-events: none;
    }
    /* Only what the compositor can move alone: the page's thread has better things to do. */
    .pulse {
      position: absolute;
      inline-size: 40px;
      block-size: 40px;
      margin: -20px;
      border: 2px solid var(--goc-critical);
      border-radius: 50%;
      box-sizing: border-box;
      pointer-events: none;
      will-change: transform, opacity;
      animation: pulse 1.8s ease-out infinite;
    }
    @keyframes pulse {
      from {
        transform: scale(0.3);
        opacity: 0.9;
      }
      to {
        transform: scale(1);
        opacity: 0;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .pulse {
        animation: none;
        transform: scale(0.55);
        opacity: 0.7;
      }
    }
    .tip {
      position: absolute;
      pointer-events: none;
      transform: translate(-50%, -140%);
      background: var(--goc-raised);
      border: 1px solid var(--goc-line);
      border-radius: var(--goc-radius);
      padding: 4px 8px;
      white-space: nowrap;
      box-shadow: 0 4px 16px rgb(0 0 0 / 35%);
    }
    .tip small {
      color: var(--goc-text-secondary);
    }
  `;

  /** How many frames were drawn, for those who wait for one. */
  frames = 0;
  @state() private placed: Placed[] = [];
  @state() private states: number[] = [];
  @state() private loads: number[] = [];
  @state() private night = '';
  @state() private pointed = -1;
  /** Units of the drawing in a pixel: marks and names keep their size, however large the map is shown. */
  @state() private unitsPerPixel = 1;
  private width = WIDTH;
  private height = HEIGHT;
  private readonly world = drawWorld();
  private observer?: ResizeObserver;
  private timer = 0;
  private unfollow = () => {};

  connectedCallback(): void {
    super.connectedCallback();
    this.unfollow = follow((frame) => this.frame([...frame.states], loads(frame)));
    this.timer = window.setInterval(() => this.turn(), NIGHT_EVERY_MS);
    this.turn();
    this.observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry.contentRect;
      if (width > 0 && height > 0) {
        this.width = width;
        this.height = height;
        this.unitsPerPixel = Math.max(WIDTH / width, HEIGHT / height);
      }
    });
    this.observer.observe(this);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unfollow();
    window.clearInterval(this.timer);
    this.observer?.disconnect();
  }

  setRegions(json: string): void {
    const regions = JSON.parse(json) as RegionOnBoard[];
    this.placed = regions.flatMap((region, index) => {
      if (region.lat === null || region.lon === null) {
        return [];
      }
      const point = this.world.projection([region.lon, region.lat]);
      return point ? [{ region, index, x: point[0], y: point[1] }] : [];
    });
  }

  private turn(): void {
    this.night = this.world.night(serverNow());
  }

  frame(states: number[], loads: number[]): void {
    this.states = states;
    this.loads = loads;
    this.frames += 1;
  }

  private open(region: RegionOnBoard): void {
    this.dispatchEvent(new CustomEvent('region-open', { detail: { id: region.id }, bubbles: true, composed: true }));
  }

  private stateOf(placed: Placed): number {
    return this.states[placed.index] ?? UNKNOWN;
  }

  private mark(placed: Placed, largest: number) {
    const code = this.stateOf(placed);
    const { word } = look(code);
    const { region } = placed;
    const size = sizeOf(this.loads[placed.index] ?? Number.NaN, largest);
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        this.open(region);
      }
    };
    return svg`<g
      class="mark ${word}"
      data-region=${region.id}
      transform="translate(${placed.x.toFixed(1)},${placed.y.toFixed(1)}) scale(${this.unitsPerPixel.toFixed(3)})"
      role="button"
      tabindex=${word === 'critical' || word === 'degraded' ? 0 : -1}
      aria-label="${region.name}: ${word}"
      @click=${() => this.open(region)}
      @keydown=${key}
      @pointerenter=${() => (this.pointed = placed.index)}
      @pointerleave=${() => (this.pointed = -1)}
    >
      <circle class="hit" r="9"></circle>
      <path class="shape" transform="scale(${size.toFixed(1)})" d=${MARKS[code] ?? MARKS[UNKNOWN]}></path>
      ${
        word === 'critical' || word === 'degraded'
          ? svg`<text class="label" x="14" y="4">${region.name}</text>`
          : nothing
      }
    </g>`;
  }

  /** Where a mark is, in pixels: the drawing is as large as fits, in the middle. */
  private at({ x, y }: Placed): string {
    const left = this.width / 2 + (x - WIDTH / 2) / this.unitsPerPixel;
    const top = this.height / 2 + (y - HEIGHT / 2) / this.unitsPerPixel;
    return `left:${left.toFixed(0)}px;top:${top.toFixed(0)}px`;
  }

  private tip() {
    const placed = this.placed.find((each) => each.index === this.pointed);
    if (!placed) {
      return nothing;
    }
    const { word, tag } = look(this.stateOf(placed));
    return html`<div class="tip" style=${this.at(placed)}>
      <b>${placed.region.name}</b> <small>${placed.region.country}</small> · ${tag} ${word} ·
      ${short(this.loads[placed.index] ?? Number.NaN)} requests/s
    </div>`;
  }

  render() {
    const largest = Math.max(0, ...this.loads.filter(Number.isFinite));
    const byUrgency = [...this.placed].sort((a, b) => look(this.stateOf(a)).rank - look(this.stateOf(b)).rank);
    const critical = this.placed.filter((placed) => look(this.stateOf(placed)).word === 'critical');
    return html`<svg class="world" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
        <path class="graticule" d=${this.world.graticule}></path>
        <path class="land" d=${this.world.land}></path>
        <path class="borders" d=${this.world.borders}></path>
        <path class="night" d=${this.night}></path>
      </svg>
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="group" aria-label="World map of regions">
        ${repeat(
          byUrgency,
          (placed) => placed.region.id,
          (placed) => this.mark(placed, largest),
        )}
      </svg>
      ${critical.map((placed) => html`<div class="pulse" style=${this.at(placed)}></div>`)} ${this.tip()}`;
  }
}
