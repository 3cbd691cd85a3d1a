/** Where a key leads in a grid of so many columns and tiles; -1 when it leads nowhere. */
export function stepped(key: string, from: number, columns: number, count: number): number {
  const to = new Map([
    ['ArrowRight', from + 1],
    ['ArrowLeft', from - 1],
    ['ArrowDown', from + columns],
    ['ArrowUp', from - columns],
    ['Home', 0],
    ['End', count - 1],
  ]).get(key);
  return to === undefined || to < 0 || to >= count ? -1 : to;
}
