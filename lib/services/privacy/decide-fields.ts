import type { z } from 'zod';
import type { Tx } from '@/lib/adapters/db/client';
import type { FieldDecision } from '@/lib/adapters/db/generated/client';
import type { decideFieldsInput } from '@/lib/contracts/privacy';
import { can } from '@/lib/domain/access/policy';
import type { Actor, ProposalSubject } from '@/lib/domain/access/subjects';
import { AppError } from '@/lib/platform/app-error';
import { type Clock, systemClock } from '@/lib/platform/clock';
import { requireReviewCase } from '../approval/load-snapshot';
import { changeProposal } from '../proposal/change-proposal';
import { hashDecisions, toDecisionRecords } from '../review/build-snapshot';

type Input = z.output<typeof decideFieldsInput>;

/**
 * Makes field decisions, all of them or none, and gives the hash of all decisions as they stand then. A decision that
 * is what stands already changes nothing, so that sign-offs do not lapse over it.
 * Throws `not-found`, `not-allowed`, `invalid-input` for a field that the schema under review does not have, and
 * `lost-update` with the pointers as details where somebody else decided since.
 */
export async function decideFields(
  actor: Actor,
  { proposalId, decisions }: Input,
  clock: Clock = systemClock,
): Promise<{ decisionsHash: string }> {
  const permission = (current: Actor, subject: ProposalSubject) => can(current, 'decision.make', subject);
  return changeProposal({ actor, proposalId, clock, permission }, async ({ tx, at, actor: person }) => {
    const { assessment, facts } = await requireReviewCase(tx, { id: proposalId }, at);
    requireFields(decisions, new Set(assessment.fields.map((field) => field.pointer)));
    const standing = new Map(facts.decisions.map((decision) => [decision.pointer, decision]));
    const changed = decisions.filter((decision) => !isSame(decision, standing.get(decision.pointer)));
    requireSeen(changed, standing);
    for (const decision of changed) await write(tx, { proposalId, decision, personId: person.id, at });
    const rows = await tx.fieldDecision.findMany({ where: { proposalId } });
    const decisionsHash = hashDecisions(toDecisionRecords({ decisions: rows as typeof facts.decisions }));
    if (changed.length === 0) return { result: { decisionsHash }, audit: null };
    const made = changed.map(({ pointer, category, action, reason }) => ({
      pointer,
      category,
      action,
      reason: reason.slice(0, 500),
    }));
    return {
      result: { decisionsHash },
      audit: { action: 'fields.decided', data: { decisionsHash, decisions: made } },
    };
  });
}

type Decision = Input['decisions'][number];

function requireFields(decisions: readonly Decision[], known: ReadonlySet<string>): void {
  const fields: Record<string, string> = {};
  decisions.forEach(({ pointer }, index) => {
    if (!known.has(pointer))
      fields[`decisions.${index}.pointer`] = 'The schema under review has no such field.';
  });
  if (Object.keys(fields).length === 0) return;
  throw new AppError(
    'invalid-input',
    'Some of these fields are not in the schema under review. Load the page again.',
    { fields },
  );
}

function requireSeen(decisions: readonly Decision[], standing: ReadonlyMap<string, FieldDecision>): void {
  const pointers = decisions
    .filter(({ pointer, expectedVersion }) => (standing.get(pointer)?.version ?? null) !== expectedVersion)
    .map(({ pointer }) => pointer);
  if (pointers.length === 0) return;
  throw new AppError(
    'lost-update',
    'Somebody decided about some of these fields meanwhile, so nothing was changed. Look at their decisions, then decide again.',
    { details: { pointers } },
  );
}

function isSame(decision: Decision, standing: FieldDecision | undefined): boolean {
  return (
    standing !== undefined &&
    standing.category === decision.category &&
    standing.identifiesPerson === decision.identifiesPerson &&
    standing.action === decision.action &&
    standing.reason === decision.reason.trim()
  );
}

interface Write {
  proposalId: string;
  decision: Decision;
  personId: string;
  at: Date;
}

async function write(tx: Tx, { proposalId, decision, personId, at }: Write): Promise<void> {
  const { pointer, category, identifiesPerson, action } = decision;
  const reason = decision.reason.trim();
  const content = { category, identifiesPerson, action, reason, personId, decidedAt: at };
  await tx.fieldDecision.upsert({
    where: { proposalId_pointer: { proposalId, pointer } },
    create: { proposalId, pointer, ...content },
    update: { ...content, version: { increment: 1 } },
  });
}
