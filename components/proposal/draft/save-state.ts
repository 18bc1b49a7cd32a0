import type { DraftConflict, SavedDraft } from '@/lib/contracts/draft';

/**
 * Where a text stands on its way into the record.
 * `unsaved` waits for a pause, `offline` tries again by itself, `refused` waits for the person, and `conflict` waits
 * for a decision between two texts. Only `saved` means that the server acknowledged every word.
 */
export type SavePhase = 'saved' | 'unsaved' | 'saving' | 'offline' | 'refused' | 'conflict';

export interface SaveState {
  phase: SavePhase;
  /** What stands in the editor. */
  text: string;
  /** What the server is known to hold, and under which number. */
  acknowledged: { text: string; draftVersion: number; savedAt: string | null };
  /** What somebody else saved meanwhile; null without a conflict. */
  conflict: DraftConflict | null;
  /** Why the last save did not succeed, in a sentence; null where it did. */
  message: string | null;
}

export type SaveEvent =
  | { kind: 'typed'; text: string }
  | { kind: 'sending' }
  | { kind: 'acknowledged'; text: string; saved: SavedDraft }
  | { kind: 'conflicted'; conflict: DraftConflict; sent: string }
  | { kind: 'unreachable'; message: string }
  | { kind: 'refused'; message: string }
  | { kind: 'take-theirs' }
  | { kind: 'keep-mine' };

/** The next state. Nothing that was typed is ever dropped, except by `take-theirs`, which a person chooses. */
export function nextSaveState(state: SaveState, event: SaveEvent): SaveState {
  switch (event.kind) {
    case 'typed':
      return typed(state, event.text);
    case 'sending':
      return { ...state, phase: 'saving', message: null };
    case 'acknowledged':
      return settled({ ...state, conflict: null, message: null }, event.text, event.saved);
    case 'conflicted':
      return conflicted(state, event.conflict, event.sent);
    case 'unreachable':
      return { ...state, phase: 'offline', message: event.message };
    case 'refused':
      return { ...state, phase: 'refused', message: event.message };
    case 'take-theirs':
      return state.conflict
        ? settled({ ...state, text: state.conflict.text }, ...standing(state.conflict))
        : state;
    case 'keep-mine':
      return state.conflict ? settled(state, ...standing(state.conflict)) : state;
  }
}

function typed(state: SaveState, text: string): SaveState {
  const phase = isOpenQuestion(state.phase) ? state.phase : phaseOf(text, state.acknowledged.text);
  return { ...state, text, phase };
}

/** A save under way, a conflict and a lost connection are not settled by typing on. */
function isOpenQuestion(phase: SavePhase): boolean {
  return phase === 'saving' || phase === 'conflict' || phase === 'offline';
}

/** A server that holds the very text that was sent has it from us: the answer to an earlier save was lost. */
function conflicted(state: SaveState, conflict: DraftConflict, sent: string): SaveState {
  if (conflict.text === sent) return settled({ ...state, message: null }, ...standing(conflict));
  return { ...state, phase: 'conflict', conflict, message: null };
}

function standing(conflict: DraftConflict): [string, { draftVersion: number; savedAt: string }] {
  return [conflict.text, conflict];
}

function settled(
  state: SaveState,
  text: string,
  { draftVersion, savedAt }: { draftVersion: number; savedAt: string },
): SaveState {
  return {
    ...state,
    phase: phaseOf(state.text, text),
    acknowledged: { text, draftVersion, savedAt },
    conflict: null,
    message: null,
  };
}

function phaseOf(text: string, acknowledged: string): SavePhase {
  return text === acknowledged ? 'saved' : 'unsaved';
}
