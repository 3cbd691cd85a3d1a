// Numbers as operators read them: short, with a unit, and the same width from one second to the next.
const SHORT = [
  { from: 1e12, suffix: 'T' },
  { from: 1e9, suffix: 'G' },
  { from: 1e6, suffix: 'M' },
  { from: 1e4, suffix: 'k', by: 1e3 },
];

/** With no, one and two digits after the point; made once, for to make one takes longer than to use it. */
const GROUPED = [0, 1, 2].map(
  (digits) => new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
);

/** 12,345 becomes 12.3k; below ten thousand there are thousands separators. */
export function short(value: number): string {
  if (!Number.isFinite(value)) {
    return '–';
  }
  const size = Math.abs(value);
  for (const { from, suffix, by } of SHORT) {
    if (size >= from) {
      return (value / (by ?? from)).toFixed(1) + suffix;
    }
  }
  if (size > 0 && size < 0.1) {
    return size < 1e-4 ? value.toExponential(1) : String(Number(value.toPrecision(2)));
  }
  const digits = size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2;
  return GROUPED[digits].format(value);
}

/** A ratio as a percentage that shows small ones, too: 0.0004 is 0.040 %. */
export function percent(ratio: number): string {
  if (!Number.isFinite(ratio)) {
    return '–';
  }
  if (ratio === 0) {
    return '0 %';
  }
  const value = ratio * 100;
  return `${value.toFixed(value >= 10 ? 1 : value >= 1 ? 2 : 3)} %`;
}

/** What is left of an error budget: 64 %; overspent, how many times it was spent: ×3.1. */
export function budget(left: number): string {
  if (!Number.isFinite(left)) {
    return '–';
  }
  return left < 0 ? `×${short(1 - left)}` : `${Math.floor(left * 100)} %`;
}

export function budgetInWords(left: number): string {
  if (!Number.isFinite(left)) {
    return 'Nothing was measured yet';
  }
  return left < 0
    ? `The error budget of 30 days was spent ${short(1 - left)} times`
    : `${(left * 100).toFixed(1)} % of the error budget of 30 days is left`;
}

/** Values with their unit as the chart shows them. */
export function withUnit(value: number, unit: string): string {
  if (!Number.isFinite(value)) {
    return '–';
  }
  switch (unit) {
    case 'ratio':
      return percent(value);
    case 'ms':
      return value >= 10_000 ? `${(value / 1000).toFixed(1)} s` : `${GROUPED[0].format(value)} ms`;
    case 'B':
    case 'B/s':
      return short(value).replace(/[kMGT]?$/, (suffix) => ` ${suffix}${unit}`);
    case 's':
      return Math.abs(value) < 1 ? `${short(value * 1_000)} ms` : `${short(value)} s`;
    default:
      return unit ? `${short(value)} ${unit}` : short(value);
  }
}

/** An age in the largest unit that says enough: 850 ms is 0 s, 95 s is 1 m 35 s. */
export function age(ms: number): string {
  if (!Number.isFinite(ms) || ms < 0) {
    return '–';
  }
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) {
    return `${seconds} s`;
  }
  if (seconds < 3600) {
    return `${Math.floor(seconds / 60)} m ${seconds % 60} s`;
  }
  return seconds < 172_800
    ? `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} m`
    : `${Math.floor(seconds / 86_400)} d`;
}

/** A clock that counts: 65 s is 1:05, 3,700 s is 1:01:40. */
export function elapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** HH:MM:SS in UTC. */
export function utcTime(ms: number): string {
  return new Date(ms).toISOString().slice(11, 19);
}

/** 2026-11-24 21:30:05 UTC, in any zone; an unknown one is UTC. */
export function inZone(ms: number, zone: string): string {
  try {
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'short',
    }).formatToParts(ms);
    const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
    const date = ['year', 'month', 'day'].map((each) => part(each)).join('-');
    const time = ['hour', 'minute', 'second'].map((each) => part(each)).join(':');
    return `${date} ${time} ${part('timeZoneName')}`;
  } catch {
    return inZone(ms, 'UTC');
  }
}
