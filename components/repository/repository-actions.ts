import type { ActionResult } from '@/lib/contracts/action-result';
import type { ImportProgress } from '@/lib/contracts/repository';

/** What the page of repositories can ask for. */
export interface RepositoryActions {
  register: (input: unknown) => Promise<ActionResult<{ repositoryId: string; importId: string }>>;
  start: (input: unknown) => Promise<ActionResult<{ importId: string }>>;
  progress: (input: unknown) => Promise<ActionResult<ImportProgress>>;
  makeDefault: (input: unknown) => Promise<ActionResult<void>>;
}
