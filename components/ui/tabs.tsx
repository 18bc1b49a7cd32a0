'use client';

import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { CountBadge } from './count-badge';
import { TAB_CLASS, TAB_LIST_CLASS } from './tab-look';

export interface TabItem {
  value: string;
  label: ReactNode;
  count?: number;
  content: ReactNode;
  disabled?: boolean;
}

export interface TabsProps {
  /** What the tabs are about, for a screen reader. */
  label: string;
  items: TabItem[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  /** Keeps the panels that are not shown, with what was typed into them. */
  keepMounted?: boolean;
}

/** Views of one thing on one page. Where each view deserves an address of its own, use LinkTabs. */
export function Tabs({ label, items, value, defaultValue, onValueChange, keepMounted }: TabsProps) {
  return (
    <Base.Root
      value={value}
      defaultValue={value === undefined ? (defaultValue ?? items[0]?.value) : undefined}
      onValueChange={(next: string) => onValueChange?.(next)}
    >
      <Base.List aria-label={label} className={TAB_LIST_CLASS}>
        {items.map((item) => (
          <Base.Tab key={item.value} value={item.value} disabled={item.disabled} className={TAB_CLASS}>
            {item.label}
            {item.count !== undefined && <CountBadge count={item.count} />}
          </Base.Tab>
        ))}
      </Base.List>
      {items.map((item) => (
        <Base.Panel key={item.value} value={item.value} keepMounted={keepMounted} className="pt-4">
          {item.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
