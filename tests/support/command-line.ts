import { chmodSync, cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { commandLine } from '../../scripts/command-line.mjs';

/** The command line, built from the sources as they are now, in a folder that npm could pack. */
export interface BuiltCommandLine {
  /** Holds package.json and what its `files` name. Absolute. */
  folder: string;
  /** The program. */
  path: string;
  /** The packages whose code it holds. */
  packages: string[];
  remove(): void;
}

export async function buildCommandLine(): Promise<BuiltCommandLine> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'assent-command-line-'));
  const path = join(folder, 'dist', 'assent.cjs');
  const packages = new Set<string>();
  for (const options of commandLine(join(folder, 'dist'))) {
    const { metafile } = await build(options);
    for (const input of Object.keys(metafile?.inputs ?? {})) {
      const name = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1];
      if (name !== undefined) packages.add(name);
    }
  }
  for (const name of ['package.json', 'README.md', 'LICENSE']) cpSync(name, join(folder, name));
  chmodSync(path, 0o755);
  return {
    folder,
    path,
    packages: [...packages],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
