import assert from 'node:assert/strict';
import test from 'node:test';
import { rounded, sizeOf, steady } from '../components/marks.js';
import { subsolar } from '../components/sun.js';

test('the sun is overhead where almanacs say: equinox, solstices, and noon in Greenwich', () => {
  const [, equinox] = subsolar(Date.UTC(2026, 2, 20, 14, 46));
  const [, june] = subsolar(Date.UTC(2026, 5, 21, 8, 24));
  const [, december] = subsolar(Date.UTC(2026, 11, 21, 20, 50));
  const [noon] = subsolar(Date.UTC(2026, 3, 15, 12));
  const [evening] = subsolar(Date.UTC(2026, 3, 15, 18));

  assert.ok(Math.abs(equinox) < 0.1, `${equinox}`);
  assert.ok(Math.abs(june - 23.44) < 0.05, `${june}`);
  assert.ok(Math.abs(december + 23.44) < 0.05, `${december}`);
  assert.ok(Math.abs(noon) < 0.5, `${noon}`);
  assert.ok(Math.abs(evening + 90) < 0.5, `${evening}`);
});

test('the area of a mark follows the load, within bounds, and an unknown load has the least', () => {
  assert.equal(sizeOf(10_000, 10_000), 2);
  assert.ok(Math.abs(sizeOf(2_500, 10_000) - 1.4) < 0.01);
  assert.equal(sizeOf(0, 10_000), 0.8);
  assert.equal(sizeOf(Number.NaN, 10_000), 0.8);
  assert.equal(sizeOf(5, 0), 0.8);
});

test('a load that quivers moves no mark, and one that grows does', () => {
  const scale = rounded(18_000);
  const before = sizeOf(9_000, scale);

  assert.equal(steady(undefined, before), before);
  assert.equal(steady(before, sizeOf(9_900, scale)), before);
  assert.equal(steady(before, sizeOf(15_000, scale)), sizeOf(15_000, scale));
});

test('the scale of marks stays while the largest load moves within its step', () => {
  assert.deepEqual([0, Number.NaN, 1, 9, 11, 19_999, 20_001].map(rounded), [0, 0, 1, 10, 20, 20_000, 50_000]);
});
