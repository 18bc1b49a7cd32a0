'use client';

import { Search } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { type FieldChoice, pathOfChoice } from './field-choice';

interface FieldPickerProps {
  label: string;
  choices: readonly FieldChoice[];
  /** Pointers of the chosen fields, also of such as the draft no longer has. */
  value: readonly string[];
  onChange: (pointers: string[]) => void;
}

/** Any number of the draft's fields, found by name or description. */
export function FieldPicker({ label, choices, value, onChange }: FieldPickerProps) {
  const [query, setQuery] = useState('');
  const chosen = new Set(value);
  const gone = value.filter((pointer) => !choices.some((choice) => choice.pointer === pointer));
  const shown = choices.filter((choice) => matches(choice, query));
  const toggle = (pointer: string, on: boolean) =>
    onChange(on ? [...value, pointer] : value.filter((other) => other !== pointer));
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium text-sm">
        {label} <span className="font-normal text-muted">({value.length} chosen)</span>
      </legend>
      <div className="rounded-lg border">
        <div className="border-b p-1.5">
          <Input
            type="search"
            icon={<Search />}
            aria-label="Search fields"
            placeholder="Search fields"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </div>
        <ul className="relative max-h-60 overflow-y-auto overscroll-contain p-1">
          {gone.map((pointer) => (
            <li key={pointer} className="px-1.5 py-1">
              <Checkbox
                checked
                onChange={() => toggle(pointer, false)}
                label={<code className="text-xs line-through">{pathOfChoice(pointer, choices)}</code>}
                hint="The draft no longer has this field."
              />
            </li>
          ))}
          {shown.map((choice) => (
            <li key={choice.pointer} className="rounded-md px-1.5 py-1 hover:bg-surface-hover">
              <Checkbox
                checked={chosen.has(choice.pointer)}
                onChange={(event) => toggle(choice.pointer, event.target.checked)}
                label={<ChoiceLabel choice={choice} />}
                hint={choice.description && <span className="line-clamp-1">{choice.description}</span>}
              />
            </li>
          ))}
          {shown.length === 0 && (
            <li className="px-2 py-3 text-muted text-xs">
              {choices.length === 0 ? 'The draft has no fields yet.' : 'No field matches.'}
            </li>
          )}
        </ul>
      </div>
    </fieldset>
  );
}

function ChoiceLabel({ choice }: { choice: FieldChoice }) {
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <code className="break-all text-xs">{choice.path}</code>
      <span className="text-2xs text-faint">{choice.type}</span>
      {choice.isNew && <Badge tone="info">in this proposal</Badge>}
    </span>
  );
}

function matches({ path, description }: FieldChoice, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${path} ${description}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
