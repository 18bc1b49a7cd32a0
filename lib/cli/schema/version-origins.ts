import { listFields } from '@/lib/domain/schema/fields';
import { isJsonObject, type Json, type JsonObject } from '@/lib/domain/schema/json';
import { fromPointer, valueAt } from '@/lib/domain/schema/pointer';
import { listRefs } from '@/lib/domain/schema/refs';
import { isFragmentTitle, toSchemaId } from '@/lib/domain/schema/schema-id';
import type { Field, Origin } from '@/lib/domain/schema/types';
import { canonicalText } from '@/lib/domain/validate/json-equality';
import type { MaterializedSource } from './materialized-source';
import type { Namespace } from './namespace';

/** Finds the fields of a materialized version, told apart by where they come from as far as that can be known. */
export type VersionFields = (value: JsonObject, made: MaterializedSource | null) => Field[];

/** The fragments that offer a field of this name and content, by the field's `identity`: titles to URIs. */
type Offers = Map<string, Map<string, string>>;

/**
 * A materialized text does not say which of its fields a fragment brought in. The source of the schema does, for the
 * fields that it has still. A field that it has no longer is taken for a fragment's where one of this repository, or
 * one that the source refers to, offers the same field of that name. So a field of which it is not known is never held
 * against the schema because of what a known fragment says.
 */
export function createVersionFields(namespace: Namespace): VersionFields {
  let ofRepository: Offers | null = null;
  const ofSources = new Map<MaterializedSource, Offers>();
  return (value, made) => {
    ofRepository ??= offersOfRepository(namespace);
    const ofSource = made === null ? null : (ofSources.get(made) ?? offersOfSource(namespace, made));
    if (made !== null && ofSource !== null) ofSources.set(made, ofSource);
    const known = made?.result.schema == null ? null : made.result.origins;
    const origins = new Map<string, Origin>();
    for (const { pointer } of listFields(value)) {
      const name = identity(pointer, valueAt(value, pointer) ?? null);
      const uri = find(ofSource, name, made) ?? find(ofRepository, name, made);
      const guess: Origin | undefined = uri === undefined ? undefined : { kind: 'fragment', uri };
      const origin = known?.get(pointer) ?? guess;
      if (origin !== undefined) origins.set(pointer, origin);
    }
    return listFields(value, origins);
  };
}

/** A fragment's own versions say nothing of which of its fields it took from another one. */
function find(offers: Offers | null, name: string, made: MaterializedSource | null): string | undefined {
  for (const [title, uri] of offers?.get(name) ?? []) if (title !== made?.schema.title) return uri;
  return undefined;
}

function offersOfRepository({ checkout, readVersion }: Namespace): Offers {
  const offers: Offers = new Map();
  for (const { title, versions } of checkout.tree.schemas) {
    if (!isFragmentTitle(title)) continue;
    for (const { version, path } of versions) {
      const value = readVersion(path)?.value ?? null;
      if (value !== null) offer(offers, value, { title, uri: toSchemaId(title, version) });
    }
  }
  return offers;
}

function offersOfSource({ lookup }: Namespace, made: MaterializedSource): Offers {
  const offers: Offers = new Map();
  for (const uri of listRefs(made.source.value)) {
    const value = findQuietly(lookup, uri);
    if (value !== null) offer(offers, value, { title: uri, uri });
  }
  return offers;
}

function offer(offers: Offers, value: JsonObject, { title, uri }: { title: string; uri: string }): void {
  for (const { pointer } of listFields(value)) {
    const name = identity(pointer, valueAt(value, pointer) ?? null);
    const uris = offers.get(name) ?? new Map<string, string>();
    offers.set(name, uris.set(title, uri));
  }
}

/** What cannot be found is told where the source is materialized. */
function findQuietly(lookup: Namespace['lookup'], uri: string): JsonObject | null {
  try {
    const found = lookup(uri);
    return isJsonObject(found) ? found : null;
  } catch {
    return null;
  }
}

function identity(pointer: string, value: Json): string {
  return `${fromPointer(pointer).at(-1)} ${canonicalText(value)}`;
}
