'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { POPUP_ITEM_CLASS, BACKDROP_CLASS } from './popup';
import { Spinner } from './spinner';
import type { CommandGroup, CommandItem } from './command';
import { useCommandSearch } from './use-command-search';

export interface CommandPaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Always there, filtered here by what is typed. */
  commands: CommandGroup[];
  /** Asked for what is typed, after a short pause; its groups stand above the commands. */
  search?: (query: string) => Promise<CommandGroup[]>;
  onNavigate: (href: string) => void;
  placeholder?: string;
}

function matches(item: CommandItem, query: string): boolean {
  const text = [item.label, item.hint ?? '', ...(item.keywords ?? [])].join(' ').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function Group({ group, choose }: { group: CommandGroup; choose: (item: CommandItem) => void }) {
  return (
    <Command.Group
      heading={group.label}
      className="p-1 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-1.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-faint [&_[cmdk-group-heading]]:text-xs"
    >
      {group.items.map((item, index) => (
        <Command.Item
          key={`${index}-${item.href ?? item.label}`}
          value={`${group.label}/${item.href ?? item.label}/${index}`}
          onSelect={() => choose(item)}
          className={`${POPUP_ITEM_CLASS} min-h-8 data-[selected=true]:bg-surface-hover data-[selected=true]:font-normal`}
        >
          {item.icon && <span className="text-muted">{item.icon}</span>}
          <span className="min-w-0 flex-1 truncate">{item.label}</span>
          {item.hint && <span className="max-w-[45%] shrink-0 truncate text-faint text-xs">{item.hint}</span>}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

/** One line from which everything can be found and done. */
export function CommandPalette({
  open,
  onOpenChange,
  commands,
  search,
  onNavigate,
  placeholder = 'Search or jump to…',
}: CommandPaletteProps) {
  const [query, setQuery] = useState('');
  const { groups: found, state } = useCommandSearch(open ? query : '', search);
  const trimmed = query.trim();
  const own = commands
    .map((group) => ({ ...group, items: group.items.filter((item) => matches(item, trimmed)) }))
    .filter((group) => group.items.length > 0);
  const nothing = trimmed !== '' && state !== 'searching' && own.length === 0 && found.length === 0;
  const change = (next: boolean) => {
    if (!next) setQuery('');
    onOpenChange(next);
  };
  const choose = (item: CommandItem) => {
    change(false);
    if (item.onSelect) item.onSelect();
    else if (item.href) onNavigate(item.href);
  };
  return (
    <Base.Root open={open} onOpenChange={(next) => change(next)}>
      <Base.Portal>
        <Base.Backdrop className={BACKDROP_CLASS} />
        <Base.Popup className="popup-motion fixed inset-x-3 top-3 z-50 mx-auto max-w-xl overflow-hidden rounded-xl bg-surface-raised shadow-overlay outline-none sm:top-[14vh]">
          <Base.Title className="sr-only">Search and commands</Base.Title>
          <Command shouldFilter={false} loop label="Search and commands">
            <div className="flex items-center gap-2.5 border-b px-3.5">
              {state === 'searching' ? (
                <Spinner className="text-faint" />
              ) : (
                <Search aria-hidden className="size-3.5 text-faint" />
              )}
              <Command.Input
                value={query}
                onValueChange={setQuery}
                placeholder={placeholder}
                className="h-11 min-w-0 flex-1 bg-transparent text-base outline-none pointer-coarse:text-lg"
              />
            </div>
            <Command.List className="max-h-[min(24rem,60dvh)] overflow-y-auto overscroll-contain scroll-py-1">
              {state === 'failed' && (
                <p className="px-3.5 py-2.5 text-danger text-xs">The search did not answer. Try again.</p>
              )}
              {nothing && <p className="px-3.5 py-6 text-center text-muted">Nothing matches “{trimmed}”.</p>}
              {[...found, ...own].map((group) => (
                <Group key={group.label} group={group} choose={choose} />
              ))}
            </Command.List>
          </Command>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
