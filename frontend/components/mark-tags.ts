// Where the tags of marks stand on a chart, so that none covers another. Pure, so that it can be tested.

/** A tag beside its mark: where it begins if there is room, and how wide it is, in pixels. */
export interface Tag {
  text: string;
  at: number;
  wide: number;
}

export interface Place {
  left: number;
  line: number;
}

const GAP = 3;

/**
 * Each tag in the first line that is free where it wants to stand; pushed back from the right edge. There is none where
 * no line is free, or where it would say what the one beside it says: its mark is drawn all the same, and pointing at
 * it tells what it is.
 *
 * @param tags by the time of their marks
 */
export function placeTags(tags: readonly Tag[], right: number, lines: number): (Place | undefined)[] {
  const ends = new Array<number>(lines).fill(Number.NEGATIVE_INFINITY);
  const said = new Map<string, number>();
  return tags.map(({ text, at, wide }) => {
    const left = Math.min(at + GAP, right - wide);
    const line = ends.findIndex((end) => end + GAP <= left);
    if (line < 0 || (said.get(text) ?? Number.NEGATIVE_INFINITY) > left) {
      return undefined;
    }
    said.set(text, left + wide);
    ends[line] = left + wide;
    return { left, line };
  });
}
