import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@/lib/domain/schema/json';
import { readSource } from '@/lib/domain/schema/read-source';
import { basePaths } from './corpus-files';

const known = new Map<string, JsonObject | null>();

/** Looks a released version up in both repositories. */
export function corpusLookup(uri: string): JsonObject | null {
  const found = known.get(uri);
  if (found !== undefined) return found;
  const path = basePaths.map((base) => join(base, `${uri}.yaml`)).find((candidate) => existsSync(candidate));
  const value = path ? (readSource(readFileSync(path, 'utf8')).source?.value ?? null) : null;
  known.set(uri, value);
  return value;
}
