import assert from 'node:assert/strict';
import test from 'node:test';
import { age, budget, elapsed, inZone, percent, short, utcTime, withUnit } from '../components/numbers.js';
import { matches, rowsInSight, rowsOf, sorted } from '../components/region-rows.js';
import { ServerClock } from '../components/server-clock.js';
import { line } from '../components/sparkline.js';
import { stepped } from '../components/steps.js';
import { Stream } from '../components/stream.js';

const REGIONS = [
  { id: 'eu-frankfurt', name: 'Frankfurt', country: 'Germany', lat: 50, lon: 8 },
  { id: 'ap-tokyo', name: 'Tokyo', country: 'Japan', lat: 35, lon: 139 },
  { id: 'unassigned', name: 'Unassigned hosts', country: '', lat: null, lon: null },
];
const STATES = [0, 2, 4];
const VALUES = [1200, 400, 90, 50, 50, 300, 900, 63_000, 410, 40, 50, 800, -1, -1, -1, -1, -1, -1];

test('numbers are short, keep their unit and say when nothing is known', () => {
  assert.equal(short(9_999), '9,999');
  assert.equal(short(12_345), '12.3k');
  assert.equal(short(4.2e9), '4.2G');
  assert.equal(short(Number.NaN), '–');
  assert.equal(short(0.000812), '0.00081');
  assert.equal(short(0.00000812), '8.1e-6');
  assert.equal(withUnit(0.25, 's'), '250 ms');
  assert.equal(percent(0.0004), '0.040 %');
  assert.equal(percent(0.063), '6.30 %');
  assert.equal(percent(0), '0 %');
  assert.equal(withUnit(14.4e6, 'B/s'), '14.4 MB/s');
  assert.equal(withUnit(512, 'B/s'), '512 B/s');
  assert.equal(withUnit(410.4, 'ms'), '410 ms');
  assert.equal(withUnit(12_000, 'ms'), '12.0 s');
  assert.equal(budget(0.649), '64 %');
  assert.equal(budget(-2.1), '×3.10');
  assert.equal(budget(Number.NaN), '–');
});

test('ages and durations grow through their units', () => {
  assert.equal(age(850), '0 s');
  assert.equal(age(95_000), '1 m 35 s');
  assert.equal(age(-1), '–');
  assert.equal(elapsed(65_000), '01:05');
  assert.equal(elapsed(3_700_000), '1:01:40');
  assert.equal(utcTime(Date.UTC(2026, 0, 1, 13, 4, 5)), '13:04:05');
});

test('a time names its zone, and an unknown zone is UTC', () => {
  const at = Date.UTC(2026, 6, 1, 22, 4, 5);
  assert.equal(inZone(at, 'UTC'), '2026-07-01 22:04:05 UTC');
  assert.match(inZone(at, 'Asia/Tokyo'), /^2026-07-02 07:04:05 (GMT\+9|JST)$/);
  assert.equal(inZone(at, 'Mars/Olympus'), '2026-07-01 22:04:05 UTC');
});

test('a frame becomes rows, and what is unknown stays unknown', () => {
  const rows = rowsOf(REGIONS, STATES, VALUES);
  assert.equal(rows[1].errors, 0.063);
  assert.equal(rows[1].hostsUp, 40);
  assert.ok(Number.isNaN(rows[2].requests));
});

test('where errors lead belongs to its region, and is unknown until it is known', () => {
  const rows = rowsOf(REGIONS, STATES, VALUES, [], [], [0, 400, 1, 90_000, 0, -1]);
  assert.deepEqual(
    rows.map(({ direction }) => direction),
    [0, 1, 0],
  );
  assert.equal(rows[1].leads, 0.09);
  assert.ok(Number.isNaN(rows[2].leads));
});

test('the worst region comes first and unknown values come last whichever way', () => {
  const rows = rowsOf(REGIONS, STATES, VALUES);
  assert.deepEqual(
    sorted(rows, 'state', true).map((row) => row.region.name),
    ['Tokyo', 'Unassigned hosts', 'Frankfurt'],
  );
  assert.equal(sorted(rows, 'requests', true)[2].region.id, 'unassigned');
  assert.equal(sorted(rows, 'requests', false)[2].region.id, 'unassigned');
});

test('healthy regions keep their place while their figures waver', () => {
  const before = rowsOf(REGIONS, [0, 0, 4], VALUES);
  const after = rowsOf(REGIONS, [0, 0, 4], VALUES.with(1, 90_000));

  assert.deepEqual(
    sorted(before, 'state', true).map((row) => row.region.id),
    sorted(after, 'state', true).map((row) => row.region.id),
  );
});

test('the filter looks at name, country and id, and at the state', () => {
  const rows = rowsOf(REGIONS, STATES, VALUES);
  assert.deepEqual(
    rows.filter((row) => matches(row, 'jap', -1)).map((row) => row.region.id),
    ['ap-tokyo'],
  );
  assert.deepEqual(
    rows.filter((row) => matches(row, '', 4)).map((row) => row.region.id),
    ['unassigned'],
  );
});

test('a stream ignores old points, marks pauses as gaps and forgets what left its window', () => {
  const stream = new Stream(2, 60);
  assert.equal(stream.append(100, [1, 2], 3), true);
  assert.equal(stream.append(100, [9, 9], 3), false);
  stream.append(110, [3, Number.NaN], 3);
  assert.deepEqual(stream.columns[0], [100, 105, 110]);
  assert.deepEqual(stream.columns[1], [1, null, 3]);
  assert.deepEqual(stream.columns[2], [2, null, null]);
  stream.append(165, [4, 4], 100);
  assert.deepEqual(stream.columns[0], [105, 110, 165]);
});

test('a sparkline is broken where nothing is known', () => {
  assert.equal(line([0, 1, Number.NaN, 1, 0], 1, 8, 10), 'M0.0,9.0L2.0,1.0M6.0,1.0L8.0,9.0');
});

test('the page follows the time of the server, by the quickest of its beats', () => {
  const clock = new ServerClock(3);

  assert.equal(clock.now(1_000), 1_000);
  clock.heard(50_000, 1_040);
  clock.heard(51_000, 2_005);
  clock.heard(52_000, 3_900);

  assert.equal(clock.now(4_000), 52_995);
});

test('after the server corrected its clock the old offsets are forgotten', () => {
  const clock = new ServerClock(2);

  clock.heard(90_000, 1_000);
  clock.heard(2_010, 2_000);
  clock.heard(3_010, 3_000);

  assert.equal(clock.now(4_000), 4_010);
});

test('the arrows walk a grid and stop at its edges', () => {
  assert.equal(stepped('ArrowRight', 3, 4, 10), 4);
  assert.equal(stepped('ArrowDown', 3, 4, 10), 7);
  assert.equal(stepped('ArrowDown', 7, 4, 10), -1);
  assert.equal(stepped('ArrowUp', 1, 4, 10), -1);
  assert.equal(stepped('End', 1, 4, 10), 9);
  assert.equal(stepped('a', 1, 4, 10), -1);
});

test('of a long list only the rows in sight and around are drawn, and some before anything was measured', () => {
  assert.deepEqual(rowsInSight(0, 420, 21, 0), { first: 0, last: 20 });
  assert.deepEqual(rowsInSight(2_100, 420, 21, 16), { first: 84, last: 136 });
  assert.deepEqual(rowsInSight(0, 0, 0, 16), { first: 0, last: 16 });
});
