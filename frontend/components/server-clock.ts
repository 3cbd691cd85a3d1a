// The server's time, as its beats tell it: a workstation whose clock is wrong must not make fresh data look old.
export class ServerClock {
  /** Offsets of the last beats: a beat can only be late, so the largest is the nearest to the truth. */
  private readonly offsets: number[] = [];

  constructor(private readonly remembered = 30) {}

  heard(serverMs: number, hereMs: number): void {
    this.offsets.push(serverMs - hereMs);
    if (this.offsets.length > this.remembered) {
      this.offsets.shift();
    }
  }

  now(hereMs: number): number {
    return hereMs + (this.offsets.length === 0 ? 0 : Math.max(...this.offsets));
  }
}

/** The one clock of the page. */
export const serverClock = new ServerClock();

export function serverNow(): number {
  return serverClock.now(Date.now());
}
