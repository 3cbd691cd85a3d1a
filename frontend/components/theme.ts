export type Theme = 'dark' | 'light';

const STORED = 'goc-theme';
/** Told to the document when the theme changes, for what is painted and not styled. */
export const THEME_CHANGED = 'goc-theme-changed';

/** What this browser chose; dark when it never did, or keeps nothing. */
export function chosenTheme(): Theme {
  try {
    return localStorage.getItem(STORED) === 'light' ? 'light' : 'dark';
  } catch {
    return 'dark';
  }
}

export function otherTheme(theme: Theme): Theme {
  return theme === 'dark' ? 'light' : 'dark';
}

export function chooseTheme(theme: Theme): void {
  try {
    localStorage.setItem(STORED, theme);
  } catch {
    // A browser that keeps nothing shows the choice until the page is left.
  }
  showTheme(theme);
  document.dispatchEvent(new CustomEvent(THEME_CHANGED));
}

export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}
