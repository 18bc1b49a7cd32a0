import type { z } from 'zod';
import type { Tx } from '@/lib/adapters/db/client';
import type { openThreadInput } from '@/lib/contracts/thread';
import { can } from '@/lib/domain/access/policy';
import type { Actor, ProposalSubject } from '@/lib/domain/access/subjects';
import { AppError } from '@/lib/platform/app-error';
import { type Clock, systemClock } from '@/lib/platform/clock';
import { changeProposal, type Changing } from '../proposal/change-proposal';
import { requireReviewCase } from '../approval/load-snapshot';

type Input = z.output<typeof openThreadInput>;

/**
 * Opens a thread with its first comment, on the newest revision (or the draft, while nothing was submitted).
 * Throws `not-found`, `not-allowed`, and `invalid-input` where what it is about does not exist: a field that the
 * schema has not, lines beyond the revision's end, a metric of another proposal.
 */
export async function openThread(
  actor: Actor,
  input: Input,
  clock: Clock = systemClock,
): Promise<{ threadId: string; commentId: string }> {
  const { proposalId, blocking, body, suggestion } = input;
  const permission = (current: Actor, proposal: ProposalSubject) =>
    can(current, 'thread.open', { proposal, blocking });
  return changeProposal({ actor, proposalId, clock, permission }, async (changing) => {
    const { tx, at, actor: person } = changing;
    const anchor = await toStoredAnchor(changing, input);
    const thread = await tx.thread.create({
      data: {
        ...anchor,
        ...{ proposalId, blocking, openedById: person.id, createdAt: at },
        comments: { create: { authorId: person.id, body, suggestion, createdAt: at } },
      },
      include: { comments: { select: { id: true } } },
    });
    const data = { blocking, anchor: anchor.anchor, body: body.slice(0, 500) };
    return {
      result: { threadId: thread.id, commentId: thread.comments[0]?.id ?? '' },
      audit: { action: 'thread.opened', subjectType: 'thread', subjectId: thread.id, data },
    };
  });
}

async function toStoredAnchor({ tx, at, row }: Changing, { anchor }: Input) {
  switch (anchor.kind) {
    case 'proposal':
      return { anchor: 'proposal' as const };
    case 'metric': {
      const metric = await tx.metric.findUnique({ where: { id: anchor.metricId } });
      if (metric?.proposalId !== row.id) throw noSuchPlace('metricId', 'This proposal has no such metric.');
      return { anchor: 'metric' as const, metricId: metric.id };
    }
    case 'field': {
      const { assessment, facts } = await requireReviewCase(tx, { id: row.id }, at);
      const isField = assessment.fields.some((field) => field.pointer === anchor.pointer);
      if (!isField) throw noSuchPlace('pointer', 'The schema has no such field.');
      const revisionNumber = facts.revisions.at(-1)?.number ?? null;
      return { anchor: 'field' as const, pointer: anchor.pointer, revisionNumber };
    }
    case 'lines': {
      const { revisionNumber, startLine, endLine } = anchor;
      await requireLines(tx, row.id, anchor);
      return { anchor: 'lines' as const, revisionNumber, startLine, endLine };
    }
  }
}

async function requireLines(
  tx: Tx,
  proposalId: string,
  { revisionNumber: number, endLine }: { revisionNumber: number; endLine: number },
): Promise<void> {
  const revision = await tx.revision.findUnique({
    where: { proposalId_number: { proposalId, number } },
    select: { source: true },
  });
  if (!revision) throw noSuchPlace('revisionNumber', 'This proposal has no such revision.');
  const count = revision.source.split(/\r\n|\n|\r/).length;
  if (endLine > count) throw noSuchPlace('endLine', `Revision ${number} has ${count} lines.`);
}

function noSuchPlace(field: string, message: string): AppError {
  return new AppError('invalid-input', message, { fields: { [`anchor.${field}`]: message } });
}
