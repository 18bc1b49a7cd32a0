/** The life of a proposal, in order; `withdrawn` ends it from any of the first three. */
export const proposalStates = ['drafting', 'in-review', 'approved', 'exported', 'withdrawn'] as const;

/** Where a proposal stands. “Changes requested” is a state of the review, not of the proposal. */
export type ProposalState = (typeof proposalStates)[number];

/** The name of each state on a screen. */
export const proposalStateLabels: Record<ProposalState, string> = {
  drafting: 'Drafting',
  'in-review': 'In review',
  approved: 'Approved',
  exported: 'Exported',
  withdrawn: 'Withdrawn',
};

/** `drafting → in-review → approved → exported`, and from the first three `→ withdrawn`. Nothing goes back. */
const transitions: Record<ProposalState, readonly ProposalState[]> = {
  drafting: ['in-review', 'withdrawn'],
  'in-review': ['approved', 'withdrawn'],
  approved: ['exported', 'withdrawn'],
  exported: [],
  withdrawn: [],
};

/**
 * Tells whether a proposal may go from one state to another.
 * A new revision while in review keeps it in review; that is no transition, and staying is refused here.
 */
export function canMove(from: ProposalState, to: ProposalState): boolean {
  return transitions[from].includes(to);
}

/** The states a proposal may go to from here; empty where its life is over. */
export function nextStates(from: ProposalState): readonly ProposalState[] {
  return transitions[from];
}

/** The states in which text, decisions and threads of a proposal may still change. */
export const openStates = ['drafting', 'in-review'] as const satisfies readonly ProposalState[];

/** Tells whether the proposal may still be edited and discussed towards an approval. */
export function isOpen(state: ProposalState): boolean {
  return (openStates as readonly ProposalState[]).includes(state);
}
