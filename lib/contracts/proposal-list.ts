import { z } from 'zod';
import { type ProposalState, proposalStates } from '@/lib/domain/review/proposal-state';
import type { ReviewState } from '@/lib/domain/review/workflow';
import type { PersonRef } from './proposal-person';
import { textUpTo } from './proposal-text';

/** True, or `1`, `true`, `on` as text; everything else, absence included, is no. */
const flag = z
  .unknown()
  .optional()
  .transform((value) => value === true || ['1', 'true', 'on'].includes(String(value)));

/** What a list of proposals shows. What does not fit is read as absent, since it comes from the address bar. */
export const proposalListInput = z.object({
  state: z.enum(proposalStates).optional().catch(undefined),
  /** Those that the person opened or contributed to. */
  mine: flag,
  /** Those where it is the person's turn. */
  needsMe: flag,
  /** Part of a title or summary, or a number. */
  text: textUpTo(200, 'The search').optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
export type ProposalListInput = z.input<typeof proposalListInput>;

export interface ProposalListItem {
  id: string;
  number: number;
  title: string;
  summary: string;
  state: ProposalState;
  /** Null once the review is over. */
  reviewState: ReviewState | null;
  author: PersonRef;
  baseVersion: string | null;
  /** The number that the newest revision (or the draft) asks for; null where it says none. */
  proposedVersion: string | null;
  revisionCount: number;
  openThreads: number;
  /** Of six. */
  conditionsHolding: number;
  updatedAt: string;
}

export interface ProposalList {
  /** Last changed first. */
  items: ProposalListItem[];
  total: number;
  page: number;
  pageCount: number;
  /** How many there are in each state, whatever the state filter says. */
  counts: Record<ProposalState, number>;
}
