'use client';

import { useEffect, useState } from 'react';
import type { CommandGroup } from './command';

const PAUSE_MS = 160;
const SHORTEST = 2;

interface Search {
  query: string;
  groups: CommandGroup[];
  state: 'idle' | 'searching' | 'failed';
}

const NOTHING: Search = { query: '', groups: [], state: 'idle' };

/**
 * Asks `search` for what is typed, after a pause, and drops answers to what is no longer typed.
 * Queries shorter than two letters find nothing. Earlier groups stay in view until the next arrive.
 */
export function useCommandSearch(
  typed: string,
  search: ((query: string) => Promise<CommandGroup[]>) | undefined,
): Search {
  const [answer, setAnswer] = useState<Search>(NOTHING);
  const query = typed.trim();
  const asks = search !== undefined && query.length >= SHORTEST;
  useEffect(() => {
    if (!asks || !search) return;
    let current = true;
    const timer = setTimeout(() => {
      search(query).then(
        (groups) => current && setAnswer({ query, groups, state: 'idle' }),
        () => current && setAnswer({ query, groups: [], state: 'failed' }),
      );
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asks, query, search]);
  if (!asks) return NOTHING;
  return answer.query === query ? answer : { ...answer, state: 'searching' };
}
