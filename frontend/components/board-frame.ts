// The one frame a second that all parts of the board share: the server sends it once, every part takes what it shows.
import { LitElement, css, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { type BoardFrame, frameAfter } from './frame-code.js';
import { VALUES } from './region-rows.js';

type Viewer = (frame: BoardFrame) => void;

const viewers = new Set<Viewer>();

/** Shows each frame until the returned function is called. */
export function follow(viewer: Viewer): () => void {
  viewers.add(viewer);
  return () => viewers.delete(viewer);
}

/** How many requests a second each region serves; NaN where that is unknown. */
export function loads({ states, values }: BoardFrame): number[] {
  return states.map((_, index) => (values[index * VALUES] < 0 ? Number.NaN : values[index * VALUES]));
}

/** How many regions are in each state, by code. */
export function counts({ states }: BoardFrame): number[] {
  return [0, 1, 2, 3, 4].map((code) => states.filter((state) => state === code).length);
}

/** Takes the frames from the server; shows nothing itself. */
@customElement('goc-board-feed')
export class BoardFeed extends LitElement {
  static styles = css`
    :host {
      display: none;
    }
  `;

  private newest?: BoardFrame;

  /** Takes a frame as text, a whole one or the change from the last. */
  frame(text: string): void {
    const frame = frameAfter(this.newest, text);
    this.newest = frame;
    viewers.forEach((viewer) => viewer(frame));
  }

  render() {
    return nothing;
  }
}
