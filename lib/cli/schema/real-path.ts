import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The path without links; what does not exist of it, or may not be looked at, stays as it stands. */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), basename(path));
  }
}
