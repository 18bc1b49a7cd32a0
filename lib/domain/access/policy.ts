import { openStates } from '../review/proposal-state';
import { reviewRoles, roles } from './roles';
import type { Action, Actor, SubjectOf, ThreadSubject } from './subjects';
import type { Check, Permission } from './requirements';
import {
  allOf,
  allowed,
  canLogIn,
  contributed,
  didNotContribute,
  hasRevision,
  holdsOneOf,
  refuse,
  stateIsOneOf,
} from './requirements';

type Rules = { [A in Action]: (actor: Actor, subject: SubjectOf[A]) => Permission };

const editors = holdsOneOf(...reviewRoles);
const everyone = holdsOneOf(...roles);
const analysts = holdsOneOf('analyst');
const admins = holdsOneOf('admin');

const mayEdit: Check = allOf(editors, stateIsOneOf(...openStates));

/**
 * The people who can give an approval of this revision: a role that reviews, and no text of their own in it.
 * An admin is not among them by being an admin.
 */
const hasVoice: Check = allOf(editors, stateIsOneOf('in-review'), hasRevision, didNotContribute);

/** The specification of domain.md, “People”, one line an action. */
const rules: Rules = {
  read: (actor) => everyone(actor, null),
  'proposal.create': (actor) => editors(actor, null),
  'draft.edit': mayEdit,
  'question.edit': mayEdit,
  'metrics.edit': mayEdit,
  'revision.submit': mayEdit,
  'review.give': mayReview,
  'comment.write': everyone,
  'thread.open': (actor, { proposal, blocking }) => (blocking ? mayEdit : everyone)(actor, proposal),
  'thread.resolve': (actor, thread) => maySettle(actor, thread, everyone),
  'thread.reopen': mayReopen,
  'thread.set-blocking': (actor, thread) =>
    thread.blocking ? maySettle(actor, thread, mayEdit) : mayEdit(actor, thread.proposal),
  'decision.make': allOf(analysts, stateIsOneOf(...openStates)),
  'signoff.give': allOf(analysts, stateIsOneOf('in-review'), hasRevision, didNotContribute),
  'proposal.approve': hasVoice,
  'proposal.withdraw': allOf(editors, stateIsOneOf('drafting', 'in-review', 'approved'), contributed),
  'exception.grant': allOf(editors, stateIsOneOf(...openStates), didNotContribute),
  'export.retry': allOf(holdsOneOf('engineer', 'admin'), stateIsOneOf('approved')),
  'repository.manage': (actor) => admins(actor, null),
  'person.manage': (actor) => admins(actor, null),
  'audit.read': (actor) => everyone(actor, null),
  'settings.manage': (actor) => admins(actor, null),
};

/**
 * Tells whether a person may do something, or the reason why not (a sentence for each is in reasons.ts).
 * Null stands for somebody who is not logged in, and a disabled account or one without a role may do nothing.
 * Carries out domain.md, “People”. What it leaves open is decided so:
 * - Whoever could give an approval of the revision may press “approve”: the six conditions are the decision,
 *   the button only carries it out. Hence no contributor, and no admin by being an admin. The same people grant
 *   exceptions, because an exception is a piece of an approval.
 * - Who contributed text may still comment on it, but gives no other verdict.
 * - A thread that blocks is a voice in the review: it takes a role that reviews to open one, and only who opened
 *   it or somebody who did not contribute may resolve it or stop it blocking. Other threads are settled by who
 *   opened them or by anyone who may edit. Comments stay possible in every state.
 * - A proposal is withdrawn by who opened it or contributed to it; to end an abandoned one, first contribute.
 * - A failed export is retried by an admin (repositories are theirs) or an engineer.
 */
export function can<A extends Action>(actor: Actor | null, action: A, subject: SubjectOf[A]): Permission {
  const login = canLogIn(actor);
  if (!login.allowed || !actor) return login;
  return rules[action](actor, subject);
}

function mayReview(actor: Actor, subject: SubjectOf['review.give']): Permission {
  const underReview = allOf(holdsOneOf(subject.role), stateIsOneOf('in-review'), hasRevision);
  const check = subject.verdict === 'comment' ? underReview : allOf(underReview, didNotContribute);
  return check(actor, subject.proposal);
}

/** Who opened a thread may settle it; somebody else needs a role that reviews and, if it blocks, clean hands. */
function maySettle(actor: Actor, thread: ThreadSubject, opener: Check): Permission {
  if (thread.openedById === actor.id) return opener(actor, thread.proposal);
  if (!editors(actor, thread.proposal).allowed) return refuse('not-your-thread', {});
  if (!thread.blocking) return allowed;
  return didNotContribute(actor, thread.proposal).allowed ? allowed : refuse('blocks-your-text', {});
}

function mayReopen(actor: Actor, thread: ThreadSubject): Permission {
  if (thread.blocking) return mayEdit(actor, thread.proposal);
  return thread.openedById === actor.id ? everyone(actor, thread.proposal) : editors(actor, thread.proposal);
}
