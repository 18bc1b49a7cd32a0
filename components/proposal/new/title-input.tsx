'use client';

import { Autocomplete } from '@base-ui/react/autocomplete';
import { useEffect, useRef, useState } from 'react';
import { classNames } from '@/components/ui/class-names';
import { useFieldWiring } from '@/components/ui/field-context';
import { POPUP_CLASS, POPUP_ITEM_CLASS } from '@/components/ui/popup';
import type { ActionResult } from '@/lib/contracts/action-result';

/** A schema that stands already, as the list below the input shows it. */
export interface KnownTitle {
  title: string;
  latestVersion: string | null;
  repositoryName: string;
}

export type FindTitles = (input: unknown) => Promise<ActionResult<KnownTitle[]>>;

interface TitleInputProps {
  value: string;
  onChange: (title: string) => void;
  findTitles: FindTitles;
}

/** Milliseconds without a keystroke before the server is asked. */
const quiet = 180;

/** The title of a schema: one that stands already, offered while one types, or a path of one's own. */
export function TitleInput({ value, onChange, findTitles }: TitleInputProps) {
  const wiring = useFieldWiring({});
  const found = useTitles(value, findTitles);
  return (
    <Autocomplete.Root
      items={found}
      itemToStringValue={(item: KnownTitle) => item.title}
      value={value}
      onValueChange={(next: string) => onChange(next)}
      filter={null}
      openOnInputClick
    >
      <Autocomplete.Input
        id={wiring.id}
        aria-describedby={wiring['aria-describedby']}
        aria-invalid={wiring['aria-invalid']}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        dir="ltr"
        placeholder="analytics/button/click"
        className="control h-9 px-2.5 font-mono text-sm pointer-coarse:h-10 pointer-coarse:text-lg"
      />
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={4} collisionPadding={8} className="z-50 outline-none">
          <Autocomplete.Popup
            className={classNames(
              POPUP_CLASS,
              'w-(--anchor-width) max-w-(--available-width) data-[empty]:hidden',
            )}
          >
            <Autocomplete.List className="max-h-72 overflow-y-auto overscroll-contain p-1 empty:hidden">
              {(item: KnownTitle) => (
                <Autocomplete.Item
                  key={`${item.repositoryName} ${item.title}`}
                  value={item}
                  className={classNames(POPUP_ITEM_CLASS, 'justify-between')}
                >
                  <span className="min-w-0 truncate font-mono text-xs">{item.title}</span>
                  <span className="shrink-0 text-muted text-xs">
                    {item.latestVersion ?? 'no version'} · {item.repositoryName}
                  </span>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}

function useTitles(value: string, findTitles: FindTitles): KnownTitle[] {
  const [found, setFound] = useState<KnownTitle[]>([]);
  const asked = useRef('');
  useEffect(() => {
    const title = value.trim();
    asked.current = title;
    const timer = setTimeout(() => {
      findTitles({ title }).then(
        (result) => asked.current === title && setFound(result.ok ? result.value : []),
        // Without the list a title can still be typed in full.
        () => setFound([]),
      );
    }, quiet);
    return () => clearTimeout(timer);
  }, [value, findTitles]);
  return found;
}
