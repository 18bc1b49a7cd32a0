import { z } from 'zod';

/** Which lines of a proposal's history to load: those before the entry with the number `before`, or the newest. */
export const loadHistoryInput = z.object({
  proposalNumber: z.int().min(1).max(2_147_483_647),
  before: z.int().min(1).optional(),
});
export type LoadHistoryInput = z.input<typeof loadHistoryInput>;

/** One line of a proposal's history, as a sentence without its subject: “submitted revision 2”. */
export interface HistoryLine {
  seq: number;
  at: string;
  actorName: string;
  /** Stable name of what happened (`revision.submitted`), for an icon. */
  action: string;
  text: string;
  /** What the person wrote to it (a reason, a message), as plain text; null where nothing. */
  note: string | null;
}

export interface HistoryPage {
  /** Newest first. */
  lines: HistoryLine[];
  /** Give it as `before` for older lines; null where there are none. */
  next: number | null;
}
