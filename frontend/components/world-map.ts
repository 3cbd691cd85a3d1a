import { geoCircle, geoGraticule10, geoInterpolate, geoNaturalEarth1, geoPath } from 'd3-geo';
import { LitElement, html, nothing, svg } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import countries from 'world-atlas/countries-110m.json';
import { follow, loads } from './board-frame.js';
import { type LinkLine, inMilliseconds, linksOf, withFigures } from './links.js';
import { MARKS, rounded, sizeOf, steady } from './marks.js';
import { short } from './numbers.js';
import { serverNow } from './server-clock.js';
import { type RegionOnBoard, UNKNOWN, look } from './states.js';
import { subsolar } from './sun.js';
import { worldMapStyle } from './world-map-style.js';

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
    /** The way between two places as the crow flies, and its middle. */
    line: (from: [number, number], to: [number, number]) => ({
      path: path({ type: 'LineString', coordinates: [from, to] }) ?? '',
      middle: projection(geoInterpolate(from, to)(0.5)) ?? [0, 0],
    }),
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
  static styles = worldMapStyle;

  /** How many frames were drawn, for those who wait for one. */
  frames = 0;
  @state() private placed: Placed[] = [];
  @state() private states: number[] = [];
  @state() private loads: number[] = [];
  @state() private night = '';
  @state() private pointed = -1;
  @state() private links: readonly LinkLine[] = [];
  /** Units of the drawing in a pixel: marks and names keep their size, however large the map is shown. */
  @state() private unitsPerPixel = 1;
  /** How large each mark is drawn. */
  private readonly sizes = new Map<string, number>();
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

  /** Between which regions there are links, as pairs of their ids. */
  setLinks(json: string): void {
    this.links = linksOf(
      JSON.parse(json) as [string, string][],
      this.placed.map(({ region }) => region),
      this.world.line,
    );
  }

  /** For each link its state, its round trip in tenths of a millisecond, its loss per mille. */
  linkFigures(figures: number[]): void {
    this.links = withFigures(this.links, figures);
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

  /** Drawn anew only when something of it can be seen to change. */
  private mark(placed: Placed, largest: number) {
    const code = this.stateOf(placed);
    const right = sizeOf(this.loads[placed.index] ?? Number.NaN, largest);
    const drawn = steady(this.sizes.get(placed.region.id), right);
    this.sizes.set(placed.region.id, drawn);
    const size = drawn.toFixed(2);
    return guard([placed, code, size, this.unitsPerPixel], () => this.drawnMark(placed, code, size));
  }

  private drawnMark(placed: Placed, code: number, size: string) {
    const { word } = look(code);
    const { region } = placed;
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
      <path class="shape" transform="scale(${size})" d=${MARKS[code] ?? MARKS[UNKNOWN]}></path>
      ${
        word === 'critical' || word === 'degraded'
          ? svg`<text class="label" x="14" y="4">${region.name}</text>`
          : nothing
      }
    </g>`;
  }

  /** What is bad tells its latency by itself; the others when one of their ends is pointed at. */
  private link(line: LinkLine, near: boolean) {
    const { word } = look(line.state);
    const told = near || word === 'critical' || word === 'degraded';
    const [x, y] = line.middle;
    return svg`<path
        class="link ${word} ${near ? 'near' : ''}"
        data-link="${line.from} ${line.to}"
        vector-effect="non-scaling-stroke"
        d=${line.path}
      ></path>
      ${
        told
          ? svg`<text
              class="rtt"
              transform="translate(${x.toFixed(1)},${y.toFixed(1)}) scale(${this.unitsPerPixel.toFixed(3)})"
            >${inMilliseconds(line)}</text>`
          : nothing
      }`;
  }

  private drawnLinks() {
    const here = this.placed.find(({ index }) => index === this.pointed)?.region.id;
    return guard([this.links, here, this.unitsPerPixel], () =>
      this.links.map((line) => this.link(line, line.from === here || line.to === here)),
    );
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
    const largest = rounded(Math.max(0, ...this.loads.filter(Number.isFinite)));
    const byUrgency = [...this.placed].sort((a, b) => look(this.stateOf(a)).rank - look(this.stateOf(b)).rank);
    const critical = this.placed.filter((placed) => look(this.stateOf(placed)).word === 'critical');
    return html`<svg class="world" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
        <path class="graticule" d=${this.world.graticule}></path>
        <path class="land" d=${this.world.land}></path>
        <path class="borders" d=${this.world.borders}></path>
        <path class="night" d=${this.night}></path>
      </svg>
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="group" aria-label="World map of regions">
        ${this.drawnLinks()}
        ${repeat(
          byUrgency,
          (placed) => placed.region.id,
          (placed) => this.mark(placed, largest),
        )}
      </svg>
      ${critical.map((placed) => html`<div class="pulse" style=${this.at(placed)}></div>`)} ${this.tip()}`;
  }
}
