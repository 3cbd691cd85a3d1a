// Reads the frames of the board as the server writes them: see FrameCode.java.
import { VALUES } from './region-rows.js';

export interface BoardFrame {
  /** one code for each region */
  states: readonly number[];
  /** {@link VALUES} for each region, -1 when unknown */
  values: readonly number[];
}

/** The differences that a text holds, in order. */
export function differences(text: string): number[] {
  const bytes = atob(text);
  const all: number[] = [];
  let read = 0;
  let shift = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes.charCodeAt(at);
    read |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte < 0x80) {
      all.push((read >>> 1) ^ -(read & 1));
      read = 0;
      shift = 0;
    }
  }
  return all;
}

/**
 * The frame that a text makes of the one before: `W` begins a whole one, `C` a change.
 *
 * @throws when a change comes that nothing was seen before
 */
export function frameAfter(before: BoardFrame | undefined, text: string): BoardFrame {
  const numbers = differences(text.slice(1));
  const regions = numbers.length / (VALUES + 1);
  const base = text.startsWith('W') ? undefined : before;
  if (!base && !text.startsWith('W')) {
    throw new Error('a change of the board came before the whole of it');
  }
  const values = new Array<number>(regions * VALUES);
  for (let at = 0; at < values.length; at += 1) {
    // They come column by column.
    const place = (at % regions) * VALUES + Math.floor(at / regions);
    values[place] = numbers[regions + at] + (base?.values[place] ?? 0);
  }
  return { states: numbers.slice(0, regions).map((number, index) => number + (base?.states[index] ?? 0)), values };
}
