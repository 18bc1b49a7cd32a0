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
