import type { ActionResult } from '@/lib/contracts/action-result';
import type { HistoryPage } from '@/lib/contracts/history';

/** What the overview of a proposal asks the server to do. */
export interface OverviewActions {
  retryExport: (input: unknown) => Promise<ActionResult<void>>;
  loadHistory: (input: unknown) => Promise<ActionResult<HistoryPage>>;
}
