import type { ActionResult } from '@/lib/contracts/action-result';
import type { DraftSaverOptions } from './draft-saver';
import type { LoadLookup } from './use-assessment';

/** What the page of a draft asks the server to do. */
export interface DraftActions {
  saveDraft: DraftSaverOptions['save'];
  loadLookup: LoadLookup;
  submitRevision: (input: unknown) => Promise<ActionResult<{ number: number; hash: string }>>;
  updateBase: (input: unknown) => Promise<ActionResult<{ baseVersion: string | null }>>;
}
