'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { FormError } from '@/components/ui/form-error';
import type { ThreadAnchorInput } from '@/lib/contracts/thread';
import { CommentFields, noComment, suggestionToSend } from './comment-fields';
import { useReviewDesk } from './review-desk';
import { focusOnce } from './thread-reply';
import { errorText, useAction } from './use-action';

interface ThreadComposerProps {
  anchor: ThreadAnchorInput;
  /** What the thread will be about: “lines 12–14”. Plain text. */
  about: string;
  /** The lines as they stand; null where the thread is about something else. */
  originalLines?: string | null;
  close: () => void;
}

/** Opens a thread with its first comment. */
export function ThreadComposer({ anchor, about, originalLines = null, close }: ThreadComposerProps) {
  const { proposalId, mayBlock, actions } = useReviewDesk();
  const [text, setText] = useState(noComment);
  const [blocking, setBlocking] = useState(false);
  const { pending, error, run } = useAction();
  const send = () => {
    const suggestion = suggestionToSend(text, originalLines);
    run(() => actions.open({ proposalId, anchor, blocking, body: text.body, suggestion }), close);
  };
  return (
    <section
      aria-label={`New thread on ${about}`}
      className="flex min-w-0 flex-col gap-2 rounded-lg border border-accent-line bg-surface-raised p-3"
    >
      <h4 className="min-w-0 break-words text-muted text-xs">
        New thread on <span className="font-medium text-text">{about}</span>
      </h4>
      <CommentFields
        label="Comment"
        value={text}
        onChange={setText}
        originalLines={originalLines}
        error={error?.fields['body']}
        onSubmit={send}
        onCancel={close}
        bodyRef={focusOnce}
      />
      <Checkbox
        label="Blocks approval until it is resolved"
        hint={mayBlock.because}
        checked={blocking}
        disabled={!mayBlock.allowed}
        onChange={(event) => setBlocking(event.target.checked)}
      />
      {error && !error.fields['body'] && <FormError>{errorText(error)}</FormError>}
      <div className="flex flex-wrap gap-1.5">
        <Button size="sm" variant="primary" loading={pending} onClick={send}>
          Start the thread
        </Button>
        <Button size="sm" variant="ghost" onClick={close}>
          Cancel
        </Button>
      </div>
    </section>
  );
}
