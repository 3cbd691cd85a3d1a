import assert from 'node:assert/strict';
import test from 'node:test';
import { Sequence } from '../components/sequence.js';
import { worstHeard } from '../components/tones.js';

test('g and a letter are one command, if the letter comes soon', () => {
  const sequence = new Sequence();

  assert.equal(sequence.next('g', 0), '');
  assert.equal(sequence.next('a', 900), 'g a');
  assert.equal(sequence.next('a', 1000), 'a');
  assert.equal(sequence.next('t', 2000), '');
  assert.equal(sequence.next('z', 9000), 'z');
});

test('the worst severity that is to be heard sounds, and nothing when all is acknowledged', () => {
  assert.equal(worstHeard([0, 2, 1, 0], ['critical', 'high']), 'high');
  assert.equal(worstHeard([0, 0, 5, 0], ['critical', 'high']), '');
  assert.equal(worstHeard([1, 0, 0, 0], ['warning']), '');
  assert.equal(worstHeard([0, 0, 0, 0], ['critical']), '');
});
