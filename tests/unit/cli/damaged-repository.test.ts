import { describe, expect, test } from 'vitest';
import { releasedRepository, repositoryWith, run, said } from './click-repository';
import type { MemoryFile } from './memory-file-system';

const click = '/work/repo/jsonschema/analytics/click';

describe('what cannot be read is told, and the rest is looked at', () => {
  test.each<[string, string, MemoryFile, string]>([
    ['a folder in the place of a source', 'odd/current.yaml', { is: 'folder' }, 'not-a-file'],
    ['a pipe in the place of a source', 'odd/current.yaml', { is: 'not-a-file' }, 'not-a-file'],
    ['a folder in the place of a version', 'odd/1.0.0.yaml', { is: 'folder' }, 'not-a-file'],
    ['a file that nobody may read', 'odd/current.yaml', { is: 'closed' }, 'unreadable'],
    ['a file that is too large', 'odd/current.yaml', { is: 'too-large' }, 'file-too-large'],
    ['a file that is no text', 'odd/current.yaml', new Uint8Array([0xff]), 'not-utf-8'],
  ])('%s', async (_, path, file, rule) => {
    const fileSystem = await repositoryWith({ [`/work/repo/jsonschema/${path}`]: file });
    const { status, out } = await run(fileSystem, 'check', 'repo');
    expect([status, said(out)]).toEqual([1, [`${path.slice(4)} error ${rule}`]]);
    expect(out.at(-1)).toMatch(/^2 schemas, 3 versions:/);
  });

  test('a folder that nobody may enter', async () => {
    const fileSystem = await releasedRepository();
    const list = fileSystem.list.bind(fileSystem);
    fileSystem.list = (folder) => [...list(folder), { path: 'closed', kind: 'closed' }];
    for (const command of ['check', 'lint', 'materialize'])
      expect(said((await run(fileSystem, command, 'repo')).out)).toContain('closed error closed-folder');
  });

  test('the folder “current” counts as the name without extension', async () => {
    const fileSystem = await repositoryWith({ [`${click}/current/note.txt`]: 'x' });
    expect(said((await run(fileSystem, 'check', 'repo')).out)).toEqual(['current error no-current-link']);
  });

  test.each(['latest', 'current', '1.0.0', '1.0.0.yaml', 'latest.json'])(
    'a schema in a folder named %s',
    async (name) => {
      const source = `title: x/${name}\n$id: /x/${name}/1.0.0\n`;
      const fileSystem = await repositoryWith({ [`/work/repo/jsonschema/x/${name}/current.yaml`]: source });
      const { out } = await run(fileSystem, 'materialize', 'repo');
      expect(said(out)).toContain('current.yaml error unsafe-title');
      expect(out.some((line) => line.startsWith('wrote'))).toBe(false);
    },
  );
});

describe('nothing to look at is not passed over', () => {
  test('a folder of schemas that is not there is an error', async () => {
    const fileSystem = await repositoryWith({
      '/work/repo/.jsonschema-tools.yaml': 'schemaBasePath: schemas\n',
    });
    for (const command of ['check', 'lint', 'materialize']) {
      const { status, out } = await run(fileSystem, command, 'repo');
      expect([status, said(out)]).toEqual([1, ['.jsonschema-tools.yaml error base-path-missing']]);
    }
  });

  test('an empty folder is a warning', async () => {
    const fileSystem = await releasedRepository();
    for (const path of fileSystem.files.keys()) if (/click|common/.test(path)) fileSystem.files.delete(path);
    fileSystem.files.set('/work/repo/jsonschema/README.md', '');
    const { status, out } = await run(fileSystem, 'check', 'repo');
    expect([status, said(out)]).toEqual([0, ['repo warning no-schemas']]);
  });
});
