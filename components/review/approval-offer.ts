import type { ProposalPage } from '@/lib/contracts/proposal-page';

/** What the approve button offers, or why it cannot be pressed. */
export interface ApprovalOffer {
  /** The revision that would be approved; null where there is none. */
  revision: { number: number; hash: string; version: string } | null;
  title: string;
  repositoryName: string;
  /** Null where the person may approve now; else the reason, in a sentence. */
  refusal: string | null;
}

type OfferedPage = Pick<
  ProposalPage,
  'title' | 'state' | 'repository' | 'revisions' | 'review' | 'permissions'
>;

/** Works out the approve button. Null where the review is over, so that there is nothing left to approve. */
export function approvalOffer(page: OfferedPage): ApprovalOffer | null {
  if (page.state !== 'drafting' && page.state !== 'in-review') return null;
  const newest = page.revisions[0];
  return {
    revision: newest ? { number: newest.number, hash: newest.hash, version: newest.schemaVersion } : null,
    title: page.title,
    repositoryName: page.repository.name,
    refusal: refusalOf(page, newest !== undefined),
  };
}

function refusalOf({ permissions, review }: OfferedPage, hasRevision: boolean): string | null {
  if (!hasRevision) return 'Nothing can be approved before a revision was submitted.';
  const open = review.conditions.filter((condition) => !condition.holds).length;
  const conditions =
    open === 0 ? null : `${open === 1 ? 'One condition does' : `${open} conditions do`} not hold yet.`;
  const person = permissions.approve.allowed
    ? null
    : (permissions.approve.because ?? 'You may not approve this.');
  return [conditions, person].filter((sentence) => sentence !== null).join(' ') || null;
}
