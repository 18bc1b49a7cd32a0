import { getDb, type Tx } from '@/lib/adapters/db/client';
import type { Thread } from '@/lib/adapters/db/generated/client';
import { can } from '@/lib/domain/access/policy';
import type { Actor, ProposalSubject, ThreadSubject } from '@/lib/domain/access/subjects';
import { AppError } from '@/lib/platform/app-error';
import type { Clock } from '@/lib/platform/clock';
import { type Changed, type Changing, changeProposal } from '../proposal/change-proposal';

/** What may be asked of a thread. */
export type ThreadAction = 'thread.resolve' | 'thread.reopen' | 'thread.set-blocking' | 'comment.write';

export interface ThreadChange {
  actor: Actor;
  threadId: string;
  action: ThreadAction;
  clock: Clock;
}

/** Changes a thread under its proposal's lock. Throws `not-found`, `not-allowed`, and what the work throws. */
export async function changeThread<T>(
  { actor, threadId, action, clock }: ThreadChange,
  work: (changing: Changing, thread: Thread) => Promise<Changed<T>>,
): Promise<T> {
  const { proposalId } = await requireThread(getDb(), threadId);
  const permission = async (current: Actor, proposal: ProposalSubject, tx: Tx) => {
    if (action === 'comment.write') return can(current, action, proposal);
    return can(current, action, toThreadSubject(await requireThread(tx, threadId), proposal));
  };
  return changeProposal({ actor, proposalId, clock, permission }, async (changing) => {
    const { result, audit } = await work(changing, await requireThread(changing.tx, threadId));
    return { result, audit: audit && { subjectType: 'thread', subjectId: threadId, ...audit } };
  });
}

/** A thread as far as permissions depend on it. */
export function toThreadSubject(
  thread: Pick<Thread, 'openedById' | 'blocking'>,
  proposal: ProposalSubject,
): ThreadSubject {
  return { proposal, openedById: thread.openedById, blocking: thread.blocking };
}

async function requireThread(tx: Tx, threadId: string): Promise<Thread> {
  const thread = await tx.thread.findUnique({ where: { id: threadId } });
  if (!thread) throw new AppError('not-found', 'There is no such thread.');
  return thread;
}
