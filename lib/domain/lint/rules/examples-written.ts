import type { LintRule, Report } from '../rule';

/**
 * The author writes an example event. What jsonschema-tools generates in its place says nothing, and can be wrong
 * (conformance.md A5). A warning for the next version of a schema that never had one.
 */
export const examplesWritten: LintRule = {
  name: 'examples-written',
  check: (context) => {
    const { examples } = context.input.source.value;
    if (context.isFragment || (Array.isArray(examples) && examples.length > 0)) return [];
    const report: Report = {
      severity: context.input.isNewSchema ? 'error' : 'warning',
      path: examples === undefined ? '' : '/examples',
      subject: 'source',
      params: {},
    };
    return [report];
  },
};
