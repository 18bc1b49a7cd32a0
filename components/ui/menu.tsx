'use client';

import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names';
import { POPUP_CLASS, POPUP_ITEM_CLASS } from './popup';

export interface MenuProps {
  trigger: ReactElement<Record<string, unknown>>;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom' | 'inline-start' | 'inline-end';
  className?: string;
  /** MenuItem, MenuLink, MenuRadioGroup, MenuSeparator, MenuLabel. */
  children: ReactNode;
}

/** A list of things to do, opened by a button. Arrow keys, first letters and Escape work. */
export function Menu({ trigger, align = 'end', side = 'bottom', className, children }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={4} collisionPadding={8} className="z-50">
          <Base.Popup className={classNames(POPUP_CLASS, 'min-w-44 max-w-80 p-1', className)}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export interface MenuItemProps {
  icon?: ReactNode;
  /** At the end of the line: a shortcut. */
  hint?: ReactNode;
  tone?: 'danger';
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
}

export function MenuItem({ icon, hint, tone, disabled, onSelect, children }: MenuItemProps) {
  return (
    <Base.Item
      disabled={disabled}
      onClick={onSelect}
      className={classNames(POPUP_ITEM_CLASS, tone === 'danger' && 'text-danger')}
    >
      {icon && <span className={tone === 'danger' ? undefined : 'text-muted'}>{icon}</span>}
      <span className="flex-1">{children}</span>
      {hint && <span className="text-faint text-xs">{hint}</span>}
    </Base.Item>
  );
}

export function MenuLink({ href, icon, children }: { href: string; icon?: ReactNode; children: ReactNode }) {
  return (
    <Base.LinkItem render={<Link href={href} />} className={POPUP_ITEM_CLASS}>
      {icon && <span className="text-muted">{icon}</span>}
      <span className="flex-1">{children}</span>
    </Base.LinkItem>
  );
}

export interface MenuRadioGroupProps<T extends string> {
  label: string;
  value: T;
  onValueChange: (value: T) => void;
  options: { value: T; label: string; icon?: ReactNode }[];
}

export function MenuRadioGroup<T extends string>({
  label,
  value,
  onValueChange,
  options,
}: MenuRadioGroupProps<T>) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-faint text-xs">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next: T) => onValueChange(next)}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={POPUP_ITEM_CLASS}>
            {option.icon && <span className="text-muted">{option.icon}</span>}
            <span className="flex-1">{option.label}</span>
            <Base.RadioItemIndicator>
              <Check aria-hidden className="text-accent" />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-border" />;
}

/** A heading for what follows; not an item. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <div className="px-2 py-1.5 text-muted text-xs">{children}</div>;
}
