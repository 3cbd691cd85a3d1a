const SEQUENCE_MS = 1500;
/** Keys after which a second one is waited for. */
const FIRST_KEYS = new Set(['g', 't', 'd']);

/** Joins two keys into one command, if the second comes soon enough; says which keys to look for. */
export class Sequence {
  private first = '';
  private at = 0;

  /** The keys that were pressed so far; empty while the second one is waited for. */
  next(key: string, now: number): string {
    const begun = now - this.at < SEQUENCE_MS ? this.first : '';
    this.first = '';
    if (begun) {
      return `${begun} ${key}`;
    }
    if (FIRST_KEYS.has(key)) {
      this.first = key;
      this.at = now;
      return '';
    }
    return key;
  }
}
