// How the person wants to see and hear the page. The server keeps it; the browser remembers it for the first paint.
export type Theme = 'dark' | 'light' | 'contrast';

export interface Preferences {
  theme: Theme;
  density: 'compact' | 'comfortable';
  flashing: boolean;
  /** the severities that are heard */
  sounds: string[];
  /** 0 (mute) to 100 */
  volume: number;
  desktop: boolean;
  keys: boolean;
  /** an IANA name */
  zone: string;
}

export const DEFAULTS: Preferences = {
  theme: 'dark',
  density: 'compact',
  flashing: true,
  sounds: ['critical', 'high'],
  volume: 60,
  desktop: false,
  keys: true,
  zone: 'UTC',
};

const STORED = 'goc-preferences';
/** Told to the document when they change, for what is painted and not styled. */
export const PREFERENCES_CHANGED = 'goc-preferences-changed';

let current = remembered();

/** What this browser saw last; the defaults when it never did, or keeps nothing. */
function remembered(): Preferences {
  try {
    const kept = JSON.parse(localStorage.getItem(STORED) ?? '{}') as Partial<Preferences>;
    return { ...DEFAULTS, ...kept, zone: known(kept.zone ?? DEFAULTS.zone) };
  } catch {
    return DEFAULTS;
  }
}

export function preferences(): Preferences {
  return current;
}

/** The zone, or UTC when this browser does not know it. */
function known(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/** Shows the page as the person wants it, and remembers that. */
export function prefer(chosen: Partial<Preferences>): void {
  current = { ...current, ...chosen };
  current.zone = known(current.zone);
  try {
    localStorage.setItem(STORED, JSON.stringify(current));
  } catch {
    // A browser that keeps nothing shows the choice until the page is left.
  }
  show(current);
  document.dispatchEvent(new CustomEvent(PREFERENCES_CHANGED));
}

/** The attributes that the style sheets look at. */
export function show({ theme, density, flashing }: Preferences): void {
  const { dataset } = document.documentElement;
  dataset.theme = theme;
  dataset.density = density;
  dataset.flashing = flashing ? 'on' : 'off';
}
