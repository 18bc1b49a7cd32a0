import type { Finding } from '../findings/finding';
import type { Json } from '../schema/json';
import { describeValidationError } from '../validate/validation-error';
import type { IntakeRefusalCode, IntakeVerdict } from '../validate/intake-verdict';

/** The names of the rules, and their keys in the catalogue. */
export const intakeSchemaRule = 'intake-can-use-schema';
export const intakeExamplesRule = 'intake-accepts-examples';

/** The lint rules that say the same as a refusal: where one of them speaks, or is skipped, all is said. */
const saidBy: Partial<Record<IntakeRefusalCode, string>> = {
  'invalid-schema': 'schema-is-valid',
  'insecure-schema': 'schema-is-secure',
};
/** More help nobody. */
const maxFindings = 100;
const examplesRule = 'schema-examples-are-valid';

/**
 * What the check as an intake adds to what is known of a draft: nothing where it judged every example to be valid, or
 * where lint says the same. `skipped` names the rules that the schema repository skips for this schema.
 */
export function intakeFindings(
  verdict: IntakeVerdict,
  known: readonly Finding[],
  skipped: ReadonlySet<string>,
): Finding[] {
  const isSaid = (rule: string) =>
    skipped.has(rule) || known.some((finding) => finding.rule === rule && finding.severity === 'error');
  if (verdict.kind === 'refused') {
    const twin = saidBy[verdict.code];
    const { code, detail } = verdict;
    return twin && isSaid(twin) ? [] : [toFinding(intakeSchemaRule, '', { code, detail })];
  }
  if (isSaid(examplesRule)) return [];
  const findings = verdict.events.flatMap(({ errors }, example) =>
    errors.map((error) => {
      const params = { example, place: error.path, problem: describeValidationError(error) };
      return toFinding(intakeExamplesRule, `/examples/${example}${error.path}`, params);
    }),
  );
  return findings.slice(0, maxFindings);
}

function toFinding(rule: string, path: string, params: Record<string, Json>): Finding {
  return { rule, severity: 'error', path, subject: 'materialized', params };
}
