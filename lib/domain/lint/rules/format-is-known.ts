import { fieldPathAt } from '../context';
import { reportsInMaterialized } from '../reports-in-materialized';
import type { LintRule, Report } from '../rule';
import { isKnownFormat } from '../../validate/formats';

/** Every `format` is one that the intake knows: it cannot use a schema with any other (ajv 6). */
export const formatIsKnown: LintRule = {
  name: 'format-is-known',
  check: (context) =>
    reportsInMaterialized(context, 'format-is-known', (node): Report[] => {
      const { format } = node.schema;
      if (typeof format !== 'string' || isKnownFormat(format)) return [];
      const params = { format, field: fieldPathAt(context, node.pointer) };
      return [{ severity: 'error', path: `${node.pointer}/format`, subject: 'materialized', params }];
    }),
};
