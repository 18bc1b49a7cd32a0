import { join, sep } from 'node:path';
import type { RepositoryProblem } from '@/lib/domain/repository/parse-repository-tree';
import { classifySchemaFile, schemaFolder } from '@/lib/domain/repository/repository-layout';
import type { RepositoryConfig } from '@/lib/domain/schema/repository-config';
import type { FileEntry, FileSystem } from './file-system';

/** What can be read, as it stands or through a link. */
export type FileOrLink = FileEntry & { kind: 'file' | 'symlink' };

/** What stands below the schemas' folder of a repository, by path from the root. */
export interface Listing {
  /** Every file and link. */
  entries: ReadonlyMap<string, FileOrLink>;
  /** Everything else: folders, pipes, sockets, devices. */
  others: ReadonlyMap<string, FileEntry>;
}

/** Lists the schemas' folder; what keeps it or a part of it from being read is a problem. */
export function listEntries(
  fileSystem: FileSystem,
  root: string,
  config: RepositoryConfig,
): Listing & { problems: RepositoryProblem[] } {
  const folder = schemaFolder(config);
  const entries = new Map<string, FileOrLink>();
  const others = new Map<string, FileEntry>();
  // Reading the tree tells of a setting that leads out of the repository by itself.
  if (folder === null) return { entries, others, problems: [] };
  const directory = join(root, folder);
  const wrong = findFolderProblem(fileSystem, root, directory);
  if (wrong !== null) {
    const params = { schemaBasePath: config.schemaBasePath };
    const problem = { path: '.jsonschema-tools.yaml', line: null, reason: wrong, params };
    return { entries, others, problems: [problem] };
  }
  for (const entry of fileSystem.list(directory)) {
    const path = folder === '' ? entry.path : entry.path === '' ? folder : `${folder}/${entry.path}`;
    const { kind } = entry;
    if (kind === 'file' || kind === 'symlink') entries.set(path, { path, kind });
    else others.set(path, { path, kind });
  }
  return { entries, others, problems: [...problemsOf(others.values(), config)] };
}

function findFolderProblem(fileSystem: FileSystem, root: string, directory: string): string | null {
  if (!fileSystem.isDirectory(directory)) return 'base-path-missing';
  if (directory === root) return null;
  // A part of the path may be a link.
  return isWithin(fileSystem.realPath(directory), fileSystem.realPath(root)) ? null : 'base-path-outside';
}

/** Tells whether a path is a folder or lies below it; both without links. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** What stands where a source or a version belongs, and folders that hide what they hold. */
function* problemsOf(others: Iterable<FileEntry>, config: RepositoryConfig): Iterable<RepositoryProblem> {
  for (const { path, kind } of others) {
    if (kind === 'closed') yield { path, line: null, reason: 'closed-folder', params: {} };
    else if (classifySchemaFile(path, config) !== null)
      yield { path, line: null, reason: 'not-a-file', params: {} };
  }
}
