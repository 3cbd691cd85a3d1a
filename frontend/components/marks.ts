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
