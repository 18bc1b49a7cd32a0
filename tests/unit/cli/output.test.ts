import { describe, expect, test } from 'vitest';
import { formats, type Outcome, printOutcome } from '@/lib/cli/schema/print-findings';
import { clickSource, countField, releasedRepository, run } from './click-repository';

const click = 'repo/jsonschema/analytics/click';

const outcome: Outcome = {
  subject: '1 schema',
  findings: [
    {
      file: 'a,b:c/current.yaml',
      line: 3,
      column: 5,
      rule: 'compatible-with-previous-version',
      severity: 'error',
      path: '/properties/a',
      params: { sentence: '100% \u001b[31mred\n::error::forged' },
    },
    {
      file: 'd.yaml',
      line: 1,
      column: 1,
      rule: 'a-rule-without-text',
      severity: 'info',
      path: '',
      params: {},
    },
  ],
};

describe('the output formats', () => {
  test('human: one line a finding, and nothing that steers a terminal', () => {
    expect(printOutcome(outcome, 'human')).toBe(
      'a,b:c/current.yaml:3:5: error: 100%  [31mred ::error::forged (compatible-with-previous-version)\n' +
        'd.yaml:1:1: info: a-rule-without-text (a-rule-without-text)\n' +
        '1 schema: 1 error, 0 warnings, 1 hint.\n',
    );
  });

  test('github: one command a finding, which no text can end or forge', () => {
    expect(printOutcome(outcome, 'github')).toBe(
      '::error file=a%2Cb%3Ac/current.yaml,line=3,col=5,title=compatible-with-previous-version%3A Compatible with the previous version::100%25  [31mred ::error::forged\n' +
        '::notice file=d.yaml,line=1,col=1,title=a-rule-without-text%3A a-rule-without-text::a-rule-without-text\n',
    );
    expect(printOutcome({ subject: '', findings: [] }, 'github')).toBe('');
  });

  test('gitlab: a code quality report whose fingerprints outlive moved lines', () => {
    const report = JSON.parse(printOutcome(outcome, 'gitlab')) as Record<string, unknown>[];
    expect(report[0]).toEqual({
      description: '100% \u001b[31mred\n::error::forged',
      check_name: 'compatible-with-previous-version',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      severity: 'major',
      location: { path: 'a,b:c/current.yaml', lines: { begin: 3 } },
    });
    const moved = { ...outcome, findings: outcome.findings.map((finding) => ({ ...finding, line: 9 })) };
    const again = JSON.parse(printOutcome(moved, 'gitlab')) as Record<string, unknown>[];
    expect(again.map(({ fingerprint }) => fingerprint)).toEqual(report.map(({ fingerprint }) => fingerprint));
    expect(new Set(report.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  test('json: everything there is to know of a finding', () => {
    expect(JSON.parse(printOutcome(outcome, 'json'))).toEqual({
      subject: '1 schema',
      summary: { errors: 1, warnings: 0, hints: 1 },
      findings: [
        {
          ...outcome.findings[0],
          message: '100% \u001b[31mred\n::error::forged',
          explanation: expect.stringContaining('major version'),
          source: expect.stringContaining('https://'),
        },
        { ...outcome.findings[1], message: 'a-rule-without-text', explanation: null, source: null },
      ],
    });
  });

  test('every format holds for every command', async () => {
    const fileSystem = await releasedRepository();
    for (const format of formats) {
      for (const words of [
        ['check', 'repo'],
        ['lint', 'repo'],
        ['materialize', 'repo'],
      ]) {
        expect((await run(fileSystem, ...words, '--format', format)).status).toBe(0);
      }
    }
  });
});

describe('a wrong call', () => {
  test.each([
    [[]],
    [['publish', 'repo']],
    [['constructor', 'repo']],
    [['check']],
    [['check', 'repo', 'other']],
    [['check', 'nowhere']],
    [['check', 'repo', '--refs', 'nowhere']],
    [['check', 'repo', '--format', 'xml']],
    [['check', 'repo', '--fix']],
    [['check', '']],
    [['materialize', 'repo', '--out', '']],
    [['materialize', 'repo', '--all', '--changed']],
    [['diff', `${click}/1.0.0.yaml`]],
    [['diff', `${click}/1.0.0.yaml`, 'nowhere.yaml']],
    [['diff', `${click}/1.0.0.yaml`, `${click}/1.1.0.yaml`, '--refs', 'nowhere']],
  ])('%j ends with status 2 and the usage', async (words) => {
    const { status, out, error } = await run(await releasedRepository(), ...words);
    expect([status, out]).toEqual([2, []]);
    expect(error).toContain('assent check DIR');
  });

  test.each(['--help', '-h'])('%s is no wrong call', async (word) => {
    const { status, out } = await run(await releasedRepository(), 'check', word);
    expect([status, out[0]]).toEqual([
      0,
      'On any checkout of a schema repository, without a server or a database:',
    ]);
  });
});

describe('diff', () => {
  test('tells the changes, the table, both verdicts and the next version', async () => {
    const fileSystem = await releasedRepository();
    expect(await run(fileSystem, 'diff', `${click}/1.0.0.yaml`, `${click}/1.1.0.yaml`)).toEqual({
      status: 0,
      error: '',
      out: [
        'privacy, compatible: “press_count” is new. Events without it stay valid as long as it is optional.',
        'table: Column press_count appears as BIGINT; it is null in events stored before.',
        'jsonschema-tools: compatible',
        'Assent: compatible',
        'next version: 1.1.0. 1 field added, and everything that was valid stays valid.',
      ],
    });
  });

  test('shows an event for a break, and refuses it without a new major version', async () => {
    const fileSystem = await releasedRepository();
    const { status, out } = await run(fileSystem, 'diff', `${click}/1.1.0.yaml`, `${click}/1.0.0.yaml`);
    expect(status).toBe(1);
    expect(out[1]).toMatch(/^ {2}only the newer version accepts \{.*"press_count":.*\}$/);
    const source = clickSource('2.0.0');
    fileSystem.files.set(`/work/${click}/current.yaml`, source);
    expect((await run(fileSystem, 'diff', `${click}/1.1.0.yaml`, `${click}/current.yaml`)).status).toBe(0);
  });

  test('objects to nothing and asks for no number where nothing changed', async () => {
    const fileSystem = await releasedRepository();
    const diff = (...words: string[]) =>
      run(fileSystem, 'diff', `${click}/1.1.0.yaml`, `${click}/current.yaml`, ...words);
    expect((await diff()).out).toEqual([
      'Nothing changed.',
      'jsonschema-tools: compatible',
      'Assent: compatible',
    ]);
    expect(await diff('--format=github')).toEqual({ status: 0, error: '', out: [] });
    expect((await diff('--format=gitlab')).out).toEqual(['[]']);
    expect(JSON.parse((await diff('--format=json')).out.join('\n')).suggestion).toBeNull();
    fileSystem.files.set(`/work/${click}/current.yaml`, clickSource('1.0.1', countField));
    const lower = await diff('--format=github');
    expect([lower.status, lower.out.length]).toEqual([1, 1]);
  });

  test('materializes a source in the repository around it', async () => {
    const fileSystem = await releasedRepository();
    const { out } = await run(fileSystem, 'diff', `${click}/1.1.0.yaml`, `${click}/current.yaml`);
    expect(out[0]).toBe('Nothing changed.');
    fileSystem.files.delete('/work/repo/jsonschema/fragment/common/1.0.0.yaml');
    fileSystem.files.delete('/work/repo/jsonschema/fragment/common/current.yaml');
    const lost = await run(fileSystem, 'diff', `${click}/1.1.0.yaml`, `${click}/current.yaml`);
    expect([lost.status, lost.error.split('\n')[0]]).toEqual([
      2,
      `${click}/current.yaml cannot be materialized: The reference /fragment/common/1.0.0# leads nowhere.`,
    ]);
  });

  test('json holds each change with its counter-example', async () => {
    const fileSystem = await releasedRepository();
    fileSystem.files.set(
      `/work/${click}/current.yaml`,
      clickSource('1.2.0', countField.replace('1000', '10')),
    );
    const { out } = await run(
      fileSystem,
      'diff',
      `${click}/1.1.0.yaml`,
      `${click}/current.yaml`,
      '--format',
      'json',
    );
    const report = JSON.parse(out.join('\n'));
    expect(report.changes).toHaveLength(1);
    expect(report.changes[0]).toMatchObject({
      kind: 'bounds-tightened',
      path: 'press_count',
      counterExample: { acceptedBy: 'older', event: { press_count: expect.any(Number) } },
    });
    expect(report.suggestion.version).toBe('2.0.0');
  });

  test('a break that no event shows says why', async () => {
    const fileSystem = await releasedRepository();
    const retitled = clickSource('1.2.0', countField).replace(
      'title: analytics/click',
      'title: analytics/tap',
    );
    fileSystem.files.set(`/work/${click}/current.yaml`, retitled);
    const words = ['diff', `${click}/1.1.0.yaml`, `${click}/current.yaml`];
    const { out } = await run(fileSystem, ...words);
    expect(out.slice(0, 2)).toEqual([
      expect.stringMatching(/^breaking-consumers: The schema's title changed/),
      '  No event shows it: whether an event is accepted does not depend on it.',
    ]);
    const report = JSON.parse((await run(fileSystem, ...words, '--format', 'json')).out.join('\n'));
    expect(report.changes[0]).toMatchObject({ counterExample: null, noCounterExample: 'not-in-events' });
  });
});
