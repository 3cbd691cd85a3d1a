import assert from 'node:assert/strict';
import test from 'node:test';
import { inWords } from '../components/ahead.js';
import { timeLabel } from '../components/axis.js';
import { csv, figuresOf } from '../components/figures.js';
import { LONGEST_MS, lengthInWords, read, shifted, toAddress, zoomedOut, zoomedTo } from '../components/time-range.js';

const NOW = Date.UTC(2026, 10, 27, 18, 0);
const HOUR = 3_600_000;

test('a range is written so that it is read as the same', () => {
  const live = { live: true, lengthMs: 6 * HOUR } as const;
  const fixed = { live: false, fromMs: NOW - 2 * HOUR, untilMs: NOW - HOUR } as const;

  assert.deepEqual(toAddress(live), { from: 'now-6h', to: 'now' });
  assert.deepEqual(read(toAddress(live), NOW), live);
  assert.deepEqual(read(toAddress(fixed), NOW), fixed);
  assert.equal(lengthInWords(900_000), '15 minutes');
  assert.equal(lengthInWords(HOUR), '1 hour');
});

test('what people type is UTC, with a T or a space, with seconds or without', () => {
  const typed = read({ from: '2026-11-27 16:00', to: '2026-11-27T17:00:30Z' }, NOW);

  assert.deepEqual(typed, { live: false, fromMs: NOW - 2 * HOUR, untilMs: NOW - HOUR + 30_000 });
  assert.deepEqual(read({ from: 'now-2h', to: 'now-1h' }, NOW), {
    live: false,
    fromMs: NOW - 2 * HOUR,
    untilMs: NOW - HOUR,
  });
  assert.equal(read({ from: 'yesterday', to: 'now' }, NOW), undefined);
  assert.equal(read({ from: '2026-11-27 17:00', to: '2026-11-27 16:00' }, NOW), undefined);
});

test('ten years are too long, and a moment too short', () => {
  const years = read({ from: '2016-01-01', to: '2026-01-01' }, NOW);
  assert.ok(years && !years.live && years.untilMs - years.fromMs === LONGEST_MS);
  const moment = zoomedTo(NOW, NOW + 5);
  assert.ok(!moment.live && moment.untilMs - moment.fromMs === 10_000);
});

test('earlier stands still, and later arrives at now', () => {
  const earlier = shifted({ live: true, lengthMs: HOUR }, -1, NOW);
  assert.deepEqual(earlier, { live: false, fromMs: NOW - 1.5 * HOUR, untilMs: NOW - HOUR / 2 });
  assert.deepEqual(shifted(earlier, 1, NOW), { live: true, lengthMs: HOUR });
});

test('zooming out doubles and never looks into the future', () => {
  assert.deepEqual(zoomedOut({ live: true, lengthMs: HOUR }, NOW), { live: true, lengthMs: 2 * HOUR });
  const past = zoomedOut({ live: false, fromMs: NOW - 3 * HOUR, untilMs: NOW - 2 * HOUR }, NOW);
  assert.deepEqual(past, { live: false, fromMs: NOW - 3.5 * HOUR, untilMs: NOW - 1.5 * HOUR });
  const near = zoomedOut({ live: false, fromMs: NOW - HOUR, untilMs: NOW }, NOW);
  assert.deepEqual(near, { live: false, fromMs: NOW - 2 * HOUR, untilMs: NOW });
});

test('an axis is as exact as its span asks for', () => {
  assert.equal(timeLabel(NOW / 1_000, 600, 'UTC'), '18:00:00');
  assert.equal(timeLabel(NOW / 1_000, 86_400, 'UTC'), '18:00');
  assert.equal(timeLabel(NOW / 1_000, 7 * 86_400, 'UTC'), '11-27 18:00');
  assert.equal(timeLabel(NOW / 1_000, 86_400, 'Asia/Tokyo'), '03:00');
});

test('figures leave out what is not known', () => {
  assert.deepEqual(figuresOf([1, null, 3]), { last: 3, least: 1, average: 2, most: 3 });
  assert.ok(Number.isNaN(figuresOf([null]).most));
  assert.ok(Number.isNaN(figuresOf([1, null]).last));
});

test('a table becomes CSV in which nothing can be a formula', () => {
  const text = csv(['=cmd()', 'a,"b"'], [[0, 10], [1, null], [2.5, 3]]);
  assert.equal(
    text,
    'time,\'=cmd(),"a,""b"""\r\n1970-01-01T00:00:00.000Z,1,2.5\r\n1970-01-01T00:00:10.000Z,,3\r\n',
  );
});

test('where a line leads is said with its band, and with a risk when there is a limit', () => {
  const outlook = { label: 'all', colour: 0, times: [0, 1], middles: [1, 2], lows: [1, 1.5], highs: [1, 2.5] };
  assert.equal(inWords([{ ...outlook, limit: null, risk: 0 }], '', 900), 'in 15 minutes: 2 (1.50 to 2.50)');
  assert.match(inWords([{ ...outlook, label: 'a', limit: 2.2, risk: 0.25 }], '', 3_600), /^a in 1 hour.*2\.20: 25\.0 %$/);
  assert.match(inWords([], '', 900), /long enough/);
});
