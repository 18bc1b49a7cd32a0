'use client';

import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronsUpDown, X } from 'lucide-react';
import { classNames } from './class-names';
import { useFieldWiring } from './field-context';
import { POPUP_CLASS, POPUP_ITEM_CLASS } from './popup';

export interface ComboboxOption {
  value: string;
  label: string;
  /** A second, quieter line. */
  hint?: string;
}

export interface ComboboxProps {
  options: ComboboxOption[];
  /** The value chosen; the empty string where nothing is. */
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  /** For lists that the server searches: what has been typed. Filtering here is then switched off. */
  onQueryChange?: (query: string) => void;
  name?: string;
  id?: string;
  placeholder?: string;
  emptyText?: string;
  mono?: boolean;
  disabled?: boolean;
  required?: boolean;
  clearable?: boolean;
  /** Needed where no Field gives a label. */
  'aria-label'?: string;
}

const ICON_BUTTON = 'flex h-full w-6 items-center justify-center text-faint hover:text-text [&_svg]:size-3.5';

function Option({ option, mono }: { option: ComboboxOption; mono: boolean | undefined }) {
  return (
    <Base.Item value={option} className={classNames(POPUP_ITEM_CLASS, 'items-start')}>
      <span className="min-w-0 flex-1">
        <span className={classNames('block truncate', mono && 'font-mono text-xs leading-5')}>
          {option.label}
        </span>
        {option.hint && <span className="block truncate font-normal text-muted text-xs">{option.hint}</span>}
      </span>
      <Base.ItemIndicator>
        <Check aria-hidden className="mt-0.5 text-accent" />
      </Base.ItemIndicator>
    </Base.Item>
  );
}

/** A choice among many: type to narrow the list, arrow keys and Enter to choose. */
export function Combobox({
  options,
  value,
  defaultValue,
  onValueChange,
  onQueryChange,
  name,
  placeholder,
  emptyText = 'Nothing matches.',
  mono,
  disabled,
  clearable = true,
  ...rest
}: ComboboxProps) {
  const wiring = useFieldWiring(rest);
  const byValue = (wanted: string | undefined) => options.find((option) => option.value === wanted) ?? null;
  return (
    <Base.Root
      items={options}
      value={value === undefined ? undefined : byValue(value)}
      defaultValue={value === undefined ? byValue(defaultValue) : undefined}
      onValueChange={(next: ComboboxOption | null) => onValueChange?.(next?.value ?? '')}
      onInputValueChange={(query) => onQueryChange?.(query)}
      filter={onQueryChange ? null : undefined}
      isItemEqualToValue={(a, b) => a?.value === b?.value}
      name={name}
      disabled={disabled}
      required={wiring.required}
    >
      <Base.InputGroup className="relative block min-w-0">
        <Base.Input
          id={wiring.id}
          placeholder={placeholder}
          aria-label={rest['aria-label']}
          aria-describedby={wiring['aria-describedby']}
          aria-invalid={wiring['aria-invalid']}
          className={classNames(
            'control h-8 ps-2.5 pe-14 text-sm pointer-coarse:h-10 pointer-coarse:text-lg',
            mono && 'font-mono',
          )}
        />
        <span className="absolute inset-y-0 end-1 flex">
          {clearable && (
            <Base.Clear aria-label="Clear" className={ICON_BUTTON}>
              <X aria-hidden />
            </Base.Clear>
          )}
          <Base.Trigger aria-label="Show all" className={ICON_BUTTON}>
            <ChevronsUpDown aria-hidden />
          </Base.Trigger>
        </span>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner sideOffset={4} collisionPadding={8} className="z-50 outline-none">
          <Base.Popup className={classNames(POPUP_CLASS, 'w-(--anchor-width) max-w-(--available-width)')}>
            <Base.Empty>
              <p className="px-3 py-3 text-muted">{emptyText}</p>
            </Base.Empty>
            <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto overscroll-contain p-1 empty:p-0">
              {(option: ComboboxOption) => <Option key={option.value} option={option} mono={mono} />}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
