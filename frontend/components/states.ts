// The states of a place as the live board codes them, and how each is shown: never by colour alone.
export interface StateLook {
  word: string;
  letter: string;
  shape: string;
  /** How urgent, for sorting: the highest first. */
  rank: number;
}

export const STATES: readonly StateLook[] = [
  { word: 'ok', letter: '✓', shape: '✓', rank: 0 },
  { word: 'degraded', letter: 'D', shape: '▲', rank: 3 },
  { word: 'critical', letter: 'C', shape: '◆', rank: 4 },
  { word: 'maintenance', letter: 'M', shape: 'M', rank: 1 },
  { word: 'unknown', letter: '?', shape: '?', rank: 2 },
];

export const UNKNOWN = 4;

export function look(state: number): StateLook {
  return STATES[state] ?? STATES[UNKNOWN];
}

export interface RegionOnBoard {
  id: string;
  name: string;
  country: string;
  lat: number | null;
  lon: number | null;
}
