// What span of time a screen looks at, and how it is moved. Pure, so that it can be tested.

/** The last so-and-so long, which goes on; or from one time until another, which stands still. Milliseconds. */
export type TimeRange = { live: true; lengthMs: number } | { live: false; fromMs: number; untilMs: number };

/** The same as an address holds it. */
export interface TimeAddress {
  from: string;
  to: string;
}

export const SHORTEST_MS = 10_000;
export const LONGEST_MS = 2 * 366 * 86_400_000;

const UNITS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

const UNIT_WORDS: [string, number][] = [
  ['day', UNITS.d],
  ['hour', UNITS.h],
  ['minute', UNITS.m],
  ['second', UNITS.s],
];

/** The ranges of the menu, by their length. */
export const QUICK_MS = [5, 15, 30, 60, 180, 360, 720, 1_440, 2_880, 10_080, 43_200, 129_600].map(
  (minutes) => minutes * 60_000,
);

/** 900,000 ms are `15 minutes`. */
export function lengthInWords(ms: number): string {
  const [word, size] = UNIT_WORDS.find(([, each]) => ms % each === 0 && ms >= each) ?? ['second', UNITS.s];
  const many = Math.round(ms / size);
  return `${many} ${word}${many === 1 ? '' : 's'}`;
}

function shortLength(ms: number): string {
  const [unit, size] = Object.entries(UNITS)
    .reverse()
    .find(([, each]) => ms % each === 0) ?? ['s', 1_000];
  return `${Math.round(ms / size)}${unit}`;
}

export function toAddress(range: TimeRange): TimeAddress {
  return range.live
    ? { from: `now-${shortLength(range.lengthMs)}`, to: 'now' }
    : { from: new Date(range.fromMs).toISOString(), to: new Date(range.untilMs).toISOString() };
}

export function ends(range: TimeRange, nowMs: number): { fromMs: number; untilMs: number } {
  return range.live ? { fromMs: nowMs - range.lengthMs, untilMs: nowMs } : range;
}

/** Between the two, about the same middle: as short or as long as can be shown. */
function between(fromMs: number, untilMs: number): TimeRange {
  const length = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, untilMs - fromMs));
  const middle = (fromMs + untilMs) / 2;
  return { live: false, fromMs: Math.round(middle - length / 2), untilMs: Math.round(middle + length / 2) };
}

/** By half its length into the past or the future; what reaches now is live again. */
export function shifted(range: TimeRange, direction: -1 | 1, nowMs: number): TimeRange {
  const { fromMs, untilMs } = ends(range, nowMs);
  const by = ((untilMs - fromMs) / 2) * direction;
  if (untilMs + by >= nowMs) {
    return { live: true, lengthMs: untilMs - fromMs };
  }
  return between(fromMs + by, untilMs + by);
}

/** Twice as long around the same middle; what is live stays live. */
export function zoomedOut(range: TimeRange, nowMs: number): TimeRange {
  if (range.live) {
    return { live: true, lengthMs: Math.min(LONGEST_MS, range.lengthMs * 2) };
  }
  const half = (range.untilMs - range.fromMs) / 2;
  const untilMs = Math.min(nowMs, range.untilMs + half);
  return between(untilMs - 4 * half, untilMs);
}

export function zoomedTo(fromMs: number, untilMs: number): TimeRange {
  return between(Math.min(fromMs, untilMs), Math.max(fromMs, untilMs));
}

/** 2026-11-27 18:05, with seconds or without, a T or a space, always UTC. */
function utc(text: string): number {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2}(?:\.\d+)?))?)?(?:Z| UTC)?$/.exec(text.trim());
  return match ? Date.parse(`${match[1]}T${match[2] ?? '00:00'}:${match[3] ?? '00'}Z`) : Number.NaN;
}

function relative(text: string): number {
  const match = /^now-(\d{1,6})([smhd])$/.exec(text.trim());
  return match ? Number(match[1]) * UNITS[match[2]] : Number.NaN;
}

/** One end of a range as it may be written; NaN when it is none. */
function end(text: string, nowMs: number): number {
  const back = relative(text);
  if (text.trim() === 'now') {
    return nowMs;
  }
  return Number.isFinite(back) ? nowMs - back : utc(text);
}

/**
 * Reads what somebody typed or pasted, as {@link toAddress} writes it or as a date in UTC; undefined when it is none.
 */
export function read({ from, to }: TimeAddress, nowMs: number): TimeRange | undefined {
  const back = relative(from);
  if (Number.isFinite(back) && (to.trim() === 'now' || to.trim() === '')) {
    return { live: true, lengthMs: Math.min(LONGEST_MS, Math.max(SHORTEST_MS, back)) };
  }
  const fromMs = end(from, nowMs);
  const untilMs = end(to, nowMs);
  return fromMs < untilMs ? between(fromMs, untilMs) : undefined;
}
