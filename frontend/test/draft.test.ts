import assert from 'node:assert/strict';
import test from 'node:test';

class Memory {
  readonly all = new Map<string, string>();
  getItem = (key: string) => this.all.get(key) ?? null;
  setItem = (key: string, value: string) => void this.all.set(key, value);
  removeItem = (key: string) => void this.all.delete(key);
}

/** The module holds an element, too; there is none of a page here. */
async function drafts(memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, now: () => number) {
  const { Drafts } = await import('../components/draft.js');
  return new Drafts(memory, now);
}

test('what is typed is found again, and what is sent is not', async () => {
  const memory = new Memory();
  const kept = await drafts(memory, () => 1000);

  kept.keep('maria note 7', 'feed B is down');
  assert.deepEqual(kept.of('maria note 7'), { text: 'feed B is down', at: 1000 });
  assert.equal(kept.of('omar note 7'), undefined);
  kept.keep('maria note 7', '');
  assert.equal(kept.of('maria note 7'), undefined);
  assert.equal(memory.all.size, 0);
});

test('a draft of last month is not put into today', async () => {
  let now = 0;
  const kept = await drafts(new Memory(), () => now);

  kept.keep('a', 'old');
  now = 7 * 86_400_000 - 1;
  assert.equal(kept.of('a')?.text, 'old');
  now += 1;
  assert.equal(kept.of('a'), undefined);
});

test('a browser that keeps nothing, or kept nonsense, loses no key stroke', async () => {
  const full = {
    getItem: () => '{"text":',
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
    removeItem: () => {},
  };
  const kept = await drafts(full, () => 0);

  assert.doesNotThrow(() => kept.keep('a', 'text'));
  assert.equal(kept.of('a'), undefined);
});
