import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../app/globals.css', import.meta.url), 'utf8');

type Theme = 'light' | 'dark';

const tokens = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name!, { light: light!, dark: dark! }] as const,
  ),
);

function color(name: string, theme: Theme): string {
  const token = tokens.get(name);
  if (!token) throw new Error(`no token --${name}`);
  return token[theme];
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

const GROUNDS = ['surface', 'surface-raised', 'surface-sunken', 'surface-hover'];
const TONES = ['neutral', 'accent', 'success', 'warning', 'danger', 'info', 'privacy', 'done'];

const TEXT_PAIRS: [text: string, ground: string][] = [
  ...['text', 'text-muted', 'text-faint'].flatMap((text) =>
    GROUNDS.map((ground): [string, string] => [text, ground]),
  ),
  ['text', 'surface-active'],
  ['text-muted', 'surface-active'],
  ['surface', 'text'],
  ...TONES.flatMap((tone): [string, string][] => [
    [tone, `${tone}-soft`],
    ['text', `${tone}-soft`],
    ['text-muted', `${tone}-soft`],
    ...GROUNDS.map((ground): [string, string] => [tone, ground]),
  ]),
  ['on-accent', 'accent-solid'],
  ['on-accent', 'accent-solid-hover'],
  ['on-accent', 'danger-solid'],
  ['on-accent', 'danger-solid-hover'],
  ...['diff-added', 'diff-added-strong', 'diff-removed', 'diff-removed-strong'].map(
    (ground): [string, string] => ['text', ground],
  ),
  ['text-faint', 'diff-added'],
  ['text-faint', 'diff-removed'],
  ...['code-key', 'code-string', 'code-number', 'code-comment'].flatMap((text): [string, string][] => [
    [text, 'surface-raised'],
    [text, 'accent-soft'],
  ]),
];

const SHAPE_PAIRS: [shape: string, ground: string][] = [
  ...GROUNDS.slice(0, 3).map((ground): [string, string] => ['border-control', ground]),
  ...GROUNDS.map((ground): [string, string] => ['focus', ground]),
  ...TONES.map((tone): [string, string] => [`${tone}-solid`, 'surface-raised']),
];

describe.each(['light', 'dark'] as const)('contrast in %s', (theme) => {
  it.each(TEXT_PAIRS)('text %s on %s reaches 4.5', (text, ground) => {
    expect(contrast(color(text, theme), color(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SHAPE_PAIRS)('shape %s on %s reaches 3', (shape, ground) => {
    expect(contrast(color(shape, theme), color(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

describe('tokens', () => {
  it('gives every tone its four variables', () => {
    for (const tone of TONES) {
      for (const part of [tone, `${tone}-soft`, `${tone}-line`, `${tone}-solid`]) {
        expect(tokens.has(part), part).toBe(true);
      }
    }
  });
});
