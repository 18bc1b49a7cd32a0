'use client';

import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import { type ReactElement, type ReactNode, useState, useTransition } from 'react';
import { Button } from './button';
import { BACKDROP_CLASS } from './popup';

export interface AlertDialogProps {
  title: ReactNode;
  description: ReactNode;
  trigger?: ReactElement<Record<string, unknown>>;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  confirmLabel: string;
  cancelLabel?: string;
  tone?: 'danger' | 'primary';
  /** Runs on confirmation; the dialog waits for it and then closes. It reports its own failures. */
  onConfirm: () => void | Promise<void>;
  /** Anything more the decision needs, such as a reason. */
  children?: ReactNode;
}

/** A question that must be answered before something that cannot be undone. A click outside does not close it. */
export function AlertDialog({
  title,
  description,
  trigger,
  open: controlled,
  onOpenChange,
  confirmLabel,
  cancelLabel = 'Cancel',
  tone = 'danger',
  onConfirm,
  children,
}: AlertDialogProps) {
  const [own, setOwn] = useState(false);
  const [pending, startTransition] = useTransition();
  const setOpen = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  const confirm = () =>
    startTransition(async () => {
      await onConfirm();
      setOpen(false);
    });
  return (
    <Base.Root open={controlled ?? own} onOpenChange={(next) => setOpen(next)}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={BACKDROP_CLASS} />
        <Base.Viewport className="fixed inset-0 z-50 flex items-start justify-center overflow-y-auto p-3 sm:pt-[16vh]">
          <Base.Popup className="popup-motion w-full max-w-md rounded-xl bg-surface-raised shadow-overlay outline-none">
            <div className="px-4 pt-4 pb-4">
              <Base.Title className="font-semibold text-base">{title}</Base.Title>
              <Base.Description className="mt-1 text-muted">{description}</Base.Description>
              {children && <div className="mt-3">{children}</div>}
            </div>
            <footer className="flex flex-wrap justify-end gap-2 border-t px-4 py-3">
              <Base.Close render={<Button disabled={pending}>{cancelLabel}</Button>} />
              <Button variant={tone === 'danger' ? 'danger' : 'primary'} loading={pending} onClick={confirm}>
                {confirmLabel}
              </Button>
            </footer>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
