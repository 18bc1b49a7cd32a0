import type { ReactNode } from 'react';
import { classNames } from './class-names';

export interface KeyValue {
  key: string;
  value: ReactNode;
}

export interface KeyValueListProps {
  items: KeyValue[];
  /** `stacked` puts each name above its value, for narrow columns. */
  layout?: 'columns' | 'stacked';
}

/** Facts about one thing: names and values. */
export function KeyValueList({ items, layout = 'columns' }: KeyValueListProps) {
  const columns = layout === 'columns';
  return (
    <dl
      className={classNames(
        'min-w-0 text-sm',
        columns ? 'grid grid-cols-[minmax(6rem,max-content)_minmax(0,1fr)] gap-x-4 gap-y-1.5' : 'space-y-3',
      )}
    >
      {items.map((item) => (
        <div key={item.key} className={columns ? 'contents' : 'min-w-0'}>
          <dt className={classNames('text-muted', !columns && 'text-xs')}>{item.key}</dt>
          <dd className="min-w-0 break-words">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
