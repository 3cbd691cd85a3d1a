import assert from 'node:assert/strict';
import test from 'node:test';
import { placeTags } from '../components/mark-tags.js';

const tag = (text: string, at: number) => ({ text, at, wide: 20 });

test('a tag stands beside its mark', () => {
  assert.deepEqual(placeTags([tag('a', 100)], 500, 2), [{ left: 103, line: 0 }]);
});

test('tags that would cover each other stand below each other, and what finds no room is left out', () => {
  assert.deepEqual(placeTags([tag('a', 100), tag('b', 105), tag('c', 110), tag('d', 140)], 500, 2), [
    { left: 103, line: 0 },
    { left: 108, line: 1 },
    undefined,
    { left: 143, line: 0 },
  ]);
});

test('what many marks say in one place is said once, and again further on', () => {
  assert.deepEqual(placeTags([tag('a', 100), tag('b', 101), tag('a', 102), tag('a', 130)], 500, 3), [
    { left: 103, line: 0 },
    { left: 104, line: 1 },
    undefined,
    { left: 133, line: 0 },
  ]);
});

test('a tag at the right edge stays on the chart', () => {
  assert.deepEqual(placeTags([tag('a', 495)], 500, 1), [{ left: 480, line: 0 }]);
});
