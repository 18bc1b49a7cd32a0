// The schema repositories of the corpus as jsonschema-tools expects them on disk.
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../prepare.mjs';

export const corpus = process.env.ASSENT_CORPUS ?? join(root, '..', 'shared', 'corpus');

/** Whether the corpus is there; where it is not, the parts that need it say so and are left out. */
export function hasCorpus() {
  if (existsSync(join(corpus, 'repositories'))) return true;
  process.stdout.write(`\nThe corpus is not at ${corpus}: set ASSENT_CORPUS to where it is.\n`);
  return false;
}

/** Copies both repositories, with their links as links where the copy holds them as small files. */
export function copyCorpus(folder) {
  for (const name of ['primary', 'secondary'])
    copyFolder(join(corpus, 'repositories', name), join(folder, name));
  return { primary: join(folder, 'primary'), secondary: join(folder, 'secondary') };
}

function copyFolder(from, to) {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) {
      copyFolder(source, target);
      continue;
    }
    mkdirSync(dirname(target), { recursive: true });
    const content = readFileSync(source);
    const isLink = /^(latest(\.yaml)?|\d+\.\d+\.\d+)$/.test(entry.name) && content.length < 100;
    if (isLink) symlinkSync(content.toString().trim(), target);
    else writeFileSync(target, content);
  }
}
