// The labels of a time axis: as exact as its span asks for, in the zone of the person.
const DAY_S = 86_400;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, spanSeconds: number): Intl.DateTimeFormat {
  const key = `${zone} ${spanSeconds > 2 * DAY_S ? 'days' : spanSeconds > 3_600 ? 'hours' : 'seconds'}`;
  let known = formats.get(key);
  if (!known) {
    const two = '2-digit';
    known = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      hour: two,
      minute: two,
      ...(spanSeconds > 2 * DAY_S ? { month: two, day: two } : {}),
      ...(spanSeconds <= 3_600 ? { second: two } : {}),
    });
    formats.set(key, known);
  }
  return known;
}

/** 18:05:10 within an hour, 18:05 within two days, 11-27 18:05 beyond. */
export function timeLabel(seconds: number, spanSeconds: number, zone: string): string {
  const parts = format(zone, spanSeconds).formatToParts(seconds * 1_000);
  const part = (type: string) => parts.find((each) => each.type === type)?.value;
  const clock = [part('hour'), part('minute'), part('second')].filter(Boolean).join(':');
  const day = part('day');
  return day ? `${part('month')}-${day} ${clock}` : clock;
}
