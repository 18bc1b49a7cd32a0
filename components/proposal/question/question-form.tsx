'use client';

import { type FormEvent, type KeyboardEvent, useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { Textarea } from '@/components/ui/textarea';
import { describeFinding } from '@/lib/domain/findings/catalogue';
import type { Finding } from '@/lib/domain/findings/finding';
import type { Metric } from '@/lib/domain/question/question';
import { type QuestionKey, questionKeys } from '@/lib/domain/question/question';
import { questionFindings } from '@/lib/domain/question/question-findings';
import { questionPrompts } from '@/lib/domain/question/question-prompts';
import type { AnswersForm } from './use-answers';

interface QuestionFormProps {
  form: AnswersForm;
  metrics: readonly Metric[];
  /** Null where the person may write; else why not. */
  refusal: string | null;
}

/** The questions a proposal answers, each with its prompt, and what is still missing. */
export function QuestionForm({ form, metrics, refusal }: QuestionFormProps) {
  const findings = useMemo(() => byAnswer(questionFindings(form.answers, metrics)), [form.answers, metrics]);
  const disputed = Object.keys(form.theirs).length;
  const canSave = form.changed.length > 0 && disputed === 0;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (canSave && !form.pending) void form.save();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 's' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    submit();
  };
  return (
    <form onSubmit={submit} onKeyDown={onKeyDown} noValidate className="flex flex-col gap-5">
      {questionKeys.map((key) => (
        <Answer
          key={key}
          name={key}
          form={form}
          findings={findings.get(key) ?? []}
          readOnly={refusal !== null}
        />
      ))}
      {form.error && <FormError>{form.error}</FormError>}
      {refusal === null && (
        <div className="sticky bottom-0 z-10 -mx-1 flex flex-wrap items-center justify-end gap-3 border-t bg-surface px-1 py-2.5">
          <span role="status" className="text-muted text-xs">
            {statusOf(form.changed.length, disputed)}
          </span>
          <Button type="submit" variant="primary" disabled={!canSave} loading={form.pending}>
            Save the answers
          </Button>
        </div>
      )}
    </form>
  );
}

interface AnswerProps {
  name: QuestionKey;
  form: AnswersForm;
  findings: Finding[];
  readOnly: boolean;
}

function Answer({ name, form, findings, readOnly }: AnswerProps) {
  const { label, hint } = questionPrompts[name];
  const theirs = form.theirs[name];
  const serious = findings.find((finding) => finding.severity === 'error');
  const minor = findings.find((finding) => finding.severity !== 'error');
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <Field
        label={label}
        hint={
          <>
            {hint}
            {minor && <span className="block text-warning">{describeFinding(minor)}</span>}
            {serious && <span className="block text-danger">{describeFinding(serious)}</span>}
          </>
        }
      >
        <Textarea
          value={form.answers[name]}
          onChange={(event) => form.write(name, event.target.value)}
          readOnly={readOnly}
          rows={name === 'question' || name === 'decision' ? 3 : 2}
        />
      </Field>
      {theirs !== undefined && (
        <Callout
          tone="warning"
          live
          title="Somebody else wrote another answer meanwhile"
          actions={
            <>
              <Button size="sm" onClick={() => form.choose(name, theirs)}>
                Take theirs
              </Button>
              <Button size="sm" onClick={() => form.choose(name, form.answers[name])}>
                Keep mine
              </Button>
            </>
          }
        >
          <p className="whitespace-pre-line break-words">{theirs || 'They left it empty.'}</p>
        </Callout>
      )}
    </div>
  );
}

function byAnswer(findings: Finding[]): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    const [, part, key = ''] = finding.path.split('/');
    if (part === 'question') found.set(key, [...(found.get(key) ?? []), finding]);
  }
  return found;
}

function statusOf(changed: number, disputed: number): string {
  if (disputed > 0) return 'Choose between the two texts above, or merge them, then save.';
  if (changed === 0) return 'Everything is saved.';
  return `${changed === 1 ? 'One answer is' : `${changed} answers are`} not saved yet.`;
}
