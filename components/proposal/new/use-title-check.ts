'use client';

import { useEffect, useRef, useState } from 'react';
import type { ActionResult } from '@/lib/contracts/action-result';
import { schemaTitle } from '@/lib/contracts/proposal-inputs';
import type { ProposalStart } from '@/lib/contracts/proposal-page';

/** What is known of the title that stands in the form now. */
export interface TitleCheck {
  /** Null while it is not known, and for what cannot be a title. */
  start: ProposalStart | null;
  again: () => void;
}

/** Milliseconds without a keystroke before the server is asked. */
const quiet = 250;

/** Asks what stands already under a title, shortly after it was typed. */
export function useTitleCheck({
  title,
  asked,
  start,
  checkTitle,
}: {
  title: string;
  asked: string;
  start: ProposalStart;
  checkTitle: (input: unknown) => Promise<ActionResult<ProposalStart>>;
}): TitleCheck {
  const wanted = title.trim();
  const [known, setKnown] = useState({ title: asked, start });
  const [round, setRound] = useState(0);
  const newest = useRef(wanted);
  newest.current = wanted;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks again for the same title
  useEffect(() => {
    if (!schemaTitle.safeParse(wanted).success) return;
    if (round === 0 && known.title === wanted) return;
    const timer = setTimeout(() => {
      checkTitle({ title: wanted }).then(
        (result) => {
          if (result.ok && newest.current === wanted) setKnown({ title: wanted, start: result.value });
        },
        // Not knowing is no obstacle: the server checks again when the proposal is created.
        () => {},
      );
    }, quiet);
    return () => clearTimeout(timer);
  }, [wanted, round, checkTitle]);
  const isKnown = wanted !== '' && known.title === wanted;
  return { start: isKnown ? known.start : null, again: () => setRound((count) => count + 1) };
}
