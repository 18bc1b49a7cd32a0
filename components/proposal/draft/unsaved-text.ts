/** A text that was typed and not yet acknowledged, and the number of the draft that it was typed over. */
export interface UnsavedText {
  text: string;
  draftVersion: number;
}

/** The part of the browser's storage that is needed here. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (proposalId: string) => `assent-draft:${proposalId}`;

/** The text that a reload or a crash of the page interrupted; null where there is none, or none that can be read. */
export function readUnsaved(storage: TextStorage, proposalId: string): UnsavedText | null {
  try {
    const stored: unknown = JSON.parse(storage.getItem(keyOf(proposalId)) ?? 'null');
    return isUnsaved(stored) ? stored : null;
  } catch {
    return null;
  }
}

/** Keeps the text until {@link forgetUnsaved}. A storage that is full or switched off is no reason to stop typing. */
export function keepUnsaved(storage: TextStorage, proposalId: string, unsaved: UnsavedText): void {
  try {
    storage.setItem(keyOf(proposalId), JSON.stringify(unsaved));
  } catch {
    // The text still stands in the editor, and leaving the page warns.
  }
}

export function forgetUnsaved(storage: TextStorage, proposalId: string): void {
  try {
    storage.removeItem(keyOf(proposalId));
  } catch {
    // Nothing was kept, then.
  }
}

function isUnsaved(stored: unknown): stored is UnsavedText {
  if (typeof stored !== 'object' || stored === null) return false;
  const { text, draftVersion } = stored as Partial<UnsavedText>;
  return typeof text === 'string' && Number.isInteger(draftVersion);
}
