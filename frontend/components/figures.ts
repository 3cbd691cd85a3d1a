// What a chart shows, as a table and as CSV.
import { html } from 'lit';
import { withUnit } from './numbers.js';
import { type Painted, tone } from './plot.js';

type Column = readonly (number | null)[];

export interface Figures {
  last: number;
  least: number;
  average: number;
  most: number;
}

/** Of the points that are there; NaN when there is none. */
export function figuresOf(column: Column): Figures {
  const present = column.filter((value): value is number => value !== null && Number.isFinite(value));
  if (present.length === 0) {
    return { last: Number.NaN, least: Number.NaN, average: Number.NaN, most: Number.NaN };
  }
  return {
    last: column.at(-1) ?? Number.NaN,
    least: present.reduce((one, other) => Math.min(one, other)),
    average: present.reduce((one, other) => one + other, 0) / present.length,
    most: present.reduce((one, other) => Math.max(one, other)),
  };
}

export function figuresTable(painted: Painted, columns: readonly Column[]) {
  return html`<div class="figures" tabindex="0" role="region" aria-label="Figures of the chart">
    <table>
      <thead>
        <tr>
          <th scope="col">Series</th>
          ${['Newest', 'Lowest', 'Average', 'Highest'].map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${painted.series.map(({ label, colour }, index) => {
          const { last, least, average, most } = figuresOf(columns[index + 1] ?? []);
          return html`<tr>
            <td>
              <span class="key" style="--tone:var(${tone(colour ?? index)})" aria-hidden="true">●</span> ${label}
            </td>
            ${[last, least, average, most].map((value) => html`<td>${withUnit(value, painted.unit)}</td>`)}
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

/** A field as RFC 4180 has it; what a spreadsheet would take for a formula is kept from it. */
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line for each time, a column for each series; what is not known is empty. */
export function csv(labels: readonly string[], columns: readonly Column[]): string {
  const [times = [], ...series] = columns;
  const rows = times.map((time, at) =>
    [new Date((time ?? 0) * 1_000).toISOString(), ...series.map((column) => String(column[at] ?? ''))].join(','),
  );
  return `${[['time', ...labels].map(field).join(','), ...rows].join('\r\n')}\r\n`;
}

export function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
