import type { ActionResult } from '@/lib/contracts/action-result';
import type { DraftConflict, SavedDraft, SaveDraftInput } from '@/lib/contracts/draft';
import { nextSaveState, type SaveEvent, type SaveState } from './save-state';
import { forgetUnsaved, keepUnsaved, readUnsaved, type TextStorage } from './unsaved-text';

/** Milliseconds without a keystroke before a save. */
const pause = 900;
/** Milliseconds that a word waits at most, however long the typing goes on. */
const longestWait = 8_000;
/** Milliseconds before another try where the server could not be reached. */
const retryAfter = 4_000;

export interface DraftSaverOptions {
  proposalId: string;
  text: string;
  draftVersion: number;
  savedAt: string | null;
  save: (input: SaveDraftInput) => Promise<ActionResult<SavedDraft>>;
  storage: TextStorage;
}

/**
 * Brings a text into the record while somebody types: after a pause, one save at a time, over the number of the draft
 * that it was typed over, so that nobody's words are overwritten. What is not acknowledged is kept in the browser's
 * storage. A plain object with listeners, so that it can be tested without a screen.
 */
export class DraftSaver {
  private state: SaveState;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private waitingSince: number | null = null;
  private inFlight: Promise<void> | null = null;

  constructor(private readonly options: DraftSaverOptions) {
    const { text, draftVersion, savedAt } = options;
    this.state = {
      phase: 'saved',
      text,
      acknowledged: { text, draftVersion, savedAt },
      conflict: null,
      message: null,
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): SaveState => this.state;

  readonly type = (text: string): void => {
    if (text !== this.state.text) this.apply({ kind: 'typed', text });
  };

  /**
   * Takes up a text that an earlier page did not bring into the record. True where there was one. Where the draft went
   * on since, both texts are put to the person.
   */
  restore(): boolean {
    const { proposalId, storage } = this.options;
    const kept = readUnsaved(storage, proposalId);
    const { acknowledged } = this.state;
    if (!kept || kept.text === acknowledged.text) return false;
    const { text, draftVersion, savedAt } = acknowledged;
    // The number stays that of the kept text until the person decided, also over another reload.
    this.state = { ...this.state, acknowledged: { text, draftVersion: kept.draftVersion, savedAt } };
    this.apply({ kind: 'typed', text: kept.text });
    if (kept.draftVersion !== draftVersion) {
      const conflict = { text, draftVersion, savedBy: null, savedAt: savedAt ?? '' };
      this.apply({ kind: 'conflicted', conflict, sent: kept.text });
    }
    return true;
  }

  /** Saves now. The number of the acknowledged draft, or null where it could not be brought into the record. */
  async flush(): Promise<number | null> {
    await this.inFlight;
    if (this.state.phase !== 'saved' && this.state.phase !== 'conflict') await this.send();
    // What was typed during the save is part of what the person sees, so it is saved too.
    while (this.current().phase === 'unsaved') await this.send();
    return this.state.phase === 'saved' ? this.state.acknowledged.draftVersion : null;
  }

  /** Shows what somebody else saved, and goes on from there; gives the text that was set aside. */
  takeTheirs(): string {
    const aside = this.state.text;
    this.apply({ kind: 'take-theirs' });
    return aside;
  }

  /** Saves the text of the editor as the next state of the draft, over what somebody else saved. */
  async keepMine(): Promise<void> {
    this.apply({ kind: 'keep-mine' });
    await this.flush();
  }

  /** Puts a text that somebody else saved, and that another answer of the server told of, to the person. */
  meet(conflict: DraftConflict): void {
    this.apply({ kind: 'conflicted', conflict, sent: this.state.text });
  }

  /** Shows a newer draft that arrived with the page, unless words of this person wait to be saved. */
  follow(draft: { text: string; draftVersion: number; savedAt: string | null }): void {
    const { phase, acknowledged } = this.state;
    if (phase !== 'saved' || draft.draftVersion <= acknowledged.draftVersion) return;
    const { text, draftVersion, savedAt } = draft;
    this.state = { ...this.state, text, acknowledged: { text, draftVersion, savedAt } };
    for (const listener of this.listeners) listener();
  }

  /** Brings what is left into the record, and waits for nothing. Called when the editor leaves the page. */
  leave(): void {
    if (this.state.phase === 'unsaved') void this.send();
    this.clearTimer();
  }

  private apply(event: SaveEvent): void {
    this.state = nextSaveState(this.state, event);
    this.remember();
    this.schedule();
    for (const listener of this.listeners) listener();
  }

  private remember(): void {
    const { proposalId, storage } = this.options;
    const { phase, text, acknowledged } = this.state;
    if (phase === 'saved') forgetUnsaved(storage, proposalId);
    else keepUnsaved(storage, proposalId, { text, draftVersion: acknowledged.draftVersion });
  }

  private schedule(): void {
    this.clearTimer();
    const { phase } = this.state;
    if (phase === 'saved') this.waitingSince = null;
    if (phase === 'offline') this.timer = setTimeout(() => void this.send(), retryAfter);
    if (phase !== 'unsaved') return;
    this.waitingSince ??= Date.now();
    const left = Math.max(0, this.waitingSince + longestWait - Date.now());
    this.timer = setTimeout(() => void this.send(), Math.min(pause, left));
  }

  private clearTimer(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private send(): Promise<void> {
    this.inFlight ??= this.sendOnce().finally(() => {
      this.inFlight = null;
    });
    return this.inFlight;
  }

  private async sendOnce(): Promise<void> {
    const { text, acknowledged } = this.state;
    this.waitingSince = null;
    this.apply({ kind: 'sending' });
    const { proposalId, save } = this.options;
    try {
      const result = await save({ proposalId, text, expectedDraftVersion: acknowledged.draftVersion });
      this.apply(eventOf(result, text));
    } catch {
      this.apply({ kind: 'unreachable', message: 'The server cannot be reached. Your text is kept here.' });
    }
  }
}

function eventOf(result: ActionResult<SavedDraft>, sent: string): SaveEvent {
  if (result.ok) return { kind: 'acknowledged', text: sent, saved: result.value };
  const { code, message, details } = result.error;
  if (code === 'lost-update' && isConflict(details)) return { kind: 'conflicted', conflict: details, sent };
  if (code === 'internal' || code === 'unavailable') return { kind: 'unreachable', message };
  return { kind: 'refused', message };
}

function isConflict(details: object): details is DraftConflict {
  const { text, draftVersion } = details as Partial<DraftConflict>;
  return typeof text === 'string' && typeof draftVersion === 'number';
}
