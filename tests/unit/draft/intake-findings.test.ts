import { describe, expect, test } from 'vitest';
import { intakeFindings } from '@/lib/domain/draft/intake-findings';
import { describeFinding, findRuleText } from '@/lib/domain/findings/catalogue';
import type { Finding } from '@/lib/domain/findings/finding';
import type { IntakeVerdict } from '@/lib/domain/validate/intake-verdict';

const none: ReadonlySet<string> = new Set();
const slow: IntakeVerdict = { kind: 'refused', code: 'time-limit', detail: '5000 ms' };
const insecure: IntakeVerdict = {
  kind: 'refused',
  code: 'insecure-schema',
  detail: '/properties/a: required',
};
const error = {
  path: '/action',
  schemaPath: '/properties/action/type',
  keyword: 'type',
  params: { type: 'string' },
};
const refusing: IntakeVerdict = {
  kind: 'judged',
  events: [
    { valid: true, errors: [] },
    { valid: false, errors: [error] },
  ],
};

function lintError(rule: string, severity: Finding['severity'] = 'error'): Finding {
  return { rule, severity, path: '', params: {} };
}

describe('what the check as an intake adds', () => {
  test('is nothing where every example is valid', () => {
    expect(intakeFindings({ kind: 'judged', events: [{ valid: true, errors: [] }] }, [], none)).toEqual([]);
  });

  test('is an error that explains itself where the schema is refused', () => {
    const [finding, ...more] = intakeFindings(slow, [lintError('pattern-is-safe')], none);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: 'intake-can-use-schema', severity: 'error', path: '' });
    expect(finding && describeFinding(finding)).toBe(
      'The intake did not come to an end with this schema and its examples in the time it has. It says: 5000 ms',
    );
    expect(findRuleText('intake-can-use-schema')?.explanation).toMatch(/\.$/);
  });

  test('is an error at the example that is refused', () => {
    const [finding] = intakeFindings(refusing, [], none);
    expect(finding).toMatchObject({ rule: 'intake-accepts-examples', path: '/examples/1/action' });
    expect(finding && describeFinding(finding)).toBe('An intake refuses example 2: /action must be string.');
  });

  test('is nothing where lint says the same, or the repository does not want to hear it', () => {
    expect(intakeFindings(insecure, [lintError('schema-is-secure')], none)).toEqual([]);
    expect(intakeFindings(insecure, [], new Set(['schema-is-secure']))).toEqual([]);
    expect(intakeFindings(refusing, [lintError('schema-examples-are-valid')], none)).toEqual([]);
    expect(intakeFindings(insecure, [lintError('schema-is-secure', 'warning')], none)).toHaveLength(1);
    expect(intakeFindings(insecure, [lintError('schema-is-valid')], none)).toHaveLength(1);
  });

  test('is never more than a person can read', () => {
    const events = Array.from({ length: 30 }, () => ({ valid: false, errors: Array(10).fill(error) }));
    expect(intakeFindings({ kind: 'judged', events }, [], none)).toHaveLength(100);
  });
});
