import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { JsonObject } from '@/lib/domain/schema/json';

const file = createRequire(import.meta.url).resolve('@wikimedia/jsonschema-tools/lib/tests/compatibility.js');

type AssertCompatible = (newer: unknown, older: unknown) => void;

/** The function that upstream's test calls; upstream exports only the mocha suite around it. */
function loadAssertCompatible(): AssertCompatible {
  const source = `${readFileSync(file, 'utf8')}\nmodule.exports = assertCompatible;`;
  const module = { exports: null as unknown };
  const run = new Function('require', 'module', '__dirname', source);
  run(createRequire(file), module, dirname(file));
  return module.exports as AssertCompatible;
}

const assertCompatible = loadAssertCompatible();

/** What upstream's own code says of a pair; it is given copies, since it sorts lists in place. */
export function askUpstream(older: JsonObject, newer: JsonObject): 'compatible' | 'incompatible' | 'crash' {
  try {
    assertCompatible(structuredClone(newer), structuredClone(older));
    return 'compatible';
  } catch (error) {
    return (error as Error).name === 'AssertionError' ? 'incompatible' : 'crash';
  }
}
