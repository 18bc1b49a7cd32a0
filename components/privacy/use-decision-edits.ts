'use client';

import { type Dispatch, type SetStateAction, useEffect, useMemo, useRef, useState } from 'react';
import type { PrivacyField } from '@/lib/contracts/privacy';
import {
  acceptedValues,
  type DecisionEdits,
  type DecisionValues,
  editedValues,
  pruneEdits,
} from './decision-edits';

/** What can be done to unsaved decisions; the same object as long as the page stands. */
export interface DecisionDesk {
  change: (field: PrivacyField, values: Partial<DecisionValues>) => void;
  /** Takes over what Assent proposes; what stands already is replaced. */
  accept: (fields: readonly PrivacyField[]) => void;
  /** Drops the edit of one field. */
  drop: (pointer: string) => void;
  /** Keeps one's own edit against what somebody else decided meanwhile. */
  insist: (field: PrivacyField) => void;
  clear: () => void;
}

/**
 * Unsaved decisions. They outlive a reload in this tab; once they are what stands, they are dropped, so that nothing
 * flickers between a save and the page that shows it.
 */
export function useDecisionEdits(
  proposalId: string,
  fields: readonly PrivacyField[],
): { edits: DecisionEdits; desk: DecisionDesk } {
  const [all, setAll] = useState<DecisionEdits>({});
  useStoredEdits(`assent-decisions-${proposalId}`, all, setAll);
  const edits = useMemo(() => pruneEdits(fields, all), [fields, all]);
  const desk = useMemo(() => createDesk(setAll), []);
  return { edits, desk };
}

function createDesk(update: Dispatch<SetStateAction<DecisionEdits>>): DecisionDesk {
  return {
    change: (field, values) =>
      update((known) => ({
        ...known,
        [field.pointer]: editedValues(field, known[field.pointer], values),
      })),
    accept: (accepted) =>
      update((known) => {
        const added = accepted.map((field) => [
          field.pointer,
          { ...acceptedValues(field), seenVersion: field.decision?.version ?? null },
        ]);
        return { ...known, ...Object.fromEntries(added) };
      }),
    drop: (pointer) => update(({ [pointer]: _dropped, ...rest }) => rest),
    insist: ({ pointer, decision }) =>
      update((known) => {
        const edit = known[pointer];
        return edit ? { ...known, [pointer]: { ...edit, seenVersion: decision?.version ?? null } } : known;
      }),
    clear: () => update({}),
  };
}

function useStoredEdits(key: string, edits: DecisionEdits, restore: (edits: DecisionEdits) => void): void {
  const restored = useRef(false);
  useEffect(() => {
    if (restored.current) return writeStored(key, edits);
    restored.current = true;
    const stored = readStored(key);
    if (stored) restore(stored);
  }, [key, edits, restore]);
}

function readStored(key: string): DecisionEdits | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return stored && typeof stored === 'object' ? (stored as DecisionEdits) : null;
  } catch {
    return null;
  }
}

function writeStored(key: string, edits: DecisionEdits): void {
  try {
    if (Object.keys(edits).length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(edits));
  } catch {
    // Without storage the edits last as long as the page.
  }
}
