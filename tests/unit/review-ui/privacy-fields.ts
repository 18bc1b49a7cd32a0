import type { DecisionView, PrivacyField, PrivacyReview } from '@/lib/contracts/privacy';

/** An own, new string field that waits for a decision, and that Assent would purge. */
export function privacyField(path: string, over: Partial<PrivacyField> = {}): PrivacyField {
  return {
    pointer: `/properties/${path}`,
    path,
    type: 'string',
    description: `What ${path} holds.`,
    origin: null,
    change: 'added',
    toDecide: true,
    proposal: {
      category: 'none',
      identifiesPerson: false,
      action: 'purge',
      because: 'Nothing speaks of a person.',
    },
    decision: null,
    ...over,
  };
}

/** A decision to purge a field that holds nothing personal. */
export function decided(over: Partial<DecisionView> = {}): DecisionView {
  return {
    category: 'none',
    identifiesPerson: false,
    action: 'purge',
    reason: '',
    decidedBy: { id: 'ana', name: 'Ana' },
    decidedAt: '2026-01-01T00:00:00.000Z',
    version: 1,
    ...over,
  };
}

/** The review of revision 2 by an analyst who may do everything. */
export function privacyReview(fields: PrivacyField[], over: Partial<PrivacyReview> = {}): PrivacyReview {
  const yes = { allowed: true, because: null };
  return {
    revisionNumber: 2,
    revisionHash: 'a'.repeat(64),
    decisionsHash: 'b'.repeat(64),
    fields,
    tier: 3,
    derivedTier: 3,
    raisedTier: null,
    causes: [],
    legalReviewUrl: null,
    signOffs: [],
    signOffsNeeded: 1,
    signOffsGiven: 0,
    permissions: { decide: yes, signOff: yes, setLegalReview: yes, grantException: yes },
    ...over,
  };
}
