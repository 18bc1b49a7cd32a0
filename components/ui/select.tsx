'use client';

import { ChevronsUpDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { useFieldWiring } from './field-context';

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectGroup {
  label: string;
  options: SelectOption[];
}

export interface SelectProps extends Omit<ComponentProps<'select'>, 'size' | 'children' | 'multiple'> {
  options: (SelectOption | SelectGroup)[];
  /** Shown while nothing is chosen; has the empty value. */
  placeholder?: string;
  size?: 'sm' | 'md';
}

function Option({ option }: { option: SelectOption }) {
  return (
    <option value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  );
}

/** A choice among a few. It is the browser's own list, which every keyboard, telephone and form knows. */
export function Select({ options, placeholder, size = 'md', className, ...rest }: SelectProps) {
  const wiring = useFieldWiring(rest);
  return (
    <span className={classNames('relative block min-w-0', className)}>
      <select
        {...rest}
        {...wiring}
        className={classNames(
          'control appearance-none truncate ps-2.5 pe-7 pointer-coarse:h-10 pointer-coarse:text-lg',
          size === 'sm' ? 'h-7 text-xs' : 'h-8 text-sm',
        )}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((entry) =>
          'options' in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.options.map((option) => (
                <Option key={option.value} option={option} />
              ))}
            </optgroup>
          ) : (
            <Option key={entry.value} option={entry} />
          ),
        )}
      </select>
      <ChevronsUpDown
        aria-hidden
        className="pointer-events-none absolute inset-y-0 end-2 my-auto size-3.5 text-faint"
      />
    </span>
  );
}
