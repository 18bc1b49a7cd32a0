'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names';
import { IconButton } from './icon-button';
import { BACKDROP_CLASS } from './popup';

export interface DialogProps {
  title: ReactNode;
  description?: ReactNode;
  /** The button that opens it. Without it the dialog is opened by `open`. */
  trigger?: ReactElement<Record<string, unknown>>;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Buttons below the content, the chief one last. */
  footer?: ReactNode;
  size?: 'sm' | 'md' | 'lg' | 'xl';
  children?: ReactNode;
}

const WIDTHS = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-2xl', xl: 'max-w-5xl' };

/** A window over the page. Escape closes it, focus stays inside and returns to where it was. */
export function Dialog({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  footer,
  size = 'md',
  children,
}: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange && ((next) => onOpenChange(next))}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={BACKDROP_CLASS} />
        <Base.Viewport className="fixed inset-0 z-50 flex items-start justify-center overflow-y-auto p-3 sm:pt-[10vh]">
          <Base.Popup
            className={classNames(
              'popup-motion flex max-h-[calc(100dvh-1.5rem)] w-full flex-col rounded-xl bg-surface-raised shadow-overlay outline-none sm:max-h-[80vh]',
              WIDTHS[size],
            )}
          >
            <header className="flex items-start gap-3 px-4 pt-3.5 pb-2">
              <div className="min-w-0 flex-1">
                <Base.Title className="font-semibold text-base">{title}</Base.Title>
                {description && (
                  <Base.Description className="mt-0.5 text-muted text-sm">{description}</Base.Description>
                )}
              </div>
              <Base.Close
                render={<IconButton label="Close" icon={<X />} tooltip={false} className="-me-1.5" />}
              />
            </header>
            <div className="relative min-h-0 flex-1 overflow-y-auto px-4 pt-1 pb-4">{children}</div>
            {footer && (
              <footer className="flex flex-wrap justify-end gap-2 border-t px-4 py-3">{footer}</footer>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** A button inside a dialog that closes it. */
export function DialogClose({ children }: { children: ReactElement<Record<string, unknown>> }) {
  return <Base.Close render={children} />;
}
