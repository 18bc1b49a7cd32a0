/** One line of the audit record as a screen shows it. */
export interface AuditLine {
  seq: number;
  at: string;
  actorName: string;
  action: string;
  subjectType: string;
  subjectId: string;
  proposalId: string | null;
  data: Record<string, unknown>;
  hash: string;
}
