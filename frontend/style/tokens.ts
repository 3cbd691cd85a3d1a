// The tokens of the theme, read from the page itself: what is shown is what is used.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { VISIONS } from './visions.js';

interface Group {
  title: string;
  belongs: (name: string) => boolean;
  /** what a token of the group is shown as */
  kind: 'colour' | 'state' | 'length' | 'type' | 'time';
}

const starts =
  (...prefixes: string[]) =>
  (name: string) =>
    prefixes.some((prefix) => name.startsWith(`--goc-${prefix}`));

/** In the order of the page; a token belongs to the first that takes it. */
const GROUPS: readonly Group[] = [
  {
    title: 'State',
    belongs: starts('ok', 'degraded', 'critical', 'maintenance', 'unknown', 'on-critical', 'on-degraded'),
    kind: 'state',
  },
  { title: 'Severity', belongs: starts('severity'), kind: 'state' },
  { title: 'Series', belongs: starts('series'), kind: 'state' },
  { title: 'Map', belongs: starts('map'), kind: 'colour' },
  { title: 'Type scale', belongs: starts('type'), kind: 'type' },
  { title: 'Motion', belongs: starts('motion'), kind: 'time' },
  { title: 'Density', belongs: starts('row', 'control', 'radius', 'gap'), kind: 'length' },
  { title: 'Surfaces, lines and text', belongs: () => true, kind: 'colour' },
];

/** The names of all tokens that the theme declares. */
export function declared(sheets: Iterable<CSSStyleSheet>): string[] {
  const names = new Set<string>();
  const read = (rules: CSSRuleList) => {
    for (const rule of rules) {
      if (rule instanceof CSSImportRule && rule.styleSheet) {
        read(rule.styleSheet.cssRules);
      } else if (rule instanceof CSSStyleRule && rule.selectorText === 'html') {
        [...rule.style].filter((name) => name.startsWith('--goc-')).forEach((name) => names.add(name));
      }
    }
  };
  for (const sheet of sheets) {
    read(sheet.cssRules);
  }
  return [...names];
}

/** Every token of the theme as it is now, in its group; the colours of state as all kinds of vision see them. */
@customElement('goc-style-tokens')
export class StyleTokens extends LitElement {
  static styles = css`
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(380px, 1fr));
      gap: 16px;
    }
    h3 {
      margin: 0 0 4px;
      font-size: var(--goc-type-title);
    }
    div.token {
      display: grid;
      grid-template-columns: 15em auto 1fr;
      gap: 10px;
      align-items: center;
      min-block-size: var(--goc-row);
      border-block-end: 1px solid var(--goc-line-faint);
    }
    code,
    .value {
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .value {
      color: var(--goc-text-secondary);
      text-align: end;
    }
    .swatches {
      display: flex;
      gap: 2px;
    }
    .swatch {
      inline-size: 28px;
      block-size: 14px;
      border: 1px solid var(--goc-line);
      border-radius: var(--goc-radius);
    }
    .bar {
      block-size: 10px;
      background: var(--goc-series-1);
    }
    .moving {
      inline-size: 10px;
      block-size: 10px;
      border-radius: 50%;
      background: var(--goc-accent);
      animation: there-and-back infinite alternate ease-in-out;
    }
    @keyframes there-and-back {
      to {
        transform: translateX(60px);
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .moving {
        animation: none;
      }
    }
    svg {
      position: absolute;
      inline-size: 0;
      block-size: 0;
    }
    .note {
      grid-column: 1 / -1;
      margin: 0;
      color: var(--goc-text-secondary);
    }
  `;

  @state() private names: string[] = [];
  private readonly themeChanged = new MutationObserver(() => this.requestUpdate());

  connectedCallback(): void {
    super.connectedCallback();
    this.names = declared(document.styleSheets);
    this.themeChanged.observe(document.documentElement, { attributes: true });
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.themeChanged.disconnect();
  }

  private sample(name: string, { kind }: Group) {
    const value = `var(${name})`;
    switch (kind) {
      case 'state':
        return html`<span class="swatches"
          >${Object.keys(VISIONS).map(
            (vision) =>
              html`<span class="swatch" title=${vision} style="background:${value};filter:url(#${vision})"></span>`,
          )}</span
        >`;
      case 'colour':
        return html`<span class="swatches"><span class="swatch" style="background:${value}"></span></span>`;
      case 'type':
        return html`<span style="font-size:${value}">Ag 0123</span>`;
      case 'time':
        return html`<span class="moving" style="animation-duration:${value}"></span>`;
      case 'length':
        return html`<span class="bar" style="inline-size:${value}"></span>`;
      default:
        return nothing;
    }
  }

  /** What it comes to in this theme: of a colour its digits, of anything else what is declared. */
  private resolved(name: string, { kind }: Group): string {
    const isColour = kind === 'colour' || kind === 'state';
    const page = document.documentElement;
    if (!isColour) {
      return getComputedStyle(page).getPropertyValue(name).trim();
    }
    this.style.color = `var(${name})`;
    const channels = getComputedStyle(this).color.match(/[\d.]+/g) ?? [];
    this.style.color = '';
    const [r, g, b, alpha] = channels.map(Number);
    const hex = [r, g, b].map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('');
    return alpha === undefined ? `#${hex}` : `#${hex} at ${Math.round(alpha * 100)} %`;
  }

  private token(name: string, group: Group) {
    const value = this.resolved(name, group);
    return html`<div class="token" data-token=${name}>
      <code>${name}</code>${this.sample(name, group)}<span class="value">${value}</span>
    </div>`;
  }

  render() {
    const taken = new Set<string>();
    return html`<svg aria-hidden="true">
        ${Object.entries(VISIONS).map(
          ([vision, rows]) =>
            html`<svg>
              <filter id=${vision} color-interpolation-filters="linearRGB">
                <feColorMatrix
                  type="matrix"
                  values="${rows.map((row) => [...row, 0, 0].join(' ')).join(' ')} 0 0 0 1 0"
                ></feColorMatrix>
              </filter>
            </svg>`,
        )}
      </svg>
      <p class="note">
        Colours of state, severity and series are shown four times: as usual, and with protanopia, deuteranopia
        and tritanopia. A test keeps them apart in each, and every text readable on every surface.
      </p>
      ${GROUPS.map((group) => {
        const names = this.names.filter((name) => !taken.has(name) && group.belongs(name));
        names.forEach((name) => taken.add(name));
        return html`<section>
          <h3>${group.title}</h3>
          ${names.map((name) => this.token(name, group))}
        </section>`;
      })}`;
  }
}
