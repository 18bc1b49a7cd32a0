'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import type { ActionResult } from '@/lib/contracts/action-result';
import type { LoadLookupInput, LookupView } from '@/lib/contracts/draft';
import { type DraftAssessment, prepareAssessment } from '@/lib/domain/draft/assess-draft';
import type { AssessmentContext } from '@/lib/domain/draft/assessment-context';

/** An assessment and the text that it speaks of. */
export interface AssessedText {
  text: string;
  assessment: DraftAssessment;
}

export type LoadLookup = (input: LoadLookupInput) => Promise<ActionResult<LookupView>>;

/** Milliseconds of quiet before a text is assessed; one assessment fits a frame, typing several at once need not wait. */
const quiet = 60;

/**
 * Says of the text, shortly after each keystroke, what the server would say. Schemas that the text begins to refer to
 * are fetched once; those that nobody knows are not asked for again.
 */
export function useAssessment(
  text: string,
  {
    context,
    proposalId,
    loadLookup,
  }: { context: AssessmentContext; proposalId: string; loadLookup: LoadLookup },
): AssessedText {
  const [lookup, setLookup] = useState(context.lookup);
  const assess = useMemo(() => prepareAssessment({ ...context, lookup }), [context, lookup]);
  const [assessed, setAssessed] = useState<AssessedText>(() => ({ text, assessment: assess(text) }));
  const assessedBy = useRef(assess);
  useEffect(() => {
    if (assessed.text === text && assessedBy.current === assess) return;
    const timer = setTimeout(() => {
      assessedBy.current = assess;
      setAssessed({ text, assessment: assess(text) });
    }, quiet);
    return () => clearTimeout(timer);
  }, [text, assess, assessed.text]);
  useMissingSchemas({ ...assessed, proposalId, loadLookup, onSchemas: setLookup });
  return assessed;
}

function useMissingSchemas({
  text,
  assessment,
  proposalId,
  loadLookup,
  onSchemas,
}: AssessedText & {
  proposalId: string;
  loadLookup: LoadLookup;
  onSchemas: (merge: (known: AssessmentContext['lookup']) => AssessmentContext['lookup']) => void;
}): void {
  const asked = useRef(new Set<string>());
  useEffect(() => {
    // A URI is complete once it ends in a version; before that somebody is still writing it.
    const wanted = assessment.missingRefs.filter(
      (uri) => /\/\d+\.\d+\.\d+$/.test(uri) && !asked.current.has(uri),
    );
    if (wanted.length === 0) return;
    for (const uri of wanted) asked.current.add(uri);
    loadLookup({ proposalId, text }).then(
      (result) => {
        if (!result.ok || Object.keys(result.value.schemas).length === 0) return;
        onSchemas((known) => ({ ...known, ...result.value.schemas }));
      },
      () => {
        for (const uri of wanted) asked.current.delete(uri);
      },
    );
  }, [assessment.missingRefs, text, proposalId, loadLookup, onSchemas]);
}
