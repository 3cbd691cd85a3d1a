// Whether what is on the screen can be trusted, from the times at which its parts last gave a sign of life.

/** Everything gives a sign of life at least once a second; later than this it is taken for dead. */
export const LATE_MS = 2500;

export interface SignsOfLife {
  /** how long ago the server last spoke */
  serverMs: number;
  /** how long ago the newest point was sent that came through */
  telemetryMs: number;
  /** how long ago the database was asked what it has answered */
  databaseMs: number;
  /** whether the browser holds the connection for whole */
  connected: boolean;
}

/** What is wrong, the worst first; `no-history` alone leaves the picture live. */
export type Trouble = 'no-server' | 'no-telemetry' | 'no-history';

export function troubles({ serverMs, telemetryMs, databaseMs, connected }: SignsOfLife): Trouble[] {
  if (!connected || serverMs > LATE_MS) {
    return ['no-server'];
  }
  const all: Trouble[] = [];
  if (telemetryMs > LATE_MS) {
    all.push('no-telemetry');
  }
  if (databaseMs > LATE_MS) {
    all.push('no-history');
  }
  return all;
}

/** Whether the picture follows the world. */
export function isLive(found: readonly Trouble[]): boolean {
  return !found.includes('no-server') && !found.includes('no-telemetry');
}
