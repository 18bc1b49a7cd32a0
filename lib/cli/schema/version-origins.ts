import { listFields } from '@/lib/domain/schema/fields';
import { isJsonObject, type Json, type JsonObject } from '@/lib/domain/schema/json';
import { fromPointer } from '@/lib/domain/schema/pointer';
import { listRefs } from '@/lib/domain/schema/refs';
import type { Field, Origin } from '@/lib/domain/schema/types';
import { canonicalText } from '@/lib/domain/validate/json-equality';
import type { MaterializedSource } from './materialized-source';
import type { Namespace } from './namespace';

/** Finds the fields of a materialized version, told apart by where they come from as far as that can be known. */
export type VersionFields = (value: JsonObject, made: MaterializedSource | null) => Field[];

/** The fragment that offers a field of this name and content, by the field's `identity`. */
type Offers = ReadonlyMap<string, string>;

/**
 * A materialized text does not say which of its fields a fragment brought in. The source of the schema does, for the
 * fields that it has still. A field that it has no longer is taken for a fragment's where one of this repository, or
 * one that the source refers to, offers the same field of that name. So a field of which it is not known is never held
 * against the schema because of what a known fragment says.
 */
export function createVersionFields(namespace: Namespace): VersionFields {
  const offersOf = new Map<string, Offers>();
  return (value, made) => {
    const title = made?.schema.title ?? '';
    const offers = offersOf.get(title) ?? listOffers(namespace, made);
    offersOf.set(title, offers);
    const known = made?.result.schema == null ? null : made.result.origins;
    const origins = new Map<string, Origin>();
    for (const { pointer } of listFields(value)) {
      const uri = offers.get(identity(pointer, valueAt(value, pointer)));
      const guess: Origin | undefined = uri === undefined ? undefined : { kind: 'fragment', uri };
      const origin = known?.get(pointer) ?? guess;
      if (origin !== undefined) origins.set(pointer, origin);
    }
    return listFields(value, origins);
  };
}

/** A fragment's own versions say nothing of which of its fields it took from another one. */
function listOffers({ checkout, lookup, readVersion }: Namespace, made: MaterializedSource | null): Offers {
  const offers = new Map<string, string>();
  const own = checkout.tree.schemas
    .filter(({ title }) => title.startsWith('fragment/') && title !== made?.schema.title)
    .flatMap(({ title, versions }) =>
      versions.map(({ version, path }) => ({ uri: `/${title}/${version}`, value: readVersion(path)?.value })),
    );
  const others = listRefs(made?.source.value ?? {}).map((uri) => ({ uri, value: findQuietly(lookup, uri) }));
  for (const { uri, value } of [...own, ...others]) {
    for (const { pointer } of value ? listFields(value) : [])
      offers.set(identity(pointer, valueAt(value ?? {}, pointer)), uri);
  }
  return offers;
}

/** What cannot be found is told where the source is materialized. */
function findQuietly(lookup: Namespace['lookup'], uri: string): JsonObject | null {
  try {
    return lookup(uri);
  } catch {
    return null;
  }
}

function identity(pointer: string, value: Json): string {
  return `${fromPointer(pointer).at(-1)} ${canonicalText(value)}`;
}

function valueAt(schema: JsonObject, pointer: string): Json {
  let here: Json = schema;
  for (const key of fromPointer(pointer)) {
    here = isJsonObject(here) || Array.isArray(here) ? ((here as JsonObject)[key] ?? null) : null;
  }
  return here;
}
