'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { DraftView } from '@/lib/contracts/draft';
import { DraftSaver, type DraftSaverOptions } from './draft-saver';
import type { SaveState } from './save-state';
import type { TextStorage } from './unsaved-text';

/** What was acknowledged since the page was loaded, by proposal: going back must not show an older draft. */
const newest = new Map<string, SaveState['acknowledged']>();

const noStorage: TextStorage = { getItem: () => null, setItem: () => {}, removeItem: () => {} };

function tabStorage(): TextStorage {
  try {
    return typeof window === 'undefined' ? noStorage : window.sessionStorage;
  } catch {
    return noStorage;
  }
}

interface Given {
  proposalId: string;
  draft: DraftView;
  mayEdit: boolean;
  save: DraftSaverOptions['save'];
  /** Called where text of an earlier page was taken up again. */
  onRestored: () => void;
}

/** The saver of this page's draft and where it stands; warns before the page goes while words are not saved. */
export function useDraftSaver({
  proposalId,
  draft,
  mayEdit,
  save,
  onRestored,
}: Given): [DraftSaver, SaveState] {
  const [saver] = useState(() => {
    const known = newest.get(proposalId);
    const from = known && known.draftVersion > draft.draftVersion ? known : draft;
    const { text, draftVersion, savedAt } = from;
    return new DraftSaver({ proposalId, text, draftVersion, savedAt, save, storage: tabStorage() });
  });
  const state = useSyncExternalStore(saver.subscribe, saver.current, saver.current);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an earlier page's text is taken up once
  useEffect(() => {
    if (mayEdit && saver.restore()) onRestored();
    return () => saver.leave();
  }, [saver]);
  useEffect(() => saver.follow(draft), [saver, draft]);
  useEffect(() => {
    newest.set(proposalId, state.acknowledged);
  }, [proposalId, state.acknowledged]);
  useEffect(() => {
    const retry = () => void saver.flush();
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [saver]);
  useWarning(state.phase !== 'saved');
  return [saver, state];
}

function useWarning(needed: boolean): void {
  useEffect(() => {
    if (!needed) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [needed]);
}
