import module from 'node:module';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { setEngineFlags } from './engine-flags';

/**
 * Node keeps what it compiled in a folder of the person's own, which saves half of the start; where that cannot be
 * written, or in a Node before 22, it compiles each time. NODE_DISABLE_COMPILE_CACHE=1 turns it off.
 * It keeps what is compiled while a file is loaded. With `whole` that is all of it, not only what runs at once: right
 * for a file of which most is called.
 */
export function keepCompiledCode({ whole }: { whole: boolean }): void {
  if (typeof module.enableCompileCache !== 'function') return;
  const folder = findCacheFolder(process.env['XDG_CACHE_HOME'], homedir);
  if (folder === null) return;
  const { status } = module.enableCompileCache(folder);
  const { ENABLED, ALREADY_ENABLED } = module.constants.compileCacheStatus;
  if (whole && (status === ENABLED || status === ALREADY_ENABLED)) setEngineFlags(['--no-lazy']);
}

/**
 * The folder for what Assent can do without; null where a person has none. A relative path counts as none, as
 * https://specifications.freedesktop.org/basedir-spec/latest/ asks: it would mean another folder at every call.
 */
export function findCacheFolder(given: string | undefined, findHome: () => string): string | null {
  const caches = given && isAbsolute(given) ? given : homeCaches(findHome);
  return caches === null ? null : join(caches, 'assent');
}

function homeCaches(findHome: () => string): string | null {
  try {
    const home = findHome();
    return isAbsolute(home) ? join(home, '.cache') : null;
  } catch {
    // A user that the system does not know, as in many a container.
    return null;
  }
}
