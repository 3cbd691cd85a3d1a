import assert from 'node:assert/strict';
import test from 'node:test';
import { inMilliseconds, linksOf, withFigures } from '../components/links.js';

const REGIONS = [
  { id: 'a', name: 'A', country: '', lat: 50, lon: 8 },
  { id: 'b', name: 'B', country: '', lat: 48, lon: 2 },
  { id: 'nowhere', name: 'N', country: '', lat: null, lon: null },
];
const draw = (from: [number, number], to: [number, number]) => ({
  path: `M${from}L${to}`,
  middle: [5, 5] as const,
});

test('a link is drawn between its regions, longitude first', () => {
  const [link] = linksOf([['a', 'b']], REGIONS, draw);

  assert.equal(link.path, 'M8,50L2,48');
  assert.equal(link.state, 4);
});

test('a link of a region that nobody can place keeps its turn without a line', () => {
  const links = withFigures(
    linksOf(
      [
        ['a', 'nowhere'],
        ['a', 'b'],
      ],
      REGIONS,
      draw,
    ),
    [0, 100, 0, 2, 1234, 920],
  );

  assert.equal(links[0].path, '');
  assert.equal(inMilliseconds(links[0]), '');
  assert.equal(links[1].state, 2);
  assert.equal(inMilliseconds(links[1]), '123 ms, 92 % lost');
});

test('short ways show tenths, and silence is said', () => {
  const links = linksOf([['a', 'b']], REGIONS, draw);

  assert.equal(inMilliseconds(withFigures(links, [0, 84, 0])[0]), '8.4 ms');
  assert.equal(inMilliseconds(withFigures(links, [4, -1, -1])[0]), 'no answer');
  assert.equal(withFigures(links, [])[0].state, 4);
});
