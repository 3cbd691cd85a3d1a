// The rows of the region list: what a frame means for each region, filtered and sorted. Pure, so that it can be tested.
import { percent } from './numbers.js';
import { type RegionOnBoard, UNKNOWN, look } from './states.js';

export const VALUES = 6;
const NONE = -1;

export interface RegionRow {
  region: RegionOnBoard;
  state: number;
  requests: number;
  errors: number;
  p99: number;
  hostsUp: number;
  hostsTotal: number;
  ageMs: number;
  /** share of the error budget of the last thirty days that is left; below zero when it is overspent */
  budget: number;
  incidents: number;
  /** where its errors lead: 1 up, -1 down, 0 nowhere; and the ratio in a quarter of an hour, if it is known */
  direction: number;
  leads: number;
}

export type SortKey = 'state' | 'name' | 'requests' | 'errors' | 'p99' | 'hosts' | 'budget' | 'incidents' | 'age';

function known(value: number | undefined): number {
  return value === undefined || value === NONE ? Number.NaN : value;
}

/** Reads a frame: one state, and six values for each region, the age in tenths of a second; -1 stands for unknown. */
export function rowsOf(
  regions: readonly RegionOnBoard[],
  states: readonly number[],
  values: readonly number[],
  budgets: readonly (number | null)[] = [],
  incidents: readonly number[] = [],
  trends: readonly number[] = [],
): RegionRow[] {
  return regions.map((region, index) => {
    const at = index * VALUES;
    return {
      region,
      state: states[index] ?? UNKNOWN,
      requests: known(values[at]),
      errors: known(values[at + 1]) / 1e6,
      p99: known(values[at + 2]),
      hostsUp: known(values[at + 3]),
      hostsTotal: known(values[at + 4]),
      ageMs: known(values[at + 5]) * 100,
      budget: (budgets[index] ?? Number.NaN) / 1000,
      incidents: incidents[index] ?? 0,
      direction: trends[index * 2] ?? 0,
      leads: known(trends[index * 2 + 1]) / 1e6,
    };
  });
}

export function matches(row: RegionRow, filter: string, state: number): boolean {
  const text = filter.trim().toLowerCase();
  const named =
    text === '' ||
    [row.region.name, row.region.country, row.region.id].some((word) => word.toLowerCase().includes(text));
  return named && (state < 0 || row.state === state);
}

/** How bad among those in the same state, in doublings of the error ratio: so coarse that rows keep their place. */
function trouble(row: RegionRow): number {
  return look(row.state).word === 'ok' || !(row.errors > 0)
    ? 0
    : Math.max(1, Math.round(Math.log2(row.errors * 1e6)));
}

function weight(row: RegionRow, key: SortKey): number {
  switch (key) {
    case 'state':
      return look(row.state).rank * 100 + trouble(row);
    case 'requests':
      return row.requests;
    case 'errors':
      return row.errors;
    case 'p99':
      return row.p99;
    case 'hosts':
      return row.hostsTotal - row.hostsUp;
    case 'budget':
      return -row.budget;
    case 'incidents':
      return row.incidents;
    default:
      return row.ageMs;
  }
}

const collator = new Intl.Collator();

/** Sorts a copy; unknown values come last whichever way, equal ones by name so that rows do not jump. */
export function sorted(rows: readonly RegionRow[], key: SortKey, descending: boolean): RegionRow[] {
  const byName = (a: RegionRow, b: RegionRow) => collator.compare(a.region.name, b.region.name);
  return [...rows].sort((a, b) => {
    if (key === 'name') {
      return descending ? byName(b, a) : byName(a, b);
    }
    const left = weight(a, key);
    const right = weight(b, key);
    if (Number.isNaN(left) || Number.isNaN(right)) {
      return Number(Number.isNaN(left)) - Number(Number.isNaN(right)) || byName(a, b);
    }
    return (descending ? right - left : left - right) || byName(a, b);
  });
}

/** The first and the last row of a stretch, by their place in the list. */
export interface Stretch {
  first: number;
  last: number;
}

/** Which rows of one height can be seen when the list is scrolled so far, and so many beyond either edge. */
export function rowsInSight(scrolledTo: number, seen: number, rowHeight: number, beyond: number): Stretch {
  return rowHeight > 0
    ? {
        first: Math.max(0, Math.floor(scrolledTo / rowHeight) - beyond),
        last: Math.floor((scrolledTo + seen) / rowHeight) + beyond,
      }
    : { first: 0, last: beyond };
}

const ARROWS: Record<number, string> = { 1: '↗', [-1]: '↘' };

/** Which way the errors go, when they go anywhere. */
export function arrow({ direction }: RegionRow): string {
  return ARROWS[direction] ?? '';
}

/** The same in words. */
export function outlook({ direction, leads }: RegionRow): string {
  if (!Number.isFinite(leads)) {
    return 'Not measured for long enough to say where it leads';
  }
  const where = direction === 0 ? 'stays about' : direction > 0 ? 'rises towards' : 'falls towards';
  return `If it goes on so, it ${where} ${percent(leads)} in 15 minutes`;
}
