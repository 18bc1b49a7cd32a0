import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOlder, newestVersion } from '@/lib/domain/repository/newest-version';
import { parseRepositoryTree, type RepositoryFile } from '@/lib/domain/repository/parse-repository-tree';
import { describeProblem, findProblemText } from '@/lib/domain/repository/problem-texts';
import { defaultRepositoryConfig, type RepositoryConfig } from '@/lib/domain/schema/repository-config';

const config: RepositoryConfig = {
  ...defaultRepositoryConfig,
  schemaBasePath: './jsonschema/',
  contentTypes: ['yaml'],
};

function schema(title: string, version: string): string {
  return `title: ${title}\n$id: /${title}/${version}\ntype: object\n`;
}

function file(path: string, content: string): RepositoryFile {
  return { path, kind: 'file', content };
}

function link(path: string, content: string): RepositoryFile {
  return { path, kind: 'symlink', content };
}

const whole = [
  file('jsonschema/a/b/current.yaml', schema('a/b', '1.10.0')),
  file('jsonschema/a/b/1.10.0.yaml', schema('a/b', '1.10.0')),
  file('jsonschema/a/b/1.2.0.yaml', schema('a/b', '1.2.0')),
  link('jsonschema/a/b/1.10.0', '1.10.0.yaml'),
  link('jsonschema/a/b/1.2.0', '1.2.0.yaml'),
  link('jsonschema/a/b/latest', '1.10.0.yaml'),
  link('jsonschema/a/b/latest.yaml', '1.10.0.yaml'),
];

describe('a schema repository', () => {
  it('gives its schemas with their sources and versions, oldest first', () => {
    expect(parseRepositoryTree(whole, config)).toEqual({
      schemas: [
        {
          title: 'a/b',
          directory: 'jsonschema/a/b',
          currentText: schema('a/b', '1.10.0'),
          versions: [
            { version: '1.2.0', path: 'jsonschema/a/b/1.2.0.yaml', text: schema('a/b', '1.2.0') },
            { version: '1.10.0', path: 'jsonschema/a/b/1.10.0.yaml', text: schema('a/b', '1.10.0') },
          ],
        },
      ],
      problems: [],
    });
  });

  it('gives the same with links stored as text files, without links, and in any order', () => {
    const expected = parseRepositoryTree(whole, config);
    const asText = whole.map((entry) => ({ ...entry, kind: 'file' as const }));
    const without = whole.filter((entry) => entry.kind === 'file');
    expect(parseRepositoryTree(asText, config)).toEqual(expected);
    expect(parseRepositoryTree(without, config)).toEqual(expected);
    fc.assert(
      fc.property(fc.shuffledSubarray(whole, { minLength: whole.length }), (shuffled) => {
        expect(parseRepositoryTree(shuffled, config)).toEqual(expected);
      }),
    );
  });

  it('may lack the source, or versions', () => {
    const tree = parseRepositoryTree(
      [
        file('jsonschema/x/1.0.0.yaml', schema('x', '1.0.0')),
        file('jsonschema/y/current.yaml', schema('y', '1.0.0')),
      ],
      config,
    );
    expect(
      tree.schemas.map(({ title, currentText, versions }) => [title, currentText === null, versions.length]),
    ).toEqual([
      ['x', true, 1],
      ['y', false, 0],
    ]);
    expect(tree.problems).toEqual([]);
  });

  it('ignores what is not in its layout', () => {
    const others = [
      file('README.md', '# hello'),
      file('other/x/1.0.0.yaml', schema('x', '1.0.0')),
      file('jsonschema2/x/1.0.0.yaml', schema('x', '1.0.0')),
      file('jsonschema/x/CHANGELOG.md', 'none'),
      file('jsonschema/x/1.0.0.json', '{"title": "x"}'),
      file('jsonschema/x/1.0.yaml', 'title: x'),
      file('jsonschema/.cache/x/1.0.0.yaml', schema('x', '1.0.0')),
      file('jsonschema/node_modules/x/1.0.0.yaml', schema('x', '1.0.0')),
    ];
    expect(parseRepositoryTree(others, config)).toEqual({ schemas: [], problems: [] });
  });

  it('takes the primary content type of a version, or the one there is', () => {
    const both: RepositoryConfig = { ...config, contentTypes: ['json', 'yaml'] };
    const asJson = (version: string) => JSON.stringify({ title: 'x', $id: `/x/${version}` });
    const tree = parseRepositoryTree(
      [
        file('jsonschema/x/1.0.0.yaml', schema('x', '1.0.0')),
        file('jsonschema/x/1.0.0.json', asJson('1.0.0')),
        file('jsonschema/x/1.1.0.yaml', schema('x', '1.1.0')),
      ],
      both,
    );
    expect(tree.schemas[0]?.versions.map(({ path }) => path)).toEqual([
      'jsonschema/x/1.0.0.json',
      'jsonschema/x/1.1.0.yaml',
    ]);
  });

  it('honours the settings: base path, name of the source, ignored schemas', () => {
    const root = {
      ...config,
      schemaBasePath: '.',
      currentName: 'source.yaml',
      ignoreSchemas: ['^/secret/', '(a+)+$'],
    };
    const tree = parseRepositoryTree(
      [file('x/source.yaml', schema('x', '1.0.0')), file('secret/y/1.0.0.yaml', schema('secret/y', '1.0.0'))],
      root,
    );
    expect(tree).toEqual({
      schemas: [{ title: 'x', directory: 'x', currentText: schema('x', '1.0.0'), versions: [] }],
      problems: [],
    });
  });
});

describe('what cannot be used is named, and the rest is read', () => {
  const cases: [string, RepositoryFile, number | null, string][] = [
    ['broken YAML', file('jsonschema/z/1.0.0.yaml', 'title: z\n$id: [\n'), 2, 'invalid-yaml'],
    ['no mapping', file('jsonschema/z/1.0.0.yaml', '1.0.0.yaml'), 1, 'not-a-mapping'],
    ['no title', file('jsonschema/z/1.0.0.yaml', '$id: /z/1.0.0\n'), 1, 'title-missing'],
    ['another title', file('jsonschema/z/current.yaml', '# c\ntitle: y\n'), 2, 'title-directory-mismatch'],
    ['no version', file('jsonschema/z/1.0.0.yaml', 'title: z\n'), 1, 'version-missing'],
    ['another version', file('jsonschema/z/1.0.0.yaml', schema('z', '1.0.1')), 2, 'version-file-mismatch'],
    ['a pre-release', file('jsonschema/z/1.0.0-b.yaml', schema('z', '1.0.0-b')), null, 'version-file-name'],
    ['a link', link('jsonschema/z/1.0.0.yaml', '../a/b/1.2.0.yaml'), null, 'link-instead-of-file'],
    ['an odd folder', file('jsonschema/z z/1.0.0.yaml', schema('z z', '1.0.0')), null, 'unsafe-title'],
    ['no folder', file('jsonschema/current.yaml', schema('z', '1.0.0')), null, 'unsafe-title'],
  ];
  for (const [name, bad, line, reason] of cases) {
    it(name, () => {
      const tree = parseRepositoryTree([bad, ...whole], config);
      expect(tree.schemas).toEqual(parseRepositoryTree(whole, config).schemas);
      expect(tree.problems).toEqual([{ path: bad.path, line, reason, params: expect.anything() }]);
    });
  }

  it('in a sentence', () => {
    const bad = file('jsonschema/z/1.0.0.yaml', schema('z', '1.0.1'));
    const [problem] = parseRepositoryTree([bad], config).problems;
    expect(problem && describeProblem(problem)).toBe(
      'The $id says version 1.0.1, but the file is that of 1.0.0.',
    );
    expect(findProblemText('toString')).toBeNull();
  });

  it('also a base path that leads out', () => {
    for (const schemaBasePath of ['../x', '/etc', 'a/../../b']) {
      const tree = parseRepositoryTree(whole, { ...config, schemaBasePath });
      expect(tree.schemas).toEqual([]);
      expect(tree.problems.map(({ reason }) => reason)).toEqual(['base-path-outside']);
    }
  });

  it('whatever the files hold', () => {
    const path = fc.constantFrom(
      'jsonschema/a/1.0.0.yaml',
      'jsonschema/a/current.yaml',
      'jsonschema/__proto__/1.0.0.yaml',
    );
    const entry = fc.record({
      path,
      kind: fc.constantFrom('file' as const, 'symlink' as const),
      content: fc.oneof(
        fc.string(),
        fc.json(),
        fc.constant('title: &a [*a]\n'),
        fc.constant('__proto__: {title: a}\n'),
      ),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 4 }), (files) => {
        const { schemas, problems } = parseRepositoryTree(files, config);
        expect(schemas.length + problems.length).toBeLessThanOrEqual(files.length);
      }),
    );
  });
});

describe('versions', () => {
  it('are compared as numbers', () => {
    expect(newestVersion(['1.9.0', '1.10.0', '0.99.0'])).toBe('1.10.0');
    expect(newestVersion([])).toBeNull();
    expect([isOlder('1.9.0', '1.10.0'), isOlder('1.10.0', '1.9.0'), isOlder('1.0.0', '1.0.0')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
