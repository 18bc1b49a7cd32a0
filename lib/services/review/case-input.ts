import type { ReviewSettings } from '@/lib/domain/review/snapshot';
import type { ProposalFacts } from './load-facts';

/** What a proposal's conditions are evaluated from, beside the texts of its newest revision. */
export interface CaseInput {
  facts: ProposalFacts;
  newestVersion: string | null;
  settings: ReviewSettings;
  now: Date;
}
