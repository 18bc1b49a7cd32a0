import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createRepositoryFromDirectory } from '@/lib/adapters/git/init-repository';
import { fetchMirror, openMirror } from '@/lib/adapters/git/mirror';
import { findFile, listTree, readBlobs } from '@/lib/adapters/git/read-tree';
import { parseRepositoryTree, type RepositoryFile } from '@/lib/domain/repository/parse-repository-tree';
import { readRepositoryConfig } from '@/lib/domain/schema/repository-config';

const corpus = resolve(process.env.ASSENT_CORPUS ?? '../shared/corpus', 'repositories');
const folder = mkdtempSync(join(tmpdir(), 'assent-corpus-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!existsSync(corpus))('the schema repositories of the corpus', () => {
  it('go into git and are read back whole', async () => {
    const [primary, secondary] = [await roundTrip('primary'), await roundTrip('secondary')];
    const schemas = [...primary.tree.schemas, ...secondary.tree.schemas];
    expect(schemas).toHaveLength(78);
    expect(schemas.flatMap((schema) => schema.versions)).toHaveLength(200);
    expect([...primary.tree.problems, ...secondary.tree.problems]).toEqual([]);
    expect(schemas.filter((schema) => schema.currentText === null)).toEqual([]);
  });

  it('have their links restored: one per version, two per schema', async () => {
    for (const name of ['primary', 'secondary']) {
      const { entries, tree } = await roundTrip(name);
      const links = entries.filter((entry) => entry.kind === 'symlink').map((entry) => entry.path);
      const expected = tree.schemas.flatMap(({ directory, versions }) => [
        ...versions.map(({ version }) => `${directory}/${version}`),
        `${directory}/latest`,
        `${directory}/latest.yaml`,
      ]);
      expect(links.sort()).toEqual(expected.sort());
    }
  });
});

async function roundTrip(name: string) {
  const dir = join(folder, `${name}.git`);
  if (!existsSync(dir)) await store(name, dir);
  const mirror = await openMirror({ dir: join(folder, `${name}-copy.git`), url: dir, branch: 'main' });
  const { head } = await fetchMirror(mirror);
  if (!head) throw new Error('The repository is empty.');
  const configText = (await findFile(mirror, head, '.jsonschema-tools.yaml'))?.toString('utf8') ?? '';
  const { config } = readRepositoryConfig(configText);
  const entries = await listTree(mirror, head, config.schemaBasePath);
  const files: RepositoryFile[] = [];
  const oids = entries.map((entry) => entry.oid);
  for await (const blob of readBlobs(mirror, oids)) {
    const { path, kind } = entries[files.length]!;
    files.push({ path, kind, content: blob.content?.toString('utf8') ?? '' });
  }
  return { entries, tree: parseRepositoryTree(files, config) };
}

async function store(name: string, dir: string): Promise<void> {
  const author = { name: 'Assent', email: 'assent@localhost' };
  const rest = { branch: 'main', message: 'Begin', author, date: new Date('2024-01-01T00:00:00Z') };
  await createRepositoryFromDirectory({ sourceDir: join(corpus, name), dir, ...rest });
}
