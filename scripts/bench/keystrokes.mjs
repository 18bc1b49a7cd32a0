// One keystroke in the largest schema of the corpus, in Chromium: everything that the editor works out for it.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from '@playwright/test';
import { requireBrowser } from '../browser.mjs';
import { root } from '../prepare.mjs';
import { corpus, hasCorpus } from './corpus.mjs';
import { printTable, quantile } from './measure.mjs';

export async function benchKeystrokes() {
  if (!hasCorpus()) return;
  const work = largestDraft();
  const browser = await chromium.launch({ executablePath: requireBrowser(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundle() });
    // The first round warms the engine up, as the first seconds of typing do.
    await page.evaluate((given) => globalThis.bench.typeIntoDraft(given), work);
    const { times, fields } = await page.evaluate((given) => globalThis.bench.typeIntoDraft(given), work);
    const figure = (share) => quantile(times, share).toFixed(1);
    printTable(
      `one keystroke in ${work.title} (${fields} fields), in Chromium ${browser.version()}`,
      ['', 'keystrokes', 'p50 ms', 'p95 ms', 'p99 ms', 'most ms'],
      [['read, materialize, lint, fields, compare', times.length, ...[0.5, 0.95, 0.99, 1].map(figure)]],
    );
  } finally {
    await browser.close();
  }
}

async function bundle() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./keystroke-page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'bench',
    platform: 'browser',
    minify: true,
    tsconfig: join(root, 'tsconfig.json'),
  });
  return outputFiles[0].text;
}

/** The source whose released version is the longest text, with all that it refers to. */
function largestDraft() {
  const sources = ['primary', 'secondary'].flatMap((name) => {
    const base = join(corpus, 'repositories', name, 'jsonschema');
    return readdirSync(base, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('/current.yaml'))
      .map((path) => ({ base, directory: join(base, dirname(path)) }));
  });
  const drafts = sources.map(({ base, directory }) => ({
    title: relative(base, directory),
    configText: readFileSync(join(dirname(base), '.jsonschema-tools.yaml'), 'utf8'),
    text: readFileSync(join(directory, 'current.yaml'), 'utf8'),
    versions: versionsIn(directory),
  }));
  const length = ({ versions }) => Math.max(0, ...Object.values(versions).map((text) => text.length));
  drafts.sort((one, other) => length(other) - length(one));
  return { ...drafts[0], fragments: fragments() };
}

function versionsIn(directory) {
  const names = readdirSync(directory).filter((name) => /^\d+\.\d+\.\d+\.yaml$/.test(name));
  return Object.fromEntries(
    names.map((name) => [name.slice(0, -'.yaml'.length), readFileSync(join(directory, name), 'utf8')]),
  );
}

function fragments() {
  const found = {};
  for (const name of ['secondary', 'primary']) {
    const base = join(corpus, 'repositories', name, 'jsonschema');
    for (const path of readdirSync(base, { recursive: true, encoding: 'utf8' })) {
      if (!/^fragment\/.*\/\d+\.\d+\.\d+\.yaml$/.test(path)) continue;
      found[`/${path.slice(0, -'.yaml'.length)}`] = readFileSync(join(base, path), 'utf8');
    }
  }
  return found;
}
