import { describe, expect, test } from 'vitest';
import { plainJson, plainLine } from '@/lib/cli/plain';
import { printOutcome } from '@/lib/cli/schema/print-findings';
import { clickSource, releasedRepository, run } from './click-repository';

const click = 'repo/jsonschema/analytics/click';
const steering = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

const finding = {
  file: 'a.yaml',
  line: 1,
  column: 1,
  rule: 'compatible-with-previous-version',
  severity: 'error',
  path: '',
  params: { sentence: 'c\u009b31m, rtl \u202e, none \u200b\u2060\ufeff, tag \u{e0041}, é' },
} as const;

describe('a line for people', () => {
  test.each([
    ['::warning file=x::pwned/current.yaml:1:1', './::warning file=x::pwned/current.yaml:1:1'],
    ['\n ::error::pwned', './  ::error::pwned'],
    ['a: ##[error]pwned', 'a: # #[error]pwned'],
    ['a: ##vso[task.complete]', 'a: # #vso[task.complete]'],
    ['a/##notes.yaml', 'a/##notes.yaml'],
  ])('%j is no command in the log of a job', (text, shown) => {
    expect(plainLine(text)).toBe(shown);
  });

  test('starts with ./ where a folder is named like a command', async () => {
    const fileSystem = await releasedRepository();
    fileSystem.files.set('/work/::warning file=x::pwned/current.yaml', 'a: [\n');
    const { out } = await run(fileSystem, 'lint', '.');
    expect(out.filter((line) => line.startsWith('::'))).toEqual([]);
    expect(out[0]).toMatch(/^\.\/::warning file=x::pwned\/current\.yaml:/);
  });
});

describe('what steers a terminal', () => {
  test.each(['json', 'gitlab'] as const)('is escaped in %s, and means the same', (format) => {
    const printed = printOutcome({ findings: [finding], subject: '' }, format);
    expect(printed.replaceAll('\n', '')).not.toMatch(steering);
    expect(printed).toContain('c\\u009b31m, rtl \\u202e, none \\u200b\\u2060\\ufeff, tag \\udb40\\udc41, é');
    expect(JSON.stringify(JSON.parse(printed))).toContain(finding.params.sentence);
  });

  test('is escaped in what diff reports', async () => {
    const fileSystem = await releasedRepository();
    fileSystem.files.set('/work/a.yaml', 'type: object\n');
    fileSystem.files.set('/work/b.yaml', 'type: object\ndescription: "red \\x9b31m"\n');
    const { out } = await run(fileSystem, 'diff', 'a.yaml', 'b.yaml', '--format', 'json');
    expect(out.join('\n')).toContain('\\u009b');
    expect(out.join('')).not.toMatch(steering);
    expect(plainJson({ a: '\u009b' })).toBe('{\n  "a": "\\u009b"\n}');
  });

  test.each<[string, string[], string]>([
    ['a key', ['diff', 'twice.yaml', 'twice.yaml'], 'twice.yaml cannot be read'],
    ['a reference', ['diff', `${click}/1.0.0.yaml`, 'lost.yaml'], 'lost.yaml cannot be materialized'],
    ['a word', ['lint', 'no\u001b[31m\n::error::pwned'], 'There is no folder no'],
    ['an option', ['lint', 'repo', '--\u001b[31m'], 'There is no option --'],
  ])('is left out of the reason where %s holds it', async (_, words, reason) => {
    const fileSystem = await releasedRepository();
    fileSystem.files.set('/work/twice.yaml', '- {"a\\e[31m": 1, "a\\e[31m": 2}\n');
    fileSystem.files.set(
      '/work/lost.yaml',
      clickSource('1.0.0').replace('/fragment/common/1.0.0#', '"/lost\\e[31m/1.0.0"'),
    );
    const { error, status } = await run(fileSystem, ...words);
    expect(status).toBe(2);
    expect(error).toContain(reason);
    expect(error.replaceAll('\n', '')).not.toMatch(steering);
    expect(error.split('\n').filter((line) => line.startsWith('::'))).toEqual([]);
  });
});
