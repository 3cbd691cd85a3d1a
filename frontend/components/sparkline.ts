import { svg } from 'lit';

/** A line of the last values, scaled between zero and the larger of the ceiling and what was seen. */
export function sparkline(values: readonly number[], ceiling: number, width = 72, height = 14) {
  const known = values.filter((value) => Number.isFinite(value));
  if (known.length < 2) {
    return svg`<svg width=${width} height=${height}></svg>`;
  }
  return svg`<svg width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
    <polyline fill="none" stroke="currentColor" stroke-width="1.2" points=${points(values, ceiling, width, height)}></polyline>
  </svg>`;
}

/** The corners of the line; unknown values are left out. */
export function points(values: readonly number[], ceiling: number, width: number, height: number): string {
  const most = Math.max(ceiling, ...values.filter((value) => Number.isFinite(value)));
  const step = width / Math.max(1, values.length - 1);
  return values
    .map((value, index) =>
      Number.isFinite(value) ? `${(index * step).toFixed(1)},${(height - 1 - (value / most) * (height - 2)).toFixed(1)}` : '',
    )
    .filter((corner) => corner !== '')
    .join(' ');
}
