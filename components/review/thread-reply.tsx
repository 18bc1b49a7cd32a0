'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-error';
import { Tooltip } from '@/components/ui/tooltip';
import type { PermissionView } from '@/lib/contracts/proposal-person';
import type { ThreadView } from '@/lib/contracts/thread';
import { CommentFields, type CommentText, noComment, suggestionToSend } from './comment-fields';
import { useReviewDesk } from './review-desk';
import { type ActionRun, errorText, useAction } from './use-action';

/** Answers a thread, and settles it: resolve, reopen, block or stop blocking. */
export function ThreadReply({ thread }: { thread: ThreadView }) {
  const { mayComment, actions } = useReviewDesk();
  const [text, setText] = useState<CommentText | null>(null);
  const action = useAction();
  const original = thread.anchor.kind === 'lines' && thread.anchor.current ? thread.anchor.quotedText : null;
  const close = () => {
    setText(null);
    action.clear();
  };
  const send = () => {
    if (!text) return;
    const suggestion = suggestionToSend(text, original);
    action.run(() => actions.comment({ threadId: thread.id, body: text.body, suggestion }), close);
  };
  return (
    <footer className="flex min-w-0 flex-col gap-2 border-t px-3 py-2">
      {text && (
        <CommentFields
          label="Reply"
          value={text}
          onChange={setText}
          originalLines={original}
          onSubmit={send}
          onCancel={close}
          bodyRef={focusOnce}
        />
      )}
      <FormError>{errorText(action.error)}</FormError>
      <div className="flex flex-wrap items-center gap-1.5">
        {text ? (
          <>
            <Button size="sm" variant="primary" loading={action.pending} onClick={send}>
              Reply
            </Button>
            <Button size="sm" variant="ghost" onClick={close}>
              Cancel
            </Button>
          </>
        ) : (
          mayComment.allowed && (
            <Button size="sm" onClick={() => setText(noComment)}>
              Reply…
            </Button>
          )
        )}
        <span className="ms-auto flex flex-wrap items-center gap-1.5">
          <SettleButtons thread={thread} action={action} />
        </span>
      </div>
    </footer>
  );
}

/** Gives the focus to what just appeared because it was asked for. */
export function focusOnce(element: HTMLElement | null): void {
  element?.focus();
}

function SettleButtons({ thread, action }: { thread: ThreadView; action: ActionRun }) {
  const { actions } = useReviewDesk();
  const { permissions, blocking, resolvedAt, id: threadId } = thread;
  if (resolvedAt !== null) {
    return (
      <SettleButton
        permission={permissions.reopen}
        onClick={() => action.run(() => actions.reopen({ threadId }))}
      >
        Reopen
      </SettleButton>
    );
  }
  return (
    <>
      <SettleButton
        permission={permissions.setBlocking}
        onClick={() => action.run(() => actions.setBlocking({ threadId, blocking: !blocking }))}
      >
        {blocking ? 'Stop blocking' : 'Block approval'}
      </SettleButton>
      <SettleButton
        permission={permissions.resolve}
        onClick={() => action.run(() => actions.resolve({ threadId }))}
      >
        Resolve
      </SettleButton>
    </>
  );
}

interface SettleButtonProps {
  permission: PermissionView;
  onClick: () => void;
  children: string;
}

/** A button that, where it may not be pressed, says why. */
function SettleButton({ permission, onClick, children }: SettleButtonProps) {
  const button = (
    <Button
      size="sm"
      variant="ghost"
      aria-disabled={!permission.allowed || undefined}
      onClick={() => permission.allowed && onClick()}
    >
      {children}
    </Button>
  );
  if (permission.allowed) return button;
  return <Tooltip content={permission.because}>{button}</Tooltip>;
}
