import { svg } from 'lit';

const icon = (path: string) =>
  svg`<svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor"
    stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"><path d=${path}></path></svg>`;

const BELL =
  'M3.5 11.5h9c-1-1-1.2-2-1.2-4.5A3.3 3.3 0 0 0 8 3.6 3.3 3.3 0 0 0 4.7 7c0 2.5-.2 3.5-1.2 4.5z' +
  'M6.8 13.8h2.4';

export const bell = icon(BELL);
export const bellMuted = icon(`${BELL}M2 2l12 12`);
export const loupe = icon('M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M10.5 10.5l3.5 3.5');
