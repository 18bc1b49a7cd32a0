import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runSchemaCommand } from '@/lib/cli/schema/run-schema-command';

const repositories = resolve(process.env['ASSENT_CORPUS'] ?? '../shared/corpus', 'repositories');

async function run(...words: string[]): Promise<{ status: number; out: string }> {
  let out = '';
  const collect = { write: (text: string) => (out += text) };
  return {
    status: await runSchemaCommand(words, { stdout: collect, stderr: collect, cwd: repositories }),
    out,
  };
}

describe.skipIf(!existsSync(repositories))('the commands on the corpus', () => {
  // Upstream's own test suite passes on both.
  test.each(['primary', 'secondary'])('check accepts %s', async (name) => {
    const { status, out } = await run('check', name);
    expect(out.split('\n').filter((line) => line.includes(': error: '))).toEqual([]);
    expect(status).toBe(0);
  });

  test.each(['primary', 'secondary'])('materialize gives every current version of %s again', async (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'assent-corpus-'));
    try {
      expect((await run('materialize', name, '--out', folder)).status).toBe(0);
      const files = (readdirSync(folder, { recursive: true }) as string[]).filter((path) =>
        path.endsWith('.yaml'),
      );
      const differing = files.filter((path) => {
        const released = readFileSync(join(repositories, name, 'jsonschema', path), 'utf8');
        return readFileSync(join(folder, path), 'utf8') !== released;
      });
      expect(files.length).toBeGreaterThan(15);
      // Written before keys were sorted, or folded by hand: equal as values, as check finds above.
      expect(differing.length).toBe(name === 'primary' ? 0 : 7);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
