// The bar across the page that says what cannot be trusted of it.
import { css, html } from 'lit';
import { type Trouble, isLive } from './liveness.js';
import { utcTime } from './numbers.js';

export const troubleBarStyle = css`
  .lost {
    position: fixed;
    inset-block-start: 0;
    inset-inline: 0;
    z-index: 10000;
    display: flex;
    gap: 1em;
    justify-content: center;
    padding: 6px 12px;
    background: var(--goc-critical);
    color: var(--goc-on-critical);
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .lost span {
    font-weight: 400;
  }
  .lost.partly {
    background: var(--goc-degraded);
    color: var(--goc-on-degraded);
  }
`;

/** When each part last gave a sign of life, in epoch milliseconds; 0 for never. */
export interface LastSigns {
  serverAt: number;
  telemetryAt: number;
  databaseAt: number;
}

function since(atMs: number): string {
  return atMs > 0 ? `since ${utcTime(atMs)} UTC` : 'yet';
}

/** What the bar says: a word for across the room, a sentence for who comes nearer. */
function words(found: readonly Trouble[], { serverAt, telemetryAt, databaseAt }: LastSigns): [string, string] {
  if (found.includes('no-server')) {
    const last = serverAt > 0 ? `last update ${utcTime(serverAt)} UTC` : 'no update yet';
    return ['NOT LIVE', `${last} · reconnecting, your place is kept`];
  }
  if (found.includes('no-telemetry')) {
    const history = found.includes('no-history') ? ', and the database does not answer' : '';
    return ['NOT LIVE', `no telemetry has come through ${since(telemetryAt)}${history} · it goes on by itself`];
  }
  return ['DATABASE AWAY', `no answer ${since(databaseAt)} · values and states go on live; history and changes wait`];
}

export function troubleBar(found: readonly Trouble[], last: LastSigns) {
  const [word, sentence] = words(found, last);
  return html`<div class="lost ${isLive(found) ? 'partly' : ''}" role="alert">${word} <span>${sentence}</span></div>`;
}
