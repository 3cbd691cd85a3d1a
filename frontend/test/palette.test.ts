// The colours of the themes: states are told apart with every common kind of colour vision, and text is readable.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { type Rgb, VISIONS } from '../style/visions.js';

const CSS = readFileSync('themes/goc/tokens.css', 'utf8');
const THEMES = ['dark', 'light', 'contrast'] as const;

/** The declarations of the block that begins with the selector. */
function block(selector: string): Map<string, string> {
  const from = CSS.indexOf(`${selector} {`);
  const body = CSS.slice(CSS.indexOf('{', from) + 1, CSS.indexOf('}', from));
  return new Map([...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));
}

function colour(theme: (typeof THEMES)[number], name: string): Rgb {
  const special = theme === 'contrast' ? block("html[data-theme='contrast']").get(name) : undefined;
  const value = special ?? block('html').get(name) ?? '';
  const [, reference] = /^var\((--[\w-]+)\)$/.exec(value) ?? [];
  if (reference) {
    return colour(theme, reference);
  }
  const [light, dark = light] = [...value.matchAll(/#[0-9a-f]{6}/g)].map(([hex]) => hex);
  assert.ok(light, `${name} has a colour`);
  const hex = theme === 'light' ? light : dark;
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as Rgb;
}

const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map(linear);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** CIELAB of a colour as somebody with that vision sees it. */
function seen(rgb: Rgb, vision: readonly Rgb[]): Rgb {
  const source = rgb.map(linear);
  const [r, g, b] = vision.map((row) =>
    Math.min(1, Math.max(0, row.reduce((sum, weight, index) => sum + weight * source[index], 0))),
  );
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const distance = (a: Rgb, b: Rgb) => Math.hypot(...a.map((value, index) => value - b[index]));

/** A distance in CIELAB that nobody overlooks side by side. */
const APART = 14;
const STATES = ['--goc-ok', '--goc-degraded', '--goc-critical', '--goc-maintenance', '--goc-unknown'];
const SURFACES = ['--goc-background', '--goc-surface', '--goc-raised', '--goc-hover'];
const TEXTS = [
  '--goc-text',
  '--goc-text-secondary',
  '--goc-text-faint',
  '--goc-accent',
  '--goc-ok',
  '--goc-degraded',
  '--goc-critical-text',
  '--goc-maintenance',
  '--goc-unknown',
  '--goc-severity-critical',
  '--goc-severity-high',
  '--goc-severity-warning',
  '--goc-severity-info',
];

for (const theme of THEMES) {
  for (const [name, vision] of Object.entries(VISIONS)) {
    test(`states are told apart: ${theme}, ${name}`, () => {
      STATES.forEach((one, index) =>
        STATES.slice(index + 1).forEach((other) => {
          const apart = distance(seen(colour(theme, one), vision), seen(colour(theme, other), vision));
          assert.ok(apart >= APART, `${one} and ${other} are ${apart.toFixed(1)} apart`);
        }),
      );
    });
  }

  test(`texts are readable on every surface: ${theme}`, () => {
    for (const text of TEXTS) {
      for (const surface of SURFACES) {
        const ratio = contrast(colour(theme, text), colour(theme, surface));
        assert.ok(ratio >= 4.5, `${text} on ${surface} is ${ratio.toFixed(2)} : 1`);
      }
    }
    assert.ok(contrast(colour(theme, '--goc-on-critical'), colour(theme, '--goc-critical')) >= 4.5);
    assert.ok(contrast(colour(theme, '--goc-on-accent'), colour(theme, '--goc-accent')) >= 4.5);
  });
}
