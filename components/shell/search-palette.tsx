'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { CommandGroup } from '@/components/ui/command';
import { CommandPalette } from '@/components/ui/command-palette';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { SEARCH_EVENT } from './search-event';

/** Groups of places that match what was typed. */
export type SearchAction = (
  query: string,
) => Promise<{ label: string; items: { label: string; hint?: string; href: string }[] }[]>;

function useIsMac(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  );
}

/** Draws the palette once; Ctrl-K or ⌘K and every search trigger open it. */
export function SearchPalette({ search, commands }: { search: SearchAction; commands: CommandGroup[] }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      if (event.altKey || event.shiftKey) return;
      event.preventDefault();
      setOpen((before) => !before);
    };
    const onAsk = () => setOpen(true);
    // Captured, because an editor that has focus would otherwise swallow the key.
    window.addEventListener('keydown', onKey, { capture: true });
    window.addEventListener(SEARCH_EVENT, onAsk);
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
      window.removeEventListener(SEARCH_EVENT, onAsk);
    };
  }, []);
  return (
    <CommandPalette
      open={open}
      onOpenChange={setOpen}
      search={search}
      commands={commands}
      onNavigate={(href) => router.push(href)}
      placeholder="Search schemas, fields, proposals…"
    />
  );
}

/** The button that opens the palette: a line in the side bar, an icon in the top bar. */
export function SearchTrigger({ compact }: { compact?: boolean }) {
  const isMac = useIsMac();
  const ask = () => window.dispatchEvent(new Event(SEARCH_EVENT));
  if (compact) return <IconButton label="Search" icon={<Search />} onClick={ask} size="lg" />;
  return (
    <button
      type="button"
      onClick={ask}
      aria-keyshortcuts="Control+K Meta+K"
      className="flex h-8 w-full items-center gap-2 rounded-md border border-border-strong bg-surface-raised ps-2 pe-1.5 text-faint text-sm shadow-raised transition-colors hover:border-border-control hover:text-muted"
    >
      <Search aria-hidden className="size-3.5" />
      <span className="flex-1 text-start">Search</span>
      <Kbd keys={[isMac ? '⌘' : 'Ctrl', 'K']} />
    </button>
  );
}
