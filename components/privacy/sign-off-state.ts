import type { PrivacyField, PrivacyReview } from '@/lib/contracts/privacy';

/** One thing that a sign-off waits for, or that it has. */
export interface SignOffStep {
  id: 'revision' | 'decisions' | 'reasons' | 'saved' | 'legal-review' | 'sign-offs';
  done: boolean;
  text: string;
}

/** What approval wants of the privacy review, in the order in which it is done. */
export function signOffSteps(privacy: PrivacyReview, unsaved: number): SignOffStep[] {
  const { fields, tier, legalReviewUrl, signOffsGiven, signOffsNeeded, revisionNumber } = privacy;
  const toDecide = fields.filter((field) => field.toDecide);
  const unreasoned = toDecide.filter(
    ({ decision }) => decision && decision.action !== 'purge' && decision.reason.trim() === '',
  ).length;
  const steps: (SignOffStep | false)[] = [
    revisionNumber === null && {
      id: 'revision',
      done: false,
      text: 'A revision has to be submitted first.',
    },
    decisionsStep(toDecide),
    unreasoned > 0 && {
      id: 'reasons',
      done: false,
      text: `${unreasoned} kept or hashed without a reason.`,
    },
    unsaved > 0 && { id: 'saved', done: false, text: `${unsaved} of your decisions are not saved yet.` },
    tier === 1 && legalReviewStep(legalReviewUrl),
    {
      id: 'sign-offs',
      done: signOffsGiven >= signOffsNeeded,
      text: `${signOffsGiven} of ${signOffsNeeded} ${signOffsNeeded === 1 ? 'sign-off' : 'sign-offs'} given.`,
    },
  ];
  return steps.filter((step) => step !== false);
}

function decisionsStep(toDecide: readonly PrivacyField[]): SignOffStep {
  const undecided = toDecide.filter((field) => field.decision === null).length;
  return {
    id: 'decisions',
    done: undecided === 0,
    text:
      undecided === 0
        ? toDecide.length === 0
          ? 'No field was added or changed, so nothing has to be decided.'
          : `All ${toDecide.length} added or changed fields are decided.`
        : `${undecided} of ${toDecide.length} added or changed fields wait for a decision.`,
  };
}

function legalReviewStep(url: string | null): SignOffStep {
  const text =
    url === null
      ? 'The link to the legal or security review is missing.'
      : 'The legal or security review is linked.';
  return { id: 'legal-review', done: url !== null, text };
}

/** Why this person cannot sign off now, in a sentence; null where they can. */
export function signOffRefusal(privacy: PrivacyReview, unsaved: number): string | null {
  const { permissions, revisionHash } = privacy;
  if (!permissions.signOff.allowed) return permissions.signOff.because ?? 'You may not sign off.';
  if (revisionHash === null) return 'Nothing can be signed off before a revision was submitted.';
  const blocking = signOffSteps(privacy, unsaved).find(
    ({ id, done }) => !done && (id === 'decisions' || id === 'reasons' || id === 'saved'),
  );
  return blocking?.text ?? null;
}
