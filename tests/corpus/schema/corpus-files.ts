import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

/** Where the corpus is; it may be absent. */
export const corpusRoot = process.env['ASSENT_CORPUS'] ?? join(projectRoot, '../shared/corpus');
export const hasCorpus = existsSync(join(corpusRoot, 'repositories'));

/** The base paths in which references are looked up. */
export const basePaths = ['primary', 'secondary'].map((name) =>
  join(corpusRoot, 'repositories', name, 'jsonschema'),
);

export interface CurrentFile {
  path: string;
  title: string;
  text: string;
}

/** Every `current.yaml` of both repositories. */
export function listCurrentFiles(): CurrentFile[] {
  return listFiles((name) => name === 'current.yaml').map((path) => {
    const base = basePaths.find((candidate) => path.startsWith(candidate)) ?? '';
    return { path, title: relative(base, dirname(path)), text: readFileSync(path, 'utf8') };
  });
}

/** Every YAML file of both repositories that holds a schema. */
export function listSchemaFiles(): string[] {
  return listFiles((name) => /^(?:current|\d+\.\d+\.\d+)\.yaml$/.test(name));
}

function listFiles(matches: (name: string) => boolean): string[] {
  return basePaths
    .flatMap((base) =>
      readdirSync(base, { recursive: true, encoding: 'utf8' }).map((name) => join(base, name)),
    )
    .filter((path) => matches(path.slice(path.lastIndexOf('/') + 1)) && statSync(path).isFile())
    .sort();
}
