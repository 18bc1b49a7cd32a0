import { z } from 'zod';
import type { AssessmentContext } from '@/lib/domain/draft/assessment-context';
import type { JsonObject } from '@/lib/domain/schema/json';
import type { PersonRef } from './proposal-person';
import { maxDraftBytes, proposalId, textUpTo, versionCounter } from './proposal-text';

const draftText = textUpTo(maxDraftBytes, 'The draft');

export const saveDraftInput = z.object({ proposalId, text: draftText, expectedDraftVersion: versionCounter });
export type SaveDraftInput = z.input<typeof saveDraftInput>;

/** What an acknowledged save gives: from now on this text and number are in the record. */
export interface SavedDraft {
  draftVersion: number;
  savedAt: string;
  /** False where the text stood already; then the number is the old one. */
  changed: boolean;
}

/** `details` of a `lost-update` of the draft: what stands now, so that both texts can be shown side by side. */
export interface DraftConflict {
  text: string;
  draftVersion: number;
  savedBy: PersonRef | null;
  savedAt: string;
}

/** The draft, and all that a browser needs to assess it on every keystroke without the server. */
export interface DraftView {
  text: string;
  draftVersion: number;
  savedBy: PersonRef | null;
  savedAt: string | null;
  /** Give it to `prepareAssessment` of lib/domain/draft/assess-draft. */
  context: AssessmentContext;
  /** The source (current.yaml) that the base was made from, for a diff; null for a new schema or where it is not known. */
  baseText: string | null;
}

/** One saved state, for the list of saves; newest first. */
export interface DraftSaveLine {
  draftVersion: number;
  savedBy: PersonRef;
  savedAt: string;
}

export const loadLookupInput = z.object({ proposalId, text: draftText });
export type LoadLookupInput = z.input<typeof loadLookupInput>;

/** The materialized schemas that a text refers to, by `$ref` URI, those included that they refer to themselves. */
export interface LookupView {
  schemas: Record<string, JsonObject>;
  /** URIs that no known schema repository holds. */
  missing: string[];
}

export const loadDraftSaveInput = z.object({ proposalId, draftVersion: versionCounter });
export type LoadDraftSaveInput = z.input<typeof loadDraftSaveInput>;

export const applySuggestionInput = z.object({
  proposalId,
  commentId: z.uuid('This is not the id of a comment.'),
  expectedDraftVersion: versionCounter,
});
export type ApplySuggestionInput = z.input<typeof applySuggestionInput>;

/** The draft after a suggestion went in. */
export interface AppliedSuggestion extends SavedDraft {
  text: string;
}
