import assert from 'node:assert/strict';
import test from 'node:test';
import { type Box, changed, fitted } from '../components/grid-layout.js';

const box = (number: number, x: number, y: number, width = 12, height = 4): Box => ({ number, x, y, width, height });

function free(boxes: readonly Box[]): boolean {
  return boxes.every((one) =>
    boxes.every(
      (other) =>
        one.number === other.number ||
        one.x + one.width <= other.x ||
        other.x + other.width <= one.x ||
        one.y + one.height <= other.y ||
        other.y + other.height <= one.y,
    ),
  );
}

test('a panel stays within the grid, however far it is pulled', () => {
  assert.deepEqual(fitted(box(1, -5, -2, 99, 0)), box(1, 0, 0, 24, 2));
  assert.deepEqual(fitted(box(1, 30, 3, 1, 9)), box(1, 21, 3, 3, 9));
});

test('others make room, and nothing hangs in the air', () => {
  const before = [box(1, 0, 0), box(2, 12, 0), box(3, 0, 4, 24)];

  const after = changed(before, box(1, 12, 0));

  assert.ok(free(after));
  assert.deepEqual(after.find(({ number }) => number === 1), box(1, 12, 0));
  assert.deepEqual(after.find(({ number }) => number === 2), box(2, 12, 4));
  assert.deepEqual(after.find(({ number }) => number === 3), box(3, 0, 8, 24));
  assert.deepEqual(changed([box(1, 0, 0)], box(1, 0, 40)), [box(1, 0, 0)]);
});

for (const seed of [1, 2, 3, 4, 5]) {
  test(`whatever is done, no two panels overlap (seed ${seed})`, () => {
    let state = seed;
    const next = (bound: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % bound;
    };
    let boxes = Array.from({ length: 12 }, (_, number) => box(number, next(24), next(30), 3 + next(20), 2 + next(8)));
    boxes = changed(boxes, boxes[0]);
    for (let i = 0; i < 50; i++) {
      boxes = changed(boxes, box(next(12), next(24), next(40), 3 + next(20), 2 + next(8)));
      assert.ok(free(boxes));
      assert.equal(boxes.length, 12);
    }
  });
}
