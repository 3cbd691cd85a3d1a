// The components on one page, fed by a small generator: to look at them, and to take pictures. Not part of the product.
// demo/index.html?theme=light&page=board|detail&lost
import '../components/goc.js';
import regionsCsv from '../../backend/src/main/resources/io/novacron/goc/fleet/simulated/regions.csv';
import type { HeatGrid } from '../components/heat-grid.js';
import type { LiveBar } from '../components/live-bar.js';
import type { Chart } from '../components/chart.js';
import type { RegionList } from '../components/region-list.js';
import type { StateCounters } from '../components/state-counters.js';
import type { WorldMap } from '../components/world-map.js';

const question = new URLSearchParams(location.search);
document.documentElement.dataset.theme = question.get('theme') ?? 'dark';
const lost = question.has('lost');

const regions = regionsCsv
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([id, name, country, , lat, lon]) => ({ id, name, country, lat: Number(lat), lon: Number(lon) }));

/** The same wave every time: no luck, so that two pictures can be compared. */
function wave(subject: number, tick: number): number {
  return (Math.sin(subject * 12.9898 + tick * 0.7) + Math.sin(subject * 3.1 + tick * 0.23)) / 4 + 0.5;
}

const STATES = regions.map((_, index) =>
  index === 4 || index === 31 ? 2 : index % 29 === 7 ? 1 : index % 53 === 20 ? 4 : index % 47 === 11 ? 3 : 0,
);

function frame(tick: number): number[] {
  return STATES.flatMap((state, index) => {
    if (state === 4) {
      return [-1, -1, -1, -1, -1, 480];
    }
    const errors = [300, 14_000, 78_000, 400, 0][state] * (0.6 + wave(index, tick));
    const latency = [90, 340, 1900, 95, 0][state] * (0.8 + wave(index + 1, tick) / 2);
    return [
      Math.round(900 + index * 170 * wave(index, 0)),
      Math.round(errors),
      Math.round(latency),
      state === 2 ? 41 : 50,
      50,
      4,
    ];
  });
}

const frameAround = (
  content: string,
) => `<div class="goc-frame"><header class="goc-top"><a class="goc-brand">NovaCron GOC</a>
  <nav class="goc-nav"><a highlight>Board</a><a>Alerts</a><a>Incidents</a><a>Reports</a><a>Admin</a></nav>
  <div class="goc-top-end"><span class="goc-simulation">SIMULATION</span><goc-live-bar></goc-live-bar></div></header>
  <main class="goc-content">${content}</main></div>`;

const BOARD = `<div class="goc-page goc-page-fixed"><goc-state-counters></goc-state-counters><div class="goc-split">
  <div class="goc-war-column"><div class="goc-panel goc-grow"><h2 class="goc-panel-title">Regions</h2>
  <goc-region-list class="goc-grow"></goc-region-list></div></div>
  <div class="goc-war-column"><div class="goc-panel goc-map"><h2 class="goc-panel-title">World</h2>
  <goc-world-map></goc-world-map></div>
  <div class="goc-panel"><h2 class="goc-panel-title">Needs attention</h2>
  <div class="goc-row"><span class="goc-severity" data-severity="critical">◆ critical</span>
  <a>Errors in Singapore: 7.8 %</a><goc-elapsed></goc-elapsed></div>
  <div class="goc-row"><span class="goc-severity" data-severity="warning">● warning</span>
  <a>Latency in Madrid</a><goc-elapsed></goc-elapsed></div>
  <div class="goc-empty">Nothing else. Every other alert has an owner.</div></div></div></div></div>`;

const DETAIL = `<div class="goc-page"><div class="goc-breadcrumb"><a href="#">Board</a> /
  <a href="#">Singapore</a> / zone-b</div>
  <div class="goc-toolbar"><h1>zone-b</h1><span class="goc-state" data-state="critical">◆ critical</span></div>
  <div class="goc-columns"><div class="goc-panel"><goc-chart class="goc-chart" id="errors"></goc-chart></div>
  <div class="goc-panel"><goc-chart class="goc-chart" id="latency"></goc-chart></div>
  <div class="goc-panel"><goc-chart class="goc-chart" id="silent"></goc-chart></div></div>
  <div class="goc-panel"><h2 class="goc-panel-title">Hosts</h2>
  <div class="goc-panel-body"><goc-heat-grid></goc-heat-grid></div></div>
  <div class="goc-panel"><h2 class="goc-panel-title">Timeline</h2><div class="goc-timeline">
  <div class="goc-timeline-entry" data-machine><time>12:01:07</time>
  <span class="goc-author">machine</span>
  <span class="goc-text">Alert 12: errors in Singapore</span></div>
  <div class="goc-timeline-entry" data-kind="NOTE"><time>12:02:30</time>
  <span class="goc-author">maria</span>
  <span class="goc-text">Power feed B is down; facilities are called.</span></div></div></div></div>`;

document.body.innerHTML = frameAround(question.get('page') === 'detail' ? DETAIL : BOARD);
const find = <E extends Element>(selector: string) => document.querySelector<E>(selector);
const map = find<WorldMap>('goc-world-map');
const list = find<RegionList>('goc-region-list');
const counters = find<StateCounters>('goc-state-counters');
const cells = find<HeatGrid>('goc-heat-grid');
const charts = [...document.querySelectorAll<Chart>('goc-chart')];
const cellStates = Array.from({ length: 50 }, (_, index) => (index < 6 ? 4 : index % 17 === 9 ? 1 : 0));

map?.setRegions(JSON.stringify(regions));
list?.setRegions(JSON.stringify(regions));
counters?.addEventListener('state-filter', (event) =>
  list?.showState((event as CustomEvent<{ state: number }>).detail.state),
);
document
  .querySelectorAll('goc-elapsed')
  .forEach((clock, index) => clock.setAttribute('since', String(Date.now() - (index + 1) * 194_000)));
cells?.setCells(
  JSON.stringify(cellStates.map((_, index) => ({ id: `h${index}`, label: `ap-sgp-b-${index + 1}`, hint: 'CPU' }))),
);

const setups = [
  {
    title: 'Error ratio',
    unit: 'ratio',
    series: [{ label: 'errors' }],
    thresholds: [{ value: 0.05, label: 'critical 5 %', severity: 'critical' }],
  },
  { title: 'Latency', unit: 'ms', series: [{ label: 'p50' }, { label: 'p99' }] },
  { title: 'Silent since a while', unit: 'B/s', series: [{ label: 'received' }] },
];

function sample(chart: number, at: number): number[] {
  const jump = at > Date.now() / 1000 - 70 ? 1 : 0;
  return [
    [0.004 + jump * 0.07 * wave(1, at), NaN],
    [40 + 8 * wave(2, at), 95 + 40 * wave(3, at) + jump * 400],
    [12e6 + 5e6 * wave(4, at)],
  ][chart];
}

charts.forEach((chart, which) => {
  const setup = setups[which];
  chart.setup(JSON.stringify({ windowSeconds: 180, intervalSeconds: 1, ...setup }));
  const until = Math.floor(Date.now() / 1000) - (which === 2 ? 42 : 1);
  const times = Array.from({ length: 170 }, (_, index) => until - 169 + index).filter(
    (time) => time < until - 120 || time > until - 105,
  );
  const rows = times.map((time) => sample(which, time));
  chart.load(
    times,
    setup.series.flatMap((_, each) => rows.map((row) => row[each])),
  );
});

let tick = 0;
function second(): void {
  tick += 1;
  if (lost && tick >= 70) {
    return;
  }
  const values = frame(tick);
  const counts = [0, 1, 2, 3, 4].map((code) => STATES.filter((state) => state === code).length);
  map?.frame(
    STATES,
    STATES.map((_, index) => values[index * 6]),
  );
  list?.frame(STATES, values);
  counters?.frame(counts);
  cells?.frame(
    cellStates,
    cellStates.map((state, index) => (state === 4 ? -1 : Math.round(250 + 600 * wave(index, tick * 0.2)))),
  );
  charts
    .slice(0, 2)
    .forEach((chart, which) =>
      chart.push(Math.floor(Date.now() / 1000), sample(which, Math.floor(Date.now() / 1000))),
    );
  find<LiveBar>('goc-live-bar')?.beat([Date.now(), Date.now(), Date.now()]);
}
for (let past = 0; past < 60; past += 1) {
  second();
}
setInterval(second, 1000);
