import { dirname, join, resolve } from 'node:path';
import { type CommandCall, pathFrom } from './command';
import type { FileSystem } from './file-system';
import type { LocatedFinding } from './located-finding';

type World = Pick<CommandCall, 'cwd' | 'fileSystem'>;

/**
 * Findings with the paths by which GitHub and GitLab know files: from the root of the working tree, wherever the
 * command was called. A file that is in no working tree keeps its path.
 */
export function fromWorkingTree(findings: readonly LocatedFinding[], world: World): LocatedFinding[] {
  const findRoot = createRootFinder(world.fileSystem);
  return findings.map((finding) => {
    const path = resolve(world.cwd, finding.file);
    const root = findRoot(path);
    return root === null ? finding : { ...finding, file: pathFrom(root, path) };
  });
}

/** The nearest folder that git calls a working tree, the path itself included. Each folder is looked at once. */
function createRootFinder(fileSystem: FileSystem): (path: string) => string | null {
  const known = new Map<string, string | null>();
  const find = (path: string): string | null => {
    let root = known.get(path);
    if (root !== undefined) return root;
    const parent = dirname(path);
    if (isRoot(fileSystem, path)) root = path;
    else root = parent === path ? null : find(parent);
    known.set(path, root);
    return root;
  };
  return find;
}

/** `.git` is a folder, or a file in a submodule and beside other working trees of one repository. */
function isRoot(fileSystem: FileSystem, folder: string): boolean {
  const mark = join(folder, '.git');
  return fileSystem.isDirectory(mark) || fileSystem.isFile(mark);
}
