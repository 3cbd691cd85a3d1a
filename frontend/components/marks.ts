// How regions are marked on the map.

/** By state: circle, triangle, diamond, square, ring. Their size follows urgency, and then the load. */
export const MARKS: readonly string[] = [
  'M-2.6,0a2.6,2.6 0 1,0 5.2,0a2.6,2.6 0 1,0 -5.2,0',
  'M0,-5.5L5,3.6L-5,3.6Z',
  'M0,-7L7,0L0,7L-7,0Z',
  'M-3.4,-3.4H3.4V3.4H-3.4Z',
  'M-3.4,0a3.4,3.4 0 1,0 6.8,0a3.4,3.4 0 1,0 -6.8,0',
];

const LEAST = 0.8;
const MOST = 2;

/** How much larger than usual the mark of a region is; its area follows its share of the largest load. */
export function sizeOf(load: number, largest: number): number {
  return load > 0 && largest > 0 ? LEAST + (MOST - LEAST) * Math.sqrt(load / largest) : LEAST;
}

/** A mark changes its size only when it is so far from what is right: a load that quivers does not make it quiver. */
const TOLERATED = 0.15;

/** The size to draw, given what is drawn. */
export function steady(drawn: number | undefined, right: number): number {
  return drawn === undefined || Math.abs(drawn - right) > TOLERATED ? right : drawn;
}

/** The next larger of 1, 2, 5, 10, 20 …, so that the largest load can change without changing all marks. */
export function rounded(largest: number): number {
  if (!(largest > 0)) {
    return 0;
  }
  const ten = 10 ** Math.floor(Math.log10(largest));
  return ([1, 2, 5].find((step) => step * ten >= largest) ?? 10) * ten;
}
