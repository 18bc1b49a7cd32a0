import type { Json } from '@/lib/domain/schema/json';
import { readAnyValue } from '@/lib/domain/schema/read-source';
import type { CheckoutFiles } from './checkout-files';

/** A file that a `$ref` leads to. */
export interface Referenced {
  /** As it was referred to: its ending says how it is read. */
  path: string;
  /** Where it stands. */
  file: string;
  /** What is wrong with a released version cannot be corrected any more. */
  isReleased: boolean;
}

const TEXT = /\.(?:txt|html?|md|xml|js|min|map|s?css|less|svg)$/i;
const IMAGE = /\.(?:jpe?g|gif|png|bmp|ico)$/i;
const DATA = /\.(?:ya?ml|json)$/i;

const others = new WeakMap<CheckoutFiles, Map<string, Json | undefined>>();

/**
 * What a file holds, read as json-schema-ref-parser 7 reads it, by the ending of the reference: as data, or as plain text.
 * Undefined where it cannot be used: an image, an empty file, or a schema with errors.
 */
export function readReferenced(files: CheckoutFiles, referenced: Referenced): Json | undefined {
  const { path, file, isReleased } = referenced;
  if (IMAGE.test(path)) return undefined;
  if (TEXT.test(path)) return files.textOf(file) ?? undefined;
  const read = files.read(file);
  const isRight = read?.findings.every(({ severity }) => severity !== 'error');
  if (read?.source && (isRight || isReleased)) return read.source.value;
  const known = others.get(files) ?? new Map<string, Json | undefined>();
  others.set(files, known);
  if (!known.has(path)) known.set(path, readOther(files, referenced));
  return known.get(path);
}

/** What is no mapping, or a mapping that only JSON reads. */
function readOther(files: CheckoutFiles, { path, file }: Referenced): Json | undefined {
  const text = files.textOf(file);
  if (text === null || text.trim() === '') return undefined;
  const value = /\.ya?ml$/i.test(path) ? undefined : readJson(text);
  if (value !== undefined) return value;
  const other = readAnyValue(text);
  if (other !== undefined) return other;
  // Upstream takes for text what it cannot read and does not know; a schema that cannot be read is left to be corrected.
  return DATA.test(path) || DATA.test(file) ? undefined : text;
}

function readJson(text: string): Json | undefined {
  // A name that would change the object that is read.
  if (text.includes('__proto__')) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
