// Where the lines of a chart lead: painted beyond now, and said in words.
import type uPlot from 'uplot';
import { percent, withUnit } from './numbers.js';
import { lengthInWords } from './time-range.js';

/** Where a line leads, from its newest point on. Seconds. */
export interface Outlook {
  label: string;
  colour: number;
  times: number[];
  middles: number[];
  lows: number[];
  highs: number[];
  limit: number | null;
  risk: number;
}

/** A dashed line, and a band in which it will be nine times of ten. */
export function drawAhead(plot: uPlot, outlooks: readonly Outlook[], colourOf: (index: number) => string): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  for (const { colour, times, middles, lows, highs } of outlooks) {
    const x = times.map((time) => plot.valToPos(time, 'x', true));
    const y = (values: readonly number[]) => values.map((value) => plot.valToPos(value, 'y', true));
    const [top, middle, bottom] = [y(highs), y(middles), y(lows)];
    ctx.fillStyle = colourOf(colour);
    ctx.strokeStyle = ctx.fillStyle;
    ctx.globalAlpha = 0.18;
    ctx.beginPath();
    x.forEach((at, index) => ctx.lineTo(at, top[index]));
    x.toReversed().forEach((at, index) => ctx.lineTo(at, bottom[x.length - 1 - index]));
    ctx.fill();
    ctx.globalAlpha = 1;
    ctx.setLineDash([6, 5]);
    ctx.lineWidth = 1.5 * devicePixelRatio;
    ctx.beginPath();
    x.forEach((at, index) => ctx.lineTo(at, middle[index]));
    ctx.stroke();
  }
  ctx.restore();
}

/** What is expected at the end, and how likely a limit is reached there. */
export function inWords(outlooks: readonly Outlook[], unit: string, aheadSeconds: number): string {
  if (outlooks.length === 0) {
    return 'Not measured for long enough to say where it leads.';
  }
  const within = lengthInWords(Math.round(aheadSeconds) * 1_000);
  return outlooks
    .map(({ label, middles, lows, highs, limit, risk }) => {
      const [middle, low, high] = [middles, lows, highs].map((each) => withUnit(each.at(-1) ?? Number.NaN, unit));
      const danger = limit === null ? '' : `, risk of ${withUnit(limit, unit)}: ${percent(risk)}`;
      return `${label === 'all' ? '' : `${label} `}in ${within}: ${middle} (${low} to ${high})${danger}`;
    })
    .join(' · ');
}
