import type { JsonObject } from '../schema/json';
import { type Change, isBreaking } from './change';
import { compareFields } from './compare-fields';
import type { ComparedOrigins } from './field-pair';
import { suggestMoves } from './suggest-moves';
import { judgeAsUpstream, type UpstreamVerdict } from './upstream-verdict';

/** What became of a schema from one version to a later one. */
export interface Comparison {
  /** In the order of the newer schema's fields, what is gone after what stays; suggestions of moves last. */
  changes: Change[];
  /** The verdict of jsonschema-tools' own test. */
  upstream: UpstreamVerdict;
  /** Ours: compatible where upstream's is, and no change breaks producers or consumers. */
  strict: { compatible: boolean };
}

/**
 * Compares two materialized versions of a schema, field by field.
 * Equal schemas give no change; `$id` and the `$schema` inside examples are not compared, since they change with
 * every version. Without `origins` no change of origin is reported.
 *
 * “Compatible” speaks of events that hold the fields which their version declares: a field that nobody declared
 * may be declared later without breaking anyone.
 */
export function compareSchemas(
  older: JsonObject,
  newer: JsonObject,
  origins: ComparedOrigins | null = null,
): Comparison {
  const changes: Change[] = [];
  compareFields({ older, newer, place: { older: '', newer: '', path: '' }, origins, changes });
  const upstream = judgeAsUpstream(older, newer);
  return {
    changes: [...changes, ...suggestMoves(changes)],
    upstream,
    strict: { compatible: upstream.compatible && !changes.some(isBreaking) },
  };
}
