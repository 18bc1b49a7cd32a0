import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@/lib/domain/schema/json';
import { readSource } from '@/lib/domain/schema/read-source';
import { basePaths } from './corpus-files';

const known = new Map<string, JsonObject | undefined>();

/** Looks a released version up in both repositories. */
export function corpusLookup(uri: string): JsonObject | undefined {
  if (known.has(uri)) return known.get(uri);
  const path = basePaths.map((base) => join(base, `${uri}.yaml`)).find((candidate) => existsSync(candidate));
  const value = path ? readSource(readFileSync(path, 'utf8')).source?.value : undefined;
  known.set(uri, value);
  return value;
}
