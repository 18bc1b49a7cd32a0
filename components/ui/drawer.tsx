'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names';
import { IconButton } from './icon-button';
import { BACKDROP_CLASS } from './popup';

export interface DrawerProps {
  title: ReactNode;
  hideTitle?: boolean;
  trigger?: ReactElement<Record<string, unknown>>;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  side?: 'start' | 'end';
  footer?: ReactNode;
  children: ReactNode;
}

const SIDES = {
  start:
    'start-0 data-[starting-style]:-translate-x-full data-[ending-style]:-translate-x-full rtl:data-[starting-style]:translate-x-full rtl:data-[ending-style]:translate-x-full',
  end: 'end-0 data-[starting-style]:translate-x-full data-[ending-style]:translate-x-full rtl:data-[starting-style]:-translate-x-full rtl:data-[ending-style]:-translate-x-full',
};

/** A panel that slides in from a side: navigation on a telephone, details beside a list. */
export function Drawer({
  title,
  hideTitle,
  trigger,
  open,
  onOpenChange,
  side = 'end',
  footer,
  children,
}: DrawerProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange && ((next) => onOpenChange(next))}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={BACKDROP_CLASS} />
        <Base.Popup
          className={classNames(
            'fixed inset-y-0 z-50 flex w-[min(26rem,calc(100vw-3rem))] flex-col bg-surface-raised shadow-overlay outline-none transition-transform duration-200 ease-out',
            SIDES[side],
          )}
        >
          <header className="flex min-h-12 items-center gap-3 border-b px-4">
            <Base.Title className={hideTitle ? 'sr-only' : 'min-w-0 flex-1 truncate font-semibold text-sm'}>
              {title}
            </Base.Title>
            <Base.Close
              render={<IconButton label="Close" icon={<X />} tooltip={false} className="-me-1.5 ms-auto" />}
            />
          </header>
          <div className="relative min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
          {footer && <footer className="flex justify-end gap-2 border-t px-4 py-3">{footer}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
