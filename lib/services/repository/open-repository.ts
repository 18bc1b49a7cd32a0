import { join } from 'node:path';
import type { SchemaRepository } from '@/lib/adapters/db/generated/client';
import { type Mirror, openMirror } from '@/lib/adapters/git/mirror';
import { readEnv } from '@/lib/platform/env';

/** This machine's copy of a schema repository, which is made where it is missing. Throws GitError. */
export function openRepository(repository: Pick<SchemaRepository, 'id' | 'url' | 'branch'>): Promise<Mirror> {
  const dir = join(readEnv().DATA_DIR, 'mirrors', `${repository.id}.git`);
  return openMirror({ dir, url: repository.url, branch: repository.branch });
}
