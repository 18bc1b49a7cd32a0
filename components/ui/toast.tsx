'use client';

import { Toaster as Sonner } from 'sonner';
import { Spinner } from './spinner';

/** `toast.success(…)`, `toast.error(…)` and so on show a passing message in the corner; Toaster draws it. */
export { toast } from 'sonner';

/** Where toasts appear. Stands once, in the root layout. */
export function Toaster({ dir = 'ltr' }: { dir?: 'ltr' | 'rtl' }) {
  return (
    <Sonner
      dir={dir}
      style={{ fontFamily: 'inherit' }}
      position="bottom-right"
      closeButton
      duration={6000}
      icons={{ loading: <Spinner /> }}
      toastOptions={{
        unstyled: true,
        closeButtonAriaLabel: 'Dismiss',
        classNames: {
          toast:
            'group/toast relative flex w-(--width) items-start gap-2.5 rounded-lg bg-surface-raised py-2.5 ps-3 pe-9 text-sm text-text shadow-overlay',
          title: 'font-semibold',
          description: 'mt-0.5 text-muted',
          content: 'min-w-0 flex-1',
          icon: 'mt-0.5 shrink-0 group-data-[type=success]/toast:text-success group-data-[type=error]/toast:text-danger group-data-[type=warning]/toast:text-warning group-data-[type=info]/toast:text-info',
          closeButton:
            'absolute end-2 top-2.5 order-last flex size-5 items-center justify-center rounded-sm text-faint hover:bg-surface-hover hover:text-text',
          actionButton:
            'shrink-0 rounded-md border border-border-strong px-2 py-0.5 font-medium text-xs hover:bg-surface-hover',
          cancelButton: 'shrink-0 rounded-md px-2 py-0.5 text-muted text-xs hover:bg-surface-hover',
        },
      }}
    />
  );
}
