import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';

/** Stands in for npm: notes how it was called, and leaves the one file that is looked for afterwards. */
const npm = `#!/bin/sh
echo "$@" > called
mkdir -p node_modules/node/bin && touch node_modules/node/bin/node
`;

test.skipIf(process.platform === 'win32')(
  'installing asks for everything, whatever npm is set to leave out, and leaves standard output alone',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'assent-install-'));
    try {
      mkdirSync(join(folder, 'scripts'));
      cpSync('scripts/prepare.mjs', join(folder, 'scripts', 'prepare.mjs'));
      writeFileSync(join(folder, 'package-lock.json'), '{}');
      writeFileSync(join(folder, 'npm'), npm);
      chmodSync(join(folder, 'npm'), 0o755);
      const program = "import('./scripts/prepare.mjs').then(({ install }) => install())";
      const env = {
        ...process.env,
        NODE_ENV: 'production' as const,
        PATH: `${folder}${delimiter}${process.env['PATH']}`,
      };
      const printed = execFileSync(process.execPath, ['--eval', program], {
        cwd: folder,
        env,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      expect(printed).toBe('');
      const called = readFileSync(join(folder, 'called'), 'utf8');
      for (const kind of ['dev', 'optional', 'peer']) expect(called).toContain(`--include=${kind}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
