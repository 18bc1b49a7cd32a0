import { fixOf } from '../field-report';
import { materializedOrEmpty } from '../context';
import type { LintRule } from '../rule';

/** An event is an object, and its schema says so: without `type: object` anything would pass. */
export const rootIsObject: LintRule = {
  name: 'root-is-object',
  check: (context) => {
    if (!context.input.materialized) return [];
    const { type } = materializedOrEmpty(context);
    if (type === 'object') return [];
    const own = context.input.source.value.type;
    const edits =
      own === undefined
        ? context.editor.addTo('', [{ key: 'type', value: 'object' }], ['$schema', '$id', 'title'])
        : context.editor.replaceValue('/type', 'object');
    return [
      {
        severity: 'error',
        path: own === undefined ? '' : '/type',
        subject: 'source',
        params: { type: type ?? null },
        fix: fixOf('Say that an event is an object', edits),
      },
    ];
  },
};
