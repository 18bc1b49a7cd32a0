import { isJsonObject } from '../../schema/json';
import { fieldPathAt } from '../context';
import type { LintRule, Report } from '../rule';
import { keywordOf } from '../schema-node';

/**
 * No `additionalProperties` apart from maps that say which type their values have. `false` is welcome; `true`, and a
 * map of anything, are not, though upstream's test takes them.
 * @see https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines
 */
export const noAdditionalProperties: LintRule = {
  name: 'no-additional-properties',
  check: (context) =>
    context.askedNodes.flatMap((node): Report[] => {
      const additional = keywordOf(node.schema, 'additionalProperties');
      if (
        additional === undefined ||
        additional === false ||
        !context.isOwnAndNew(`${node.pointer}/additionalProperties`)
      )
        return [];
      const isTypedMap = isJsonObject(additional) && typeof additional.type === 'string';
      if (isTypedMap) return [];
      const path = `${node.pointer}/additionalProperties`;
      const place = context.map.originsOf(path).own[0];
      const edits =
        place === undefined || additional !== true ? null : context.editor.replaceValue(place, false);
      return [
        {
          severity: 'error',
          path,
          subject: 'materialized',
          params: { field: fieldPathAt(context, node.pointer) },
          fix: edits && { label: 'Allow no further properties', edits },
        },
      ];
    }),
};
