// The points of a live chart, in columns as uPlot wants them, bounded by time.
export class Stream {
  /** times in seconds, then one column a series; null is a gap */
  readonly columns: [number[], ...(number | null)[][]];

  constructor(
    series: number,
    private readonly windowSeconds: number,
  ) {
    this.columns = [[], ...Array.from({ length: series }, () => [] as (number | null)[])];
  }

  get length(): number {
    return this.columns[0].length;
  }

  get lastTime(): number {
    return this.columns[0].at(-1) ?? Number.NaN;
  }

  last(series: number): number {
    return this.columns[series + 1]?.at(-1) ?? Number.NaN;
  }

  /** Adds a point of all series; older or equal times are ignored, a long pause becomes a gap. */
  append(time: number, values: readonly number[], gapAfterSeconds: number): boolean {
    const before = this.lastTime;
    if (time <= before) {
      return false;
    }
    if (time - before > gapAfterSeconds) {
      this.push(before + (time - before) / 2, []);
    }
    this.push(time, values);
    const oldest = time - this.windowSeconds;
    while (this.columns[0].length > 0 && this.columns[0][0] < oldest) {
      this.columns.forEach((column) => column.shift());
    }
    return true;
  }

  private push(time: number, values: readonly number[]): void {
    this.columns[0].push(time);
    const [, ...series] = this.columns;
    series.forEach((column, index) => {
      const value = values[index];
      column.push(value === undefined || !Number.isFinite(value) ? null : value);
    });
  }
}
