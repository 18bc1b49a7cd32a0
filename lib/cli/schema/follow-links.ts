import { isAbsolute, join, relative } from 'node:path';
import { linkNameIn } from './links';
import type { FileSystem } from './file-system';
import { isWithin } from './list-entries';

/** Links that lead from one to the next further than this lead in a circle. */
const maxLinks = 20;

/**
 * The file that a path below a folder means, as the system finds it: folders and files may be links. Gives its path
 * without links from that folder; null where there is none, where it is outside of the folder, or in a hidden one.
 */
export function findFile(fileSystem: FileSystem, folder: string, path: string): string | null {
  const pending = path.split('/');
  let here: string[] = [];
  let links = 0;
  for (let part = pending.shift(); part !== undefined; part = pending.shift()) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (here.pop() === undefined) return null;
      continue;
    }
    const place = join(folder, ...here, part);
    const target = targetOf(fileSystem, place, pending.length === 0);
    if (target === null) {
      if (pending.length > 0 && !fileSystem.isDirectory(place)) return null;
      here.push(part);
      continue;
    }
    links += 1;
    const inside = isAbsolute(target) ? pathInside(fileSystem, folder, target) : target;
    if (links > maxLinks || inside === null) return null;
    if (inside !== target) here = [];
    pending.unshift(...inside.split('/'));
  }
  const isHidden = here.slice(0, -1).some((part) => part.startsWith('.'));
  return !isHidden && fileSystem.isFile(join(folder, ...here)) ? here.join('/') : null;
}

/** Where a link leads; null for what is none. Where links cannot be stored, small files stand in their place. */
function targetOf(fileSystem: FileSystem, place: string, isLast: boolean): string | null {
  const target = fileSystem.readLink(place);
  if (target !== null || !isLast || !isLinkName(place)) return target;
  const name = linkNameIn(fileSystem.read(place));
  return name !== null && fileSystem.isFile(join(place, '..', name)) ? name : null;
}

function isLinkName(path: string): boolean {
  return /[\\/](?:latest(?:\.\w+)?|\d+\.\d+\.\d+)$/.test(path);
}

function pathInside(fileSystem: FileSystem, folder: string, target: string): string | null {
  for (const root of [folder, fileSystem.realPath(folder)])
    if (isWithin(target, root)) return relative(root, target);
  return null;
}
