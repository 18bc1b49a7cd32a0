/**
 * Runs jsonschema-tools on the cases that its parent sends, one after the other. A process of its own, because
 * some cases make it loop for ever.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const tools = require('@wikimedia/jsonschema-tools/lib/jsonschema-tools.js');
const yaml = require('js-yaml');

const root = mkdtempSync(join(tmpdir(), 'assent-oracle-'));
process.on('exit', () => rmSync(root, { recursive: true, force: true }));
process.on('disconnect', () => process.exit(0));

const basics = tools.readConfig({ configPaths: [], schemaBasePath: root, logLevel: 'silent' }, true);
const written = new Map();

function writeFragments(fragments, base) {
  for (const [uri, text] of Object.entries(fragments)) {
    const path = join(base, uri);
    if (written.get(path) === text) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    written.set(path, text);
  }
}

async function run({ text, fragments, options, bases, serializeOnly }) {
  const source = yaml.safeLoad(text);
  if (serializeOnly) return { yaml: tools.serialize(source, 'yaml'), json: tools.serialize(source, 'json') };
  writeFragments(fragments ?? {}, root);
  const schema = await tools.materializeSchema(source, {
    ...basics,
    ...options,
    schemaBaseUris: bases ?? [`${root}/`.replace(/\/$/, '')],
  });
  return { yaml: tools.serialize(schema, 'yaml'), json: tools.serialize(schema, 'json') };
}

process.on('message', async ({ id, input }) => {
  try {
    process.send({ id, result: await run(input) });
  } catch (error) {
    process.send({ id, result: { error: String(error?.message ?? error) } });
  }
});
process.send({ ready: true });
