import type { z } from 'zod';
import { getDb } from '@/lib/adapters/db/client';
import type { loadRevisionInput, RevisionLine, RevisionView } from '@/lib/contracts/review';
import { can } from '@/lib/domain/access/policy';
import type { Actor } from '@/lib/domain/access/subjects';
import { readQuestion } from '@/lib/domain/question/question';
import { AppError } from '@/lib/platform/app-error';
import { requirePermission } from '../session/require-permission';
import type { PersonRef } from '@/lib/contracts/proposal-person';
import { fromRevisionMetrics } from './revision-metrics';

const person = { select: { id: true, name: true } } as const;

/** One revision whole, for diffs. Throws `not-found`. */
export async function loadRevision(
  actor: Actor,
  { proposalId, number }: z.output<typeof loadRevisionInput>,
): Promise<RevisionView> {
  requirePermission(can(actor, 'read', null));
  const row = await getDb().revision.findUnique({
    where: { proposalId_number: { proposalId, number } },
    include: {
      author: person,
      proposal: { select: { contributors: { include: { person } }, author: person } },
    },
  });
  if (!row) throw new AppError('not-found', 'There is no such revision.');
  const people = [row.proposal.author, ...row.proposal.contributors.map((item) => item.person)];
  return {
    ...toRevisionLine(row, people),
    source: row.source,
    materialized: row.materialized,
    question: readQuestion(row.question),
    ...fromRevisionMetrics(row.metrics),
  };
}

interface StoredRevision {
  number: number;
  hash: string;
  schemaVersion: string;
  baseVersion: string | null;
  message: string;
  author: PersonRef;
  contributorIds: string[];
  createdAt: Date;
}

/** A revision as lists show it; `people` are those who contributed to the proposal. */
export function toRevisionLine(row: StoredRevision, people: readonly PersonRef[]): RevisionLine {
  const { number, hash, schemaVersion, baseVersion, message, author, createdAt } = row;
  const contributors = row.contributorIds.flatMap((id) => people.find((item) => item.id === id) ?? []);
  return {
    number,
    hash,
    schemaVersion,
    baseVersion,
    message,
    author,
    contributors,
    createdAt: createdAt.toISOString(),
  };
}
