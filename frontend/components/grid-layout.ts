// Where the panels of a dashboard stand, and how they make room for one another. Pure, so that it can be tested.

export const COLUMNS = 24;
export const NARROWEST = 3;
export const LOWEST = 2;

export interface Box {
  number: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(value)));
}

/** The box within the grid. */
export function fitted(box: Box): Box {
  const width = clamp(box.width, NARROWEST, COLUMNS);
  return {
    ...box,
    width,
    height: Math.max(LOWEST, Math.round(box.height)),
    x: clamp(box.x, 0, COLUMNS - width),
    y: Math.max(0, Math.round(box.y)),
  };
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.number !== other.number &&
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** As people read: from the top, then from the left. */
export function inOrder(boxes: readonly Box[]): Box[] {
  return [...boxes].sort((one, other) => one.y - other.y || one.x - other.x || one.number - other.number);
}

/** No two overlap, and each stands as high as it can: the first placed keeps its place, others go below. */
function settled(first: Box | undefined, boxes: readonly Box[]): Box[] {
  const placed: Box[] = first ? [first] : [];
  for (const box of inOrder(boxes)) {
    if (box.number === first?.number) {
      continue;
    }
    const here = { ...box };
    while (here.y > 0 && !placed.some((other) => overlap({ ...here, y: here.y - 1 }, other))) {
      here.y -= 1;
    }
    while (placed.some((other) => overlap(here, other))) {
      here.y += 1;
    }
    placed.push(here);
  }
  return placed;
}

/** The layout with one box elsewhere or of another size; the others make room. */
export function changed(boxes: readonly Box[], box: Box): Box[] {
  const moved = settled(
    fitted(box),
    boxes.map((each) => (each.number === box.number ? fitted(box) : each)),
  );
  // Once more without the one that led, so that it does not hang in the air.
  return inOrder(settled(undefined, moved));
}
