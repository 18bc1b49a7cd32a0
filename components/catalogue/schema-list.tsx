import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import type { SchemaLine } from '@/lib/contracts/catalogue';

/** Schemas as a dense list: title, version and size on one line, what they are for on the next. */
export function SchemaList({ items, query }: { items: SchemaLine[]; query: string }) {
  return (
    <ul className="divide-y overflow-hidden rounded-lg border bg-surface-raised">
      {items.map((item) => (
        <li
          key={`${item.repositoryName}/${item.title}`}
          className="relative px-4 py-3 hover:bg-surface-hover"
        >
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <Link
              href={`/catalogue/${item.title}`}
              className="min-w-0 break-words font-medium font-mono text-sm after:absolute after:inset-0"
            >
              {item.title}
            </Link>
            {item.isFragment && <Badge look="outline">Fragment</Badge>}
            <span className="ms-auto whitespace-nowrap text-muted text-xs tabular-nums">
              {item.latestVersion ?? 'no version'} · {plural(item.versionCount, 'version')} ·{' '}
              {plural(item.fieldCount, 'field')} · {item.repositoryName}
            </span>
          </div>
          {item.description && <p className="mt-0.5 line-clamp-2 max-w-4xl text-muted">{item.description}</p>}
          {query && item.matches.length > 0 && <Matches matches={item.matches} />}
        </li>
      ))}
    </ul>
  );
}

function Matches({ matches }: { matches: SchemaLine['matches'] }) {
  return (
    <ul className="mt-1.5 flex flex-col gap-0.5 border-s-2 ps-3 text-xs">
      {matches.map(({ path, description }) => (
        <li key={path} className="truncate">
          <span className="font-mono">{path}</span>
          {description && <span className="text-muted"> — {description}</span>}
        </li>
      ))}
    </ul>
  );
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
