import type { Tx } from '@/lib/adapters/db/client';
import type { Comment } from '@/lib/adapters/db/generated/client';
import type { PermissionView, PersonRef } from '@/lib/contracts/proposal-person';
import type { AnchorView, CommentView, ThreadView } from '@/lib/contracts/thread';
import { can } from '@/lib/domain/access/policy';
import type { Actor, ProposalSubject } from '@/lib/domain/access/subjects';
import { toPermissionView } from '../proposal/permission-view';
import type { ReviewCase } from '../review/load-review-case';
import { toThreadSubject } from './change-thread';
import { createAnchorReader } from './place-anchor';

type Thread = ReviewCase['facts']['threads'][number];
type CommentRow = Comment & { author: PersonRef };

/** Who looks at the threads, and their proposal as the policy sees it. */
interface Onlooker {
  actor: Actor;
  subject: ProposalSubject;
}

/** The threads of a proposal, oldest first, each where it stands now. */
export async function loadThreads(
  tx: Tx,
  { facts, assessment }: ReviewCase,
  { actor, subject }: Onlooker,
): Promise<ThreadView[]> {
  const comments = await tx.comment.findMany({
    where: { thread: { proposalId: facts.id } },
    include: { author: { select: { id: true, name: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const placeAnchor = await createAnchorReader(tx, facts, assessment);
  const mayEdit = toPermissionView(can(actor, 'draft.edit', subject));
  return facts.threads.map((thread) => {
    const anchor = placeAnchor(thread);
    const own = comments.filter((comment) => comment.threadId === thread.id);
    return toThreadView({ thread, anchor, comments: own, mayEdit, actor, subject });
  });
}

interface Shown extends Onlooker {
  thread: Thread;
  anchor: AnchorView;
  comments: CommentRow[];
  mayEdit: PermissionView;
}

function toThreadView({ thread, anchor, comments, mayEdit, actor, subject }: Shown): ThreadView {
  const about = toThreadSubject(thread, subject);
  return {
    id: thread.id,
    anchor,
    blocking: thread.blocking,
    openedBy: thread.openedBy,
    createdAt: thread.createdAt.toISOString(),
    resolvedAt: thread.resolvedAt?.toISOString() ?? null,
    resolvedBy: thread.resolvedBy,
    comments: comments.map((comment) => toCommentView(comment, anchor, mayEdit)),
    permissions: {
      resolve: toPermissionView(can(actor, 'thread.resolve', about)),
      reopen: toPermissionView(can(actor, 'thread.reopen', about)),
      setBlocking: toPermissionView(can(actor, 'thread.set-blocking', about)),
    },
  };
}

function toCommentView(comment: CommentRow, anchor: AnchorView, mayEdit: PermissionView): CommentView {
  const { id, author, body, suggestion, createdAt, appliedAt } = comment;
  return {
    ...{ id, author, body, suggestion },
    createdAt: createdAt.toISOString(),
    appliedAt: appliedAt?.toISOString() ?? null,
    apply: suggestion === null ? null : applyPermission(comment, anchor, mayEdit),
  };
}

function applyPermission(
  { appliedAt }: Comment,
  anchor: AnchorView,
  mayEdit: PermissionView,
): PermissionView {
  if (appliedAt) return { allowed: false, because: 'It is in the draft already.' };
  if (anchor.kind === 'lines' && anchor.current === null) {
    return { allowed: false, because: 'These lines were changed since. Take it over by hand.' };
  }
  return mayEdit;
}
