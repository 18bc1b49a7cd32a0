import { isJsonObject, type Json } from '../../schema/json';
import { appendPointer } from '../../schema/pointer';
import { parseSchemaId } from '../../schema/schema-id';
import type { LintRule, Report } from '../rule';

/** Every `$ref` in the text with its place; references may stand anywhere, also in `required` and `examples`. */
function listReferences(value: Json, pointer: string): { path: string; ref: string }[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => listReferences(item, `${pointer}/${index}`));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === '$ref' && typeof member === 'string'
      ? [{ path: `${pointer}/$ref`, ref: member }]
      : listReferences(member, appendPointer(pointer, key)),
  );
}

function isPinned(ref: string): boolean {
  const uri = ref.replace(/#.*$/, '');
  const isLocal = uri === '' || uri === './';
  return isLocal || parseSchemaId(uri) !== null;
}

/**
 * A reference names a version: `/fragment/common/2.0.0`. What `latest` means changes without anybody's approval.
 * @see https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines
 */
export const refPinned: LintRule = {
  name: 'ref-pinned',
  check: (context) =>
    listReferences(context.input.source.value, '')
      .filter(({ ref }) => !isPinned(ref))
      .map(
        ({ path, ref }): Report => ({
          severity: 'error',
          path,
          subject: 'source',
          part: 'value',
          params: { ref },
        }),
      ),
};
