import type { z } from 'zod';
import type { Tx } from '@/lib/adapters/db/client';
import type { DraftConflict, SavedDraft, saveDraftInput } from '@/lib/contracts/draft';
import { can } from '@/lib/domain/access/policy';
import type { Actor, ProposalSubject } from '@/lib/domain/access/subjects';
import { AppError } from '@/lib/platform/app-error';
import { type Clock, systemClock } from '@/lib/platform/clock';
import { sha256 } from '@/lib/platform/hash';
import { addContributor, changeProposal } from '../proposal/change-proposal';
import { readDraft } from './load-draft';

/**
 * Saves the text of a draft. Every saved state stays in the record, so that nothing acknowledged is ever lost; who
 * changed the text is a contributor from then on. A text that stands already gives no new state.
 * Throws `not-found`, `not-allowed`, and `lost-update` with {@link DraftConflict} as details where somebody else
 * saved since `expectedDraftVersion`: neither text is lost, and the person decides.
 */
export async function saveDraft(
  actor: Actor,
  input: z.output<typeof saveDraftInput>,
  clock: Clock = systemClock,
): Promise<SavedDraft> {
  const { proposalId, text, expectedDraftVersion } = input;
  const permission = (current: Actor, subject: ProposalSubject) => can(current, 'draft.edit', subject);
  return changeProposal<SavedDraft>(
    { actor, proposalId, clock, permission },
    async ({ tx, row, at, actor: person }) => {
      if (row.draft === text) {
        return {
          result: { draftVersion: row.draftVersion, savedAt: at.toISOString(), changed: false },
          audit: null,
        };
      }
      if (row.draftVersion !== expectedDraftVersion) throw await draftConflict(tx, proposalId);
      const draftVersion = await writeDraft(tx, { proposalId, text, person, at, before: row.draftVersion });
      return {
        result: { draftVersion, savedAt: at.toISOString(), changed: true },
        audit: { action: 'draft.saved', data: { draftVersion, hash: sha256(text) } },
      };
    },
  );
}

interface Write {
  proposalId: string;
  text: string;
  person: Actor;
  at: Date;
  before: number;
}

/** Writes the next state of a draft within a transaction that holds the proposal's lock. Gives its number. */
export async function writeDraft(tx: Tx, { proposalId, text, person, at, before }: Write): Promise<number> {
  const draftVersion = before + 1;
  await tx.proposal.update({ where: { id: proposalId }, data: { draft: text, draftVersion } });
  await tx.draftSave.create({ data: { proposalId, draftVersion, text, personId: person.id, savedAt: at } });
  await addContributor(tx, { proposalId, personId: person.id, firstAt: at });
  return draftVersion;
}

/** The refusal of a save on top of a state that is no longer the newest, with the text that is. */
export async function draftConflict(tx: Tx, proposalId: string): Promise<AppError> {
  const details: DraftConflict = await readDraft(tx, proposalId);
  const who = details.savedBy?.name ?? 'Somebody';
  return new AppError(
    'lost-update',
    `${who} saved the draft meanwhile. Your text is still here: compare the two and save what should stand.`,
    { details: { ...details } },
  );
}
