// What the elements are shown with. Always the same figures, so that two pictures of the page can be compared.
import type { Chart } from '../components/chart.js';
import type { HeatGrid } from '../components/heat-grid.js';
import type { RegionList } from '../components/region-list.js';
import type { Rows } from '../components/rows.js';
import type { StateCounters } from '../components/state-counters.js';
import type { TimeBar } from '../components/time-bar.js';
import type { Values } from '../components/values.js';
import type { WorldMap } from '../components/world-map.js';

/** An element, how much room it needs, and how it is brought into each of its states. */
export interface Specimen {
  title: string;
  tag: string;
  height: string;
  least: string;
  states: Record<string, (element: never) => void>;
}

const SECOND = 1000;
const MINUTE = 60;
/** ok, degraded, critical, maintenance, unknown, and one that is ok and has fallen behind. */
const STATES = [0, 1, 2, 3, 4, 0];
const REGIONS = [
  { id: 'eu-frankfurt', name: 'Frankfurt', country: 'Germany', lat: 50.1, lon: 8.7 },
  { id: 'eu-madrid', name: 'Madrid', country: 'Spain', lat: 40.4, lon: -3.7 },
  { id: 'ap-tokyo', name: 'Tokyo', country: 'Japan', lat: 35.7, lon: 139.7 },
  { id: 'us-east', name: 'Ashburn', country: 'United States', lat: 39, lon: -77.5 },
  { id: 'sa-saopaulo', name: 'São Paulo', country: 'Brazil', lat: -23.5, lon: -46.6 },
  { id: 'af-nairobi', name: 'Nairobi', country: 'Kenya', lat: -1.3, lon: 36.8 },
];
/** Requests/s, errors per million, p99 ms, hosts up, hosts, age in tenths of a second; -1 unknown. */
const VALUES = [
  [18_200, 420, 92, 50, 50, 4],
  [9_400, 14_200, 340, 48, 50, 4],
  [12_900, 78_000, 1_900, 41, 50, 4],
  [22_100, 380, 95, 44, 50, 4],
  [-1, -1, -1, -1, -1, -1],
  [3_050, 510, 110, 20, 20, 470],
].flat();

/** The same wave every time. */
const wave = (at: number, pace: number) => (Math.sin(at * pace) + Math.sin(at * pace * 3.7)) / 4 + 0.5;
const seconds = () => Math.floor(Date.now() / SECOND);
const times = (until: number, count: number) => Array.from({ length: count }, (_, index) => until - count + 1 + index);

function regions(list: RegionList): void {
  list.setRegions(JSON.stringify(REGIONS));
  list.facts([640, 210, -120, 900, null, 1000], [0, 0, 1, 0, 0, 0], [0, 400, 1, 20_000, 1, 90_000, 0, 380, 0, -1, -1, 300]);
  list.past(REGIONS.flatMap((_, index) => times(90, 90).map((at) => Math.round(800 * wave(at + index * 7, 0.2)))));
  list.frame(STATES, VALUES);
}

function world(map: WorldMap): void {
  map.setRegions(JSON.stringify(REGIONS));
  map.frame(STATES, [18_200, 9_400, 12_900, 22_100, Number.NaN, 3_050]);
  const links = REGIONS.slice(1).map(({ id }) => ['eu-frankfurt', id]);
  map.setLinks(JSON.stringify(links));
  map.linkFigures([0, 310, 0, 2, 9_000, 920, 1, 2_400, 12, 4, -1, -1, 0, 1_280, 0]);
}

const SETUP = {
  title: 'Latency',
  unit: 'ms',
  series: [{ label: 'p50' }, { label: 'p99' }],
  windowSeconds: 3 * MINUTE,
  intervalSeconds: 1,
  thresholds: [{ value: 150, label: 'degraded 150 ms', severity: 'warning' }],
};

function chart(more: object, until?: number, heardAgoMs = 400) {
  return (element: Chart) => {
    element.setup(JSON.stringify({ ...SETUP, ...more }));
    if (until !== undefined) {
      const end = until || seconds();
      const at = times(end, 170).filter((time) => time < end - 110 || time > end - 95);
      const values = [0.19, 0.07].flatMap((pace, line) => at.map((time) => 40 + line * 50 + 60 * wave(time % 1000, pace)));
      element.load(at, values, Date.now() - heardAgoMs, SECOND);
    }
  };
}

function withMarks(element: Chart): void {
  const end = seconds();
  chart({}, end)(element);
  element.annotate(
    JSON.stringify([
      { at: end - 120, until: end - 60, lasts: false, tag: 'M', tone: 'maintenance', text: 'New switches' },
      { at: end - 40, until: null, lasts: true, tag: '◆', tone: 'critical', text: 'Errors in Frankfurt' },
    ]),
  );
}

function withOutlook(element: Chart): void {
  chart({ series: [{ label: 'used' }] }, seconds())(element);
  const ahead = times(seconds() + MINUTE, MINUTE);
  const middles = ahead.map((_, index) => 70 + index);
  element.lookAhead(
    JSON.stringify([
      {
        label: 'used',
        colour: 0,
        times: ahead,
        middles,
        lows: middles.map((value, index) => value - 4 - index / 3),
        highs: middles.map((value, index) => value + 4 + index / 3),
        limit: 150,
        risk: 0.2,
      },
    ]),
    MINUTE,
  );
}

function values(table: boolean, ageMs: number) {
  return (element: Values) => {
    const limits = [
      { value: 0.7, severity: 'warning' },
      { value: 0.9, severity: 'critical' },
    ];
    element.setup(JSON.stringify({ title: 'Memory', unit: 'ratio', table, live: true, limits }));
    const shown = [
      { label: 'host-001', value: 0.42 },
      { label: 'host-002', value: 0.81 },
      { label: 'host-003', value: 0.97 },
      { label: 'host-004', value: null },
    ];
    element.show(JSON.stringify(shown), Date.now() - ageMs, SECOND);
  };
}

const bare = (element: Values) =>
  element.setup(JSON.stringify({ title: 'Memory', unit: 'ratio', table: false, live: true, limits: [] }));

const ROWS = [
  { tag: '◆C', tone: 'critical', spelled: true, text: 'Errors in Tokyo: 7.8 %', address: 'alerts', since: Date.UTC(2026, 0, 15) },
  { tag: '●W', tone: 'degraded', spelled: false, text: 'Latency in Madrid', address: 'alerts', since: 0 },
];

const inTrouble = (troubles: string) => (element: HTMLElement) => element.setAttribute('troubles', troubles);

export const SPECIMENS: readonly Specimen[] = [
  {
    title: 'Counters by state',
    tag: 'goc-state-counters',
    height: 'auto',
    least: '560px',
    states: {
      usual: (element: StateCounters) => element.frame([108, 7, 2, 1, 2]),
      'nothing is known yet': () => {},
    },
  },
  {
    title: 'Regions',
    tag: 'goc-region-list',
    height: '210px',
    least: '760px',
    states: {
      'every state, and one that fell behind': regions,
      'no region matches': (element: RegionList) => {
        regions(element);
        element.filter = 'nowhere';
      },
      waiting: () => {},
    },
  },
  {
    title: 'World',
    tag: 'goc-world-map',
    height: '300px',
    least: '560px',
    states: { 'every state, and links': world, waiting: () => {} },
  },
  {
    title: 'Chart',
    tag: 'goc-chart',
    height: '190px',
    least: '380px',
    states: {
      live: chart({}, 0),
      stale: (element: Chart) => chart({}, seconds() - 42, 42_000)(element),
      'with its figures': chart({ tools: true }, 0),
      'with what happened': withMarks,
      'with a forecast': withOutlook,
      loading: chart({}),
      'nothing was measured': (element: Chart) => {
        chart({ from: 1_000, until: 2_000 })(element);
        element.load([], []);
      },
      refused: (element: Chart) => {
        chart({})(element);
        element.fail('The database does not answer, so that older times cannot be shown. Try again soon.');
      },
    },
  },
  {
    title: 'Newest values',
    tag: 'goc-values',
    height: '150px',
    least: '300px',
    states: {
      numbers: values(false, 400),
      table: values(true, 400),
      stale: values(false, 42_000),
      loading: bare,
      'nothing was measured': (element: Values) => {
        bare(element);
        element.show('[]', 0, SECOND);
      },
      refused: (element: Values) => {
        bare(element);
        element.fail('parse error at 12: expected a label');
      },
    },
  },
  {
    title: 'Heat grid',
    tag: 'goc-heat-grid',
    height: 'auto',
    least: '560px',
    states: {
      'every state': (element: HeatGrid) => {
        const cells = STATES.map((_, index) => ({ id: `h${index}`, label: `host-00${index + 1}`, hint: 'CPU' }));
        element.setCells(JSON.stringify(cells));
        element.frame(STATES, [420, 770, 960, 300, -1, 505]);
      },
    },
  },
  {
    title: 'Short lines that lead somewhere',
    tag: 'goc-rows',
    height: 'auto',
    least: '380px',
    states: {
      some: (element: Rows) => element.show(JSON.stringify(ROWS), ''),
      none: (element: Rows) => element.show('[]', 'Nothing. Every other alert has an owner.'),
    },
  },
  {
    title: 'Range of time',
    tag: 'goc-time-bar',
    height: 'auto',
    least: '560px',
    states: {
      live: (element: TimeBar) => element.setRange('now-15m', 'now'),
      past: (element: TimeBar) => element.setRange('2026-01-15T10:00:00Z', '2026-01-15T12:00:00Z'),
    },
  },
  {
    title: 'What cannot be trusted',
    tag: 'goc-style-bar',
    height: '32px',
    least: '560px',
    states: {
      'the server is silent, or the network is cut': inTrouble('no-server'),
      'no telemetry comes through': inTrouble('no-telemetry'),
      'neither telemetry nor the database': inTrouble('no-telemetry no-history'),
      'the database alone': inTrouble('no-history'),
    },
  },
];
