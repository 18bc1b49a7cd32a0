import type { ProposalState } from '../review/proposal-state';
import type { Role } from './roles';
import type { Actor, ProposalSubject } from './subjects';

/** Why a person may not. Each has a sentence in reasons.ts, and is stable for programs. */
export type ReasonCode =
  | 'not-logged-in'
  | 'account-disabled'
  | 'needs-role'
  | 'wrong-state'
  | 'no-revision'
  | 'contributed-text'
  | 'not-contributor'
  | 'not-your-thread'
  | 'blocks-your-text';

/** Values for the sentence of a reason: the roles of which one is needed; the state, and those that would do. */
export interface RefusalParams {
  roles?: Role[];
  state?: ProposalState;
  states?: ProposalState[];
}

/** Yes, or the reason why not. */
export type Permission = { allowed: true } | { allowed: false; reason: ReasonCode; params: RefusalParams };

/** One requirement of an action. The subject is null where the action concerns no proposal. */
export type Check = (actor: Actor, subject: ProposalSubject | null) => Permission;

export const allowed: Permission = { allowed: true };

export function refuse(reason: ReasonCode, params: RefusalParams): Permission {
  return { allowed: false, reason, params };
}

/** The first refusal in the order given, so that the reason a person reads is the one to begin with. */
export function allOf(...checks: Check[]): Check {
  return (actor, subject) => {
    for (const check of checks) {
      const permission = check(actor, subject);
      if (!permission.allowed) return permission;
    }
    return allowed;
  };
}

export function canLogIn(actor: Actor | null): Permission {
  if (!actor) return refuse('not-logged-in', {});
  return actor.disabled ? refuse('account-disabled', {}) : allowed;
}

export function holdsOneOf(...wanted: Role[]): Check {
  return (actor) =>
    wanted.some((role) => actor.roles.includes(role)) ? allowed : refuse('needs-role', { roles: wanted });
}

export function stateIsOneOf(...states: ProposalState[]): Check {
  return (_actor, subject) => {
    if (!subject || states.includes(subject.state)) return allowed;
    return refuse('wrong-state', { state: subject.state, states });
  };
}

export function hasRevision(_actor: Actor, subject: ProposalSubject | null): Permission {
  return !subject || subject.hasRevision ? allowed : refuse('no-revision', {});
}

export function didNotContribute(actor: Actor, subject: ProposalSubject | null): Permission {
  return subject && isContributor(actor, subject) ? refuse('contributed-text', {}) : allowed;
}

export function contributed(actor: Actor, subject: ProposalSubject | null): Permission {
  return subject && !isContributor(actor, subject) ? refuse('not-contributor', {}) : allowed;
}

function isContributor(actor: Actor, subject: ProposalSubject): boolean {
  return subject.authorId === actor.id || [...subject.contributorIds].includes(actor.id);
}
