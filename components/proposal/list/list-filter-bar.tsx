'use client';

import { Search } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Input } from '@/components/ui/input';
import { type ListFilters, listHref } from './list-href';

/** What narrows the list: words, “mine”, and “needs me”. Each is in the address, so that a view can be shared. */
export function ListFilterBar({ filters }: { filters: ListFilters }) {
  const router = useRouter();
  const [text, setText] = useState(filters.text ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    router.push(listHref(filters, { text: text.trim() || undefined }));
  };
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <form onSubmit={submit} className="min-w-48 max-w-sm flex-1">
        <Input
          type="search"
          icon={<Search />}
          aria-label="Search proposals"
          placeholder="Title, summary or number"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </form>
      <Toggle on={filters.needsMe} href={listHref(filters, { needsMe: !filters.needsMe })}>
        Needs me
      </Toggle>
      <Toggle on={filters.mine} href={listHref(filters, { mine: !filters.mine })}>
        Mine
      </Toggle>
    </div>
  );
}

function Toggle({ on, href, children }: { on: boolean; href: string; children: string }) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={on ? 'true' : undefined}
      className={classNames(
        buttonClass({ size: 'md' }),
        'h-8',
        on && '!border-accent-line !bg-accent-soft !text-accent',
      )}
    >
      {children}
      {on && <span className="sr-only"> (on)</span>}
    </Link>
  );
}
