import type { AssessmentContext } from '@/lib/domain/draft/assessment-context';

/** The `$ref` URIs to offer while somebody writes: what the draft refers to already, then every known fragment. */
export function referencesOf({ lookup, knownFragmentFields }: AssessmentContext): string[] {
  return [...new Set([...Object.keys(lookup), ...knownFragmentFields.map((field) => field.fragment)])];
}
