import assert from 'node:assert/strict';
import test from 'node:test';
import { differences, frameAfter } from '../components/frame-code.js';
import { LATE_MS, isLive, troubles } from '../components/liveness.js';

const ALIVE = { serverMs: 300, telemetryMs: 700, databaseMs: 400, connected: true };

test('numbers are read as the server writes them, however long and of either sign', () => {
  // 0, 1, -1, 63, -64, 64, 1_000_000, -2_147_483_648
  const bytes = [0, 2, 1, 126, 127, 0x80, 1, 0x80, 0x89, 0x7a, 0xff, 0xff, 0xff, 0xff, 0x0f];
  const text = btoa(String.fromCharCode(...bytes));

  assert.deepEqual(differences(text), [0, 1, -1, 63, -64, 64, 1_000_000, -2_147_483_648]);
});

test('a change is added to what was seen, and a whole one forgets it', () => {
  const seven = (...numbers: number[]) => btoa(String.fromCharCode(...numbers.map((number) => number << 1)));

  const first = frameAfter(undefined, `W${seven(2, 10, 20, 30, 40, 50, 60)}`);
  const second = frameAfter(first, `C${seven(0, 1, 0, 0, 0, 0, 2)}`);
  const third = frameAfter(second, `W${seven(1, 1, 1, 1, 1, 1, 1)}`);

  assert.deepEqual(second, { states: [2], values: [11, 20, 30, 40, 50, 62] });
  assert.deepEqual(third, { states: [1], values: [1, 1, 1, 1, 1, 1] });
  assert.throws(() => frameAfter(undefined, `C${seven(0, 0, 0, 0, 0, 0, 0)}`), /before the whole/);
});

test('values come column by column', () => {
  const numbers = [0, 1, 1, 10, 2, 20, 3, 30, 4, 40, 5, 50, 6, 60];
  const text = btoa(String.fromCharCode(...numbers.map((number) => number << 1)));

  assert.deepEqual(frameAfter(undefined, `W${text}`), {
    states: [0, 1],
    values: [1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60],
  });
});

test('what is late is named; only a silent database leaves the picture live', () => {
  assert.deepEqual(troubles(ALIVE), []);
  assert.deepEqual(troubles({ ...ALIVE, serverMs: LATE_MS + 1, databaseMs: 99_999 }), ['no-server']);
  assert.deepEqual(troubles({ ...ALIVE, connected: false }), ['no-server']);
  assert.deepEqual(troubles({ ...ALIVE, telemetryMs: LATE_MS + 1, databaseMs: LATE_MS + 1 }), [
    'no-telemetry',
    'no-history',
  ]);
  assert.equal(isLive(troubles({ ...ALIVE, telemetryMs: LATE_MS + 1 })), false);
  assert.equal(isLive(troubles({ ...ALIVE, databaseMs: LATE_MS + 1 })), true);
  assert.equal(isLive(troubles({ ...ALIVE, serverMs: LATE_MS + 1 })), false);
});
