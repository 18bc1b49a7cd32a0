import type { ProposalState } from '@/lib/domain/review/proposal-state';
import type { TurnTask } from '@/lib/domain/review/whose-turn';
import type { PersonRef } from './proposal-person';

/** One proposal that waits for this person. */
export interface InboxItem {
  proposalNumber: number;
  title: string;
  summary: string;
  state: ProposalState;
  author: PersonRef;
  updatedAt: string;
  /** What they are asked to do, the first thing first; never empty. */
  tasks: { task: TurnTask; text: string }[];
}

export interface Inbox {
  /** What waits longest stands first. */
  items: InboxItem[];
}
