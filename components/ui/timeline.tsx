import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { type Tone, toneClass } from './tone';

export interface TimelineItem {
  id: string;
  icon?: ReactNode;
  tone?: Tone;
  /** One line: who did what. */
  title: ReactNode;
  time?: ReactNode;
  /** More, below: a comment, a reason. */
  body?: ReactNode;
}

/** What happened, in order, on a line. */
export function Timeline({ items, label }: { items: TimelineItem[]; label: string }) {
  return (
    <ol aria-label={label} className="min-w-0">
      {items.map((item) => (
        <li
          key={item.id}
          className={classNames(
            toneClass(item.tone ?? 'neutral'),
            'group relative flex gap-3 pb-4 last:pb-0',
          )}
        >
          <span
            aria-hidden
            className="absolute start-3 top-6 bottom-0 w-px -translate-x-1/2 bg-border group-last:hidden rtl:translate-x-1/2"
          />
          <span
            aria-hidden
            className="relative flex size-6 shrink-0 items-center justify-center rounded-full border border-tone-line bg-surface-raised text-tone [&_svg]:size-3.5"
          >
            {item.icon ?? <span className="size-1.5 rounded-full bg-tone-solid" />}
          </span>
          <div className="min-w-0 flex-1 pt-0.5">
            <div className="flex flex-wrap items-baseline gap-x-2">
              <div className="min-w-0">{item.title}</div>
              {item.time && <span className="text-faint text-xs">{item.time}</span>}
            </div>
            {item.body && <div className="mt-1.5 text-muted">{item.body}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
