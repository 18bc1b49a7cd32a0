import type { RepositoryVersion } from '@/lib/domain/repository/parse-repository-tree';
import { UsageError } from '../words';
import type { FileSystem } from './file-system';

/** Which version files are not in the commit to compare with, so that they can still be changed. */
export interface NewVersions {
  isNew(version: RepositoryVersion): boolean;
  /** True where git is there and does not answer; then nothing counts as new. */
  isUnknown: boolean;
}

/**
 * Asks git which version files a revision holds; null means HEAD. Outside of a working tree nothing is new. Throws
 * UsageError for a revision that was named and cannot be found.
 */
export function findNewVersions(fileSystem: FileSystem, root: string, revision: string | null): NewVersions {
  const committed = fileSystem.listCommitted(root, revision);
  if (typeof committed !== 'string') {
    return { isNew: ({ path }) => !committed.has(path), isUnknown: false };
  }
  if (revision !== null) {
    throw new UsageError(
      committed === 'no-working-tree'
        ? '--base needs a folder that git looks after.'
        : `git finds no revision ${revision} here.`,
    );
  }
  return { isNew: () => false, isUnknown: committed === 'git-refuses' };
}
