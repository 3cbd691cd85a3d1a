// The links between regions, as the map draws them.
import { type RegionOnBoard, UNKNOWN } from './states.js';

/** Figures of a link in a message: state, round trip in tenths of a millisecond, loss per mille; -1 unknown. */
const FIGURES = 3;
const TENTHS = 10;
const PER_CENT = 10;

export interface LinkLine {
  readonly from: string;
  readonly to: string;
  readonly path: string;
  readonly middle: readonly [number, number];
  readonly state: number;
  readonly rttMs: number;
  readonly lossPercent: number;
}

type Place = [longitude: number, latitude: number];
type Draw = (from: Place, to: Place) => { path: string; middle: readonly [number, number] };

function placeOf(region: RegionOnBoard | undefined): Place | undefined {
  return region && region.lon !== null && region.lat !== null ? [region.lon, region.lat] : undefined;
}

/**
 * The lines of links of which nothing is known yet. One between places that nobody knows has no line, but keeps its
 * place in the order.
 */
export function linksOf(ends: readonly [string, string][], regions: readonly RegionOnBoard[], draw: Draw): LinkLine[] {
  const byId = new Map(regions.map((region) => [region.id, region]));
  return ends.map(([from, to]) => {
    const begin = placeOf(byId.get(from));
    const end = placeOf(byId.get(to));
    const line = begin && end ? draw(begin, end) : { path: '', middle: [0, 0] as const };
    return { from, to, ...line, state: UNKNOWN, rttMs: Number.NaN, lossPercent: Number.NaN };
  });
}

/** The same lines with what is known of them now. */
export function withFigures(links: readonly LinkLine[], figures: readonly number[]): LinkLine[] {
  const known = (value: number | undefined, unit: number) =>
    value === undefined || value < 0 ? Number.NaN : value / unit;
  return links.map((link, index) => ({
    ...link,
    state: figures[index * FIGURES] ?? UNKNOWN,
    rttMs: known(figures[index * FIGURES + 1], TENTHS),
    lossPercent: known(figures[index * FIGURES + 2], PER_CENT),
  }));
}

/** What a link needs there and back, and what it loses when that is worth a word. */
export function inMilliseconds({ path, rttMs, lossPercent }: LinkLine): string {
  if (!path) {
    return '';
  }
  const rtt = Number.isNaN(rttMs) ? 'no answer' : `${rttMs < 10 ? rttMs.toFixed(1) : rttMs.toFixed(0)} ms`;
  return lossPercent >= 1 ? `${rtt}, ${lossPercent.toFixed(0)} % lost` : rtt;
}
