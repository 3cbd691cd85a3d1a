// The states of a place as the live board codes them, and how each is shown: never by colour alone.
export interface StateLook {
  word: string;
  /** shape and letter, for where there is room for little */
  tag: string;
  /** How urgent, for sorting: the highest first. */
  rank: number;
}

export const STATES: readonly StateLook[] = [
  { word: 'ok', tag: '✓', rank: 0 },
  { word: 'degraded', tag: '▲D', rank: 3 },
  { word: 'critical', tag: '◆C', rank: 4 },
  { word: 'maintenance', tag: '■M', rank: 1 },
  { word: 'unknown', tag: '○?', rank: 2 },
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
