// What is painted of a chart: its lines, bands, thresholds and marks, with uPlot.
import uPlot from 'uplot';
import { type Outlook, drawAhead } from './ahead.js';
import { timeLabel } from './axis.js';
import { placeTags } from './mark-tags.js';
import { withUnit } from './numbers.js';
import { preferences } from './preferences.js';

export interface Threshold {
  value: number;
  label: string;
  severity: string;
}

/** Something that happened: at a time, until another, or from a time on. Seconds. */
export interface Mark {
  at: number;
  until: number | null;
  /** whether it goes on */
  lasts: boolean;
  tag: string;
  tone: string;
  text: string;
}

export interface Line {
  label: string;
  /** of the same series at another time, or the least and most of what a point stands for */
  role?: 'line' | 'compared' | 'low' | 'high';
  /** which of the colours, from 0; its own place when it is missing */
  colour?: number;
}

export interface Painted {
  unit: string;
  series: Line[];
  thresholds: Threshold[];
  fit: boolean;
}

export function endOf({ at, until, lasts }: Mark): number {
  return until ?? (lasts ? Number.MAX_SAFE_INTEGER : at);
}

export interface Hooks {
  /** what the window shows when its newest point is this one, in seconds */
  window: (newest: number) => [number, number];
  marks: () => readonly Mark[];
  ahead: () => readonly Outlook[];
  /** the index of the points under the pointer of this chart or of another on the page */
  hovered: (index: number | null, seconds: number | null) => void;
  zoomed: (from: number, until: number) => void;
}

/** How many colours there are for series in the theme. */
export const COLOURS = 8;
/** All charts of a page share one crosshair. */
const CROSSHAIR = 'goc-page';
const MOVES = new Set(['mousemove', 'mouseleave']);
const ZOOM_LEAST_PX = 6;
/** How large the words on a chart are, in pixels; and in how many lines the tags of marks may stand. */
const AXIS_SIZE = 12;
const TAG_SIZE = 11;
const TAG_LINES = 3;
/** So few points are drawn as such: a line needs two. */
const FEW_POINTS = 30;

export function tone(index: number): string {
  return `--goc-series-${(index % COLOURS) + 1}`;
}

/** The colour of a token as the canvas understands it, whatever the theme. */
function token(host: HTMLElement, name: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  host.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** The letters of the page, for what is drawn. */
function font(host: HTMLElement, pixels: number): string {
  return `${pixels}px ${getComputedStyle(host).fontFamily}`;
}

/** The width of an axis for its longest label, in pixels. */
function roomFor(labels: readonly string[] | null): number {
  return 24 + 7 * Math.max(4, ...(labels ?? []).map((label) => label.length));
}

function height(painted: Painted, min: number | null, max: number | null): [number, number] {
  const { thresholds } = painted;
  const ceiling = thresholds.length > 0 ? Math.min(...thresholds.map((each) => each.value)) : 0;
  if (!painted.fit || min === null || max === null) {
    return [Math.min(0, min ?? 0), Math.max(max ?? 0, ceiling * 1.1, 1e-6) * 1.08];
  }
  const room = Math.max((max - min) * 0.1, Math.abs(max) * 0.01, 1e-6);
  return [min - room, max + room];
}

function seriesOf(host: HTMLElement, painted: Painted): uPlot.Series[] {
  return painted.series.map(({ label, role = 'line', colour }, index) => {
    const stroke = token(host, tone(colour ?? index));
    const edge = role === 'low' || role === 'high';
    return {
      label,
      stroke: edge ? 'transparent' : stroke,
      width: role === 'compared' ? 1 : 1.5,
      dash: role === 'compared' ? [5, 4] : undefined,
      points: { show: ({ data }) => data[0].length < FEW_POINTS, size: 4 },
      spanGaps: false,
    };
  });
}

/** A high edge and the low one before it enclose what the points stand for. */
function bandsOf(host: HTMLElement, painted: Painted): uPlot.Band[] {
  return painted.series.flatMap(({ role, colour }, index) => {
    const low = painted.series[index - 1]?.role === 'low';
    const fill = token(host, tone(colour ?? index)).replace(/^rgb\((.*)\)$/, 'rgb($1 / 22%)').replaceAll(',', '');
    return role === 'high' && low ? [{ series: [index + 1, index] as [number, number], fill }] : [];
  });
}

function drawThresholds(plot: uPlot, host: HTMLElement, thresholds: readonly Threshold[]): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.font = font(host, TAG_SIZE * devicePixelRatio);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'bottom';
  for (const { value, label, severity } of thresholds) {
    const y = Math.round(plot.valToPos(value, 'y', true));
    if (y < bbox.top || y > bbox.top + bbox.height) {
      continue;
    }
    ctx.strokeStyle = token(host, severity === 'critical' ? '--goc-critical' : '--goc-degraded');
    ctx.fillStyle = ctx.strokeStyle;
    ctx.setLineDash([4, 4]);
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    ctx.fillText(label, bbox.left + 4, y - 3 * devicePixelRatio);
  }
  ctx.restore();
}

const TONES: Record<string, string> = {
  ok: '--goc-ok',
  critical: '--goc-critical-text',
  high: '--goc-severity-high',
  degraded: '--goc-degraded',
  warning: '--goc-severity-warning',
  maintenance: '--goc-maintenance',
};

function toneOf(host: HTMLElement, { tone: name }: Mark): string {
  return token(host, TONES[name] ?? '--goc-text-faint');
}

/** The marks that are in the window, the earliest first, and where each begins and ends on the chart. */
function inWindow(plot: uPlot, marks: readonly Mark[]) {
  const left = plot.bbox.left;
  const right = left + plot.bbox.width;
  const { min, max } = plot.scales.x;
  const [first, last] = [min ?? 0, max ?? 0];
  return marks
    .filter((mark) => endOf(mark) >= first && mark.at <= last)
    .sort((a, b) => a.at - b.at)
    .map((mark) => ({
      mark,
      begins: mark.at >= first,
      from: Math.max(left, plot.valToPos(mark.at, 'x', true)),
      end: endOf(mark) >= last ? right : plot.valToPos(endOf(mark), 'x', true),
    }));
}

function drawMarks(plot: uPlot, host: HTMLElement, marks: readonly Mark[]): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.font = font(host, TAG_SIZE * devicePixelRatio);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'top';
  const shown = inWindow(plot, marks);
  const begun = shown.filter(({ begins }) => begins);
  const places = placeTags(
    begun.map(({ mark: { tag }, from }) => ({ text: tag, at: from, wide: ctx.measureText(tag).width })),
    bbox.left + bbox.width,
    TAG_LINES,
  );
  for (const { mark, begins, from, end } of shown) {
    ctx.fillStyle = toneOf(host, mark);
    // How long it lasted is a bar along the top, which leaves the lines as they are.
    ctx.fillRect(from, bbox.top, end - from, 2 * devicePixelRatio);
    if (begins) {
      ctx.globalAlpha = 0.7;
      ctx.fillRect(from, bbox.top, Math.max(1, devicePixelRatio), bbox.height);
      ctx.globalAlpha = 1;
    }
  }
  begun.forEach(({ mark }, index) => {
    const place = places[index];
    if (place) {
      ctx.fillStyle = toneOf(host, mark);
      const below = 4 + place.line * (TAG_SIZE + 2);
      ctx.fillText(mark.tag, place.left, bbox.top + below * devicePixelRatio);
    }
  });
  ctx.restore();
}

export function newPlot(host: HTMLElement, data: uPlot.AlignedData, painted: Painted, hooks: Hooks): uPlot {
  const axis = {
    font: font(host, AXIS_SIZE),
    stroke: token(host, '--goc-text-faint'),
    grid: { stroke: token(host, '--goc-line-faint'), width: 1 },
  };
  const { zone } = preferences();
  const { width, height: tall } = host.getBoundingClientRect();
  return new uPlot(
    {
      width: Math.max(100, Math.floor(width)),
      height: Math.max(80, Math.floor(tall)),
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1_000), zone),
      cursor: {
        y: false,
        drag: { x: true, y: false, setScale: false },
        sync: {
          key: CROSSHAIR,
          setSeries: false,
          filters: { pub: (type) => MOVES.has(type), sub: (type) => MOVES.has(type) },
        },
      },
      legend: { show: false },
      scales: {
        x: { range: (_, __, max) => hooks.window(max) },
        y: { range: (_, min, max) => height(painted, min, max) },
      },
      axes: [
        {
          ...axis,
          size: 30,
          space: 90,
          values: ({ scales: { x } }, ticks) => {
            const span = (x.max ?? 0) - (x.min ?? 0);
            return ticks.map((at) => timeLabel(at, span, zone));
          },
        },
        {
          ...axis,
          size: (_, labels) => roomFor(labels),
          values: (_, ticks) => ticks.map((value) => withUnit(value, painted.unit)),
        },
      ],
      series: [{}, ...seriesOf(host, painted)],
      bands: bandsOf(host, painted),
      hooks: {
        draw: [
          (plot) => drawMarks(plot, host, hooks.marks()),
          (plot) => drawThresholds(plot, host, painted.thresholds),
          (plot) => drawAhead(plot, hooks.ahead(), (index) => token(host, tone(index))),
        ],
        setCursor: [
          ({ cursor, posToVal }) => {
            const left = cursor.left ?? -1;
            hooks.hovered(left < 0 ? null : (cursor.idx ?? null), left < 0 ? null : posToVal(left, 'x'));
          },
        ],
        setSelect: [
          (plot) => {
            const { left, width: wide } = plot.select;
            if (wide >= ZOOM_LEAST_PX) {
              hooks.zoomed(plot.posToVal(left, 'x'), plot.posToVal(left + wide, 'x'));
            }
            plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          },
        ],
      },
    },
    data,
    host,
  );
}
