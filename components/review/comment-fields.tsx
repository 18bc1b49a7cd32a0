'use client';

import { type KeyboardEvent, type Ref, useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';

import { Textarea } from '@/components/ui/textarea';

/** What a person writes: a comment and, about lines, the text that should stand there instead. */
export interface CommentText {
  body: string;
  /** Null where nothing is suggested. */
  suggestion: string | null;
}

export const noComment: CommentText = { body: '', suggestion: null };

interface CommentFieldsProps {
  label: string;
  value: CommentText;
  onChange: (value: CommentText) => void;
  /** The lines as they stand, to begin a suggestion from; null where none can be made. */
  originalLines: string | null;
  error?: string | null;
  onSubmit: () => void;
  onCancel?: () => void;
  bodyRef?: Ref<HTMLTextAreaElement>;
}

/** The inputs of a comment. Ctrl-Enter sends it, Escape leaves it. */
export function CommentFields(props: CommentFieldsProps) {
  const { label, value, onChange, originalLines, error, onSubmit, onCancel, bodyRef } = props;
  const [kept, setKept] = useState<string | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSubmit();
    } else if (event.key === 'Escape' && onCancel && value.body.trim() === '') {
      event.stopPropagation();
      onCancel();
    }
  };
  const suggest = (on: boolean) => {
    if (!on) setKept(value.suggestion);
    onChange({ ...value, suggestion: on ? (kept ?? originalLines) : null });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the inputs inside
    <div className="flex min-w-0 flex-col gap-2" onKeyDown={onKeyDown}>
      <Field label={label} hideLabel error={error}>
        <Textarea
          ref={bodyRef}
          value={value.body}
          onChange={(event) => onChange({ ...value, body: event.target.value })}
          placeholder="Write a comment. Markdown works."
          rows={2}
        />
      </Field>
      {originalLines !== null && (
        <Checkbox
          label="Suggest other text for these lines"
          checked={value.suggestion !== null}
          onChange={(event) => suggest(event.target.checked)}
        />
      )}
      {value.suggestion !== null && (
        <Field label="Suggested text" hint="It replaces the lines whole, indentation included.">
          <Textarea
            mono
            value={value.suggestion}
            onChange={(event) => onChange({ ...value, suggestion: event.target.value })}
            rows={Math.min(10, (originalLines ?? '').split('\n').length)}
          />
        </Field>
      )}
    </div>
  );
}

/** A suggestion that changes nothing is none. */
export function suggestionToSend({ suggestion }: CommentText, originalLines: string | null): string | null {
  return suggestion === originalLines ? null : suggestion;
}
