// npm run bench: how fast the schema engine is, as ratios to @wikimedia/jsonschema-tools run beside it.
// Each figure is a median; nothing passes or fails here. `npm run bench -- growth` runs one part alone.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, environment, install, refuse, requireTools } from './prepare.mjs';
import { benchGrowth } from './bench/growth.mjs';
import { benchKeystrokes } from './bench/keystrokes.mjs';
import { benchPrograms } from './bench/programs.mjs';

const parts = { programs: benchPrograms, keystrokes: benchKeystrokes, growth: benchGrowth };

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  refuse(`There is no part “${unknown}”. The parts are ${Object.keys(parts).join(', ')}.`);
}

requireTools();
await install();
await build({ pages: false });

const folder = mkdtempSync(join(tmpdir(), 'assent-bench-'));
try {
  process.stdout.write(`\nNode ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}\n`);
  for (const [name, run] of Object.entries(parts)) {
    if (asked.length === 0 || asked.includes(name)) await run({ folder, env: environment() });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
