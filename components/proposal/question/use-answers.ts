'use client';

import { useEffect, useState } from 'react';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/contracts/action-result';
import type { ProposalPage } from '@/lib/contracts/proposal-page';
import { type Question, type QuestionKey, questionKeys } from '@/lib/domain/question/question';
import { changedAnswers, mergeAnswers } from './merge-answers';

export type SaveQuestion = (input: unknown) => Promise<ActionResult<{ version: number }>>;

interface Standing {
  answers: Question;
  version: number;
}

/** The form of the answers: what is written, what stands, and what two people disagree about. */
export interface AnswersForm {
  answers: Question;
  changed: QuestionKey[];
  /** What somebody else wrote, for each answer that both changed. */
  theirs: Partial<Question>;
  pending: boolean;
  error: string | null;
  write: (key: QuestionKey, text: string) => void;
  choose: (key: QuestionKey, text: string) => void;
  save: () => Promise<void>;
}

/** Keeps the answers that are written until they are saved, and brings them together with what others saved. */
export function useAnswers(
  page: Pick<ProposalPage, 'id' | 'question'>,
  saveQuestion: SaveQuestion,
): AnswersForm {
  const { standing, setStanding, takeUp, answers, ...written } = useWrittenAnswers(page.question);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const changed = changedAnswers(standing.answers, answers);

  // What others saved arrives with every new drawing of the page.
  if (page.question.version > standing.version && !pending) takeUp(page.question);

  const save = async () => {
    setPending(true);
    const sent = answers;
    const result = await saveQuestion({
      proposalId: page.id,
      expectedVersion: standing.version,
      answers: sent,
    }).catch(() => null);
    setPending(false);
    if (result?.ok) {
      setStanding({ answers: sent, version: result.value.version });
      setError(null);
      return void toast.success('The answers are saved.');
    }
    if (!result) return setError('The server cannot be reached. What you wrote is still here; try again.');
    const { code, message, details } = result.error;
    if (code === 'lost-update' && isStanding(details)) takeUp(details);
    setError(message);
  };
  useLeaveWarning(changed.length > 0);
  return { answers, changed, ...written, pending, error, save };
}

/** What is written on top of what stands; `takeUp` brings it together with what stands next. */
function useWrittenAnswers(first: Standing) {
  const [standing, setStanding] = useState(first);
  const [answers, setAnswers] = useState(first.answers);
  const [theirs, setTheirs] = useState<Partial<Question>>({});
  const takeUp = (next: Standing) => {
    const merged = mergeAnswers(standing.answers, answers, next.answers);
    setStanding(next);
    setAnswers(merged.answers);
    setTheirs(Object.fromEntries(merged.disputed.map((key) => [key, next.answers[key]])));
  };
  const write = (key: QuestionKey, text: string) => setAnswers((before) => ({ ...before, [key]: text }));
  const choose = (key: QuestionKey, text: string) => {
    write(key, text);
    setTheirs(({ [key]: _settled, ...rest }) => rest);
  };
  return { standing, setStanding, takeUp, answers, theirs, write, choose };
}

function isStanding(details: object): details is Standing {
  const { answers, version } = details as Partial<Standing>;
  return typeof version === 'number' && questionKeys.every((key) => typeof answers?.[key] === 'string');
}

function useLeaveWarning(needed: boolean): void {
  useEffect(() => {
    if (!needed) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [needed]);
}
