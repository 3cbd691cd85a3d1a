import assert from 'node:assert/strict';
import test from 'node:test';
import { OneAtATime } from '../components/one-at-a-time.js';

test('a link is followed at once when nothing is under way', () => {
  const followed: string[] = [];
  const links = new OneAtATime(
    () => false,
    (address) => followed.push(address),
  );

  assert.equal(links.holds('a'), false);
  links.settled();
  assert.deepEqual(followed, []);
});

test('links that are pressed while one is followed wait, and the last of them is followed once', () => {
  const followed: string[] = [];
  let busy = true;
  const links = new OneAtATime(
    () => busy,
    (address) => followed.push(address),
  );

  assert.equal(links.holds('a'), true);
  assert.equal(links.holds('b'), true);
  assert.deepEqual(followed, []);
  busy = false;
  links.settled();
  links.settled();
  assert.deepEqual(followed, ['b']);
});

test('a navigation that never settles does not hold a link for ever', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const followed: string[] = [];
  const links = new OneAtATime(
    () => true,
    (address) => followed.push(address),
  );

  links.holds('a');
  context.mock.timers.tick(2999);
  assert.deepEqual(followed, []);
  context.mock.timers.tick(1);
  assert.deepEqual(followed, ['a']);
});
