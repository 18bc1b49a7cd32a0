import { toPointer } from './pointer';

/** The way to a place in a value, from its end: cheap to lengthen, and a pointer only when someone asks. */
export interface Trail {
  readonly up: Trail | null;
  readonly key: string;
}

export function trailPointer(trail: Trail | null): string {
  const keys: string[] = [];
  for (let here = trail; here; here = here.up) keys.unshift(here.key);
  return toPointer(keys);
}
