import { FilePlus2, GitBranch } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { KeyValueList } from '@/components/ui/key-value-list';
import { isFragmentTitle, toSchemaId } from '@/lib/domain/schema/schema-id';
import type { TitleCheck } from './use-title-check';

/** What the title means: a new schema or the next version of one, the file it is written in, and its `$id`. */
export function TitlePreview({ title, check }: { title: string; check: TitleCheck }) {
  if (title === '') return null;
  const { start } = check;
  const schema = start?.schema ?? null;
  const version = schema?.latestVersion ?? null;
  return (
    <div className="rounded-lg border bg-surface-sunken px-3 py-2.5">
      <p className="mb-2 flex flex-wrap items-center gap-2 font-medium" role="status">
        {start === null ? (
          <span className="text-muted">Looking up what stands there…</span>
        ) : schema ? (
          <>
            <GitBranch aria-hidden className="size-4 text-faint" />
            The next version of a schema that stands
            <Badge tone="info">
              {version ? `after ${version}` : 'no version yet'} · {schema.repositoryName}
            </Badge>
          </>
        ) : (
          <>
            <FilePlus2 aria-hidden className="size-4 text-faint" />A new{' '}
            {isFragmentTitle(title) ? 'fragment' : 'event schema'}
          </>
        )}
      </p>
      <KeyValueList
        items={[
          { key: 'File', value: <Code>{`jsonschema/${title}/current.yaml`}</Code> },
          {
            key: '$id',
            value: <Code>{version ? toSchemaId(title, 'X.Y.Z') : toSchemaId(title, '1.0.0')}</Code>,
          },
        ]}
      />
    </div>
  );
}

function Code({ children }: { children: string }) {
  return <code className="break-all text-xs">{children}</code>;
}
