import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { JsonObject } from '@/lib/domain/schema/json';

const corpus = process.env['ASSENT_CORPUS'] ?? resolve(process.cwd(), '../shared/corpus');

/** Tells whether the corpus of real schema repositories is there. */
export const hasCorpus = existsSync(join(corpus, 'repositories'));

/** Two released versions of one schema and major version, one after the other. */
export interface VersionPair {
  name: string;
  older: JsonObject;
  newer: JsonObject;
}

/** Every pair of consecutive versions that upstream's compatibility test compares. */
export function corpusPairs(): VersionPair[] {
  return versionFolders().flatMap(({ folder, versions }) =>
    versions.slice(1).flatMap((version, index) => {
      const before = versions[index]!;
      if (before[0] !== version[0]) return [];
      return [
        { name: `${folder} ${version.join('.')}`, older: load(folder, before), newer: load(folder, version) },
      ];
    }),
  );
}

/** Every released version. */
export function corpusVersions(): { name: string; schema: JsonObject }[] {
  return versionFolders().flatMap(({ folder, versions }) =>
    versions.map((version) => ({ name: `${folder} ${version.join('.')}`, schema: load(folder, version) })),
  );
}

function load(folder: string, version: readonly number[]): JsonObject {
  const text = readFileSync(join(folder, `${version.join('.')}.yaml`), 'utf8');
  return parse(text, { merge: true, maxAliasCount: -1 }) as JsonObject;
}

function versionFolders(): { folder: string; versions: number[][] }[] {
  const found = new Map<string, number[][]>();
  for (const entry of readdirSync(join(corpus, 'repositories'), { recursive: true, withFileTypes: true })) {
    const match = /^(\d+)\.(\d+)\.(\d+)\.yaml$/.exec(entry.name);
    if (match === null || !entry.isFile()) continue;
    const folder = entry.parentPath;
    const versions = found.get(folder) ?? [];
    versions.push(match.slice(1).map(Number));
    found.set(folder, versions);
  }
  return [...found].map(([folder, versions]) => ({
    folder,
    versions: versions.sort(
      (left, right) => left[0]! - right[0]! || left[1]! - right[1]! || left[2]! - right[2]!,
    ),
  }));
}
