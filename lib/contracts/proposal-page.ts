import type { Metric, Question } from '@/lib/domain/question/question';
import type { ProposalState } from '@/lib/domain/review/proposal-state';
import type { DraftView } from './draft';
import type { HistoryPage } from './history';
import type { ExceptionView, PrivacyReview } from './privacy';
import type { PermissionView, PersonRef } from './proposal-person';
import type { ReviewPanel, RevisionLine } from './review';
import type { ThreadView } from './thread';

/** A metric with the counter that guards against lost updates. */
export interface MetricView extends Metric {
  version: number;
}

/** What became of the approved version; its state is that of the delivery into git. */
export interface DeliveryView {
  exportId: string;
  version: string;
  versionId: string;
  state: 'pending' | 'running' | 'exported' | 'conflict' | 'failed';
  branch: string;
  /** Null until it landed. */
  commit: string | null;
  message: string;
  files: { path: string; kind: string }[];
  /** Why it did not land yet, in a sentence; null where nothing went wrong. */
  error: string | null;
  updatedAt: string;
}

/** What the person who looks may do; where not, why. */
export interface ProposalPermissions {
  editDraft: PermissionView;
  editQuestion: PermissionView;
  editMetrics: PermissionView;
  submitRevision: PermissionView;
  comment: PermissionView;
  openBlockingThread: PermissionView;
  approve: PermissionView;
  withdraw: PermissionView;
  retryExport: PermissionView;
}

/** The page of a proposal, whole. Dates are ISO 8601 in UTC. */
export interface ProposalPage {
  id: string;
  number: number;
  title: string;
  summary: string;
  state: ProposalState;
  repository: { id: string; name: string };
  isNewSchema: boolean;
  baseVersion: string | null;
  newestVersion: string | null;
  author: PersonRef;
  /** Everyone who contributed text, the author first. */
  contributors: PersonRef[];
  createdAt: string;
  updatedAt: string;
  withdrawnReason: string | null;
  draft: DraftView;
  question: { answers: Question; version: number };
  metrics: MetricView[];
  /** Pointers of fields that control or validate data, and so serve no metric. */
  controlPointers: string[];
  /** Newest first; empty while nothing was submitted. */
  revisions: RevisionLine[];
  /** True where the draft, question or metrics differ from the newest revision. */
  hasUnsubmittedChanges: boolean;
  review: ReviewPanel;
  threads: ThreadView[];
  privacy: PrivacyReview;
  exceptions: ExceptionView[];
  /** Null until it is approved. */
  delivery: DeliveryView | null;
  history: HistoryPage;
  permissions: ProposalPermissions;
}

/** What the form for a new proposal needs. */
export interface ProposalStart {
  permission: PermissionView;
  repositories: { id: string; name: string; isDefault: boolean }[];
  /** The schema with the title that was asked for; null where there is none, or no title was given. */
  schema: { title: string; repositoryName: string; latestVersion: string | null } | null;
  /** Other open proposals for that title. */
  openProposals: { number: number; summary: string; author: PersonRef }[];
}
