import { readVersion } from '../compatibility/suggest-version';
import { applyEdits, setVersionEdits } from '../schema/edit-source';
import { readSource } from '../schema/read-source';

/** The next minor version; `X.Y.Z` in, `X.(Y+1).0` out. Anything else gives 1.0.0. */
export function nextMinor(version: string): string {
  const parts = readVersion(version);
  return parts === null ? '1.0.0' : `${parts[0]}.${parts[1] + 1}.0`;
}

/**
 * A source with its `$id` at the next minor version after the base, and the examples that name it; comments and
 * layout stay. A text that cannot be read stays as it is.
 */
export function nextVersionText(text: string, baseVersion: string): string {
  const { source } = readSource(text);
  return source ? applyEdits(text, setVersionEdits(source, nextMinor(baseVersion))) : text;
}
