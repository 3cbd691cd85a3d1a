import { svg } from 'lit';

/** A line of the last values, scaled between zero and the larger of the ceiling and what was seen. */
export function sparkline(values: readonly number[], ceiling: number, width = 72, height = 14) {
  const known = values.filter((value) => Number.isFinite(value));
  if (known.length < 2) {
    return svg`<svg width=${width} height=${height}></svg>`;
  }
  return svg`<svg width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
    <path fill="none" stroke="currentColor" stroke-width="1.2" d=${line(values, ceiling, width, height)}></path>
  </svg>`;
}

/** The line as an SVG path; where a value is unknown the line is broken, not drawn across. */
export function line(values: readonly number[], ceiling: number, width: number, height: number): string {
  const most = Math.max(ceiling, ...values.filter((value) => Number.isFinite(value)));
  const step = width / Math.max(1, values.length - 1);
  let pen = 'M';
  return values
    .map((value, index) => {
      if (!Number.isFinite(value)) {
        pen = 'M';
        return '';
      }
      const corner = `${pen}${(index * step).toFixed(1)},${(height - 1 - (value / most) * (height - 2)).toFixed(1)}`;
      pen = 'L';
      return corner;
    })
    .join('');
}
