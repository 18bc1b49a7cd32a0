import { GitPullRequestArrow } from 'lucide-react';
import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CodeBlock } from '@/components/ui/code-block';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';
import type { SchemaPage } from '@/lib/contracts/catalogue';
import { FieldTable } from './field-table';
import { VersionTable } from './version-table';

interface Props {
  page: SchemaPage;
  tab: string;
  now: string;
}

/** A schema's page: its fields, its versions, its texts, and what refers to it. */
export function SchemaView({ page, tab, now }: Props) {
  const base = `/catalogue/${page.title}`;
  const version = page.version === page.latestVersion || !page.version ? '' : `&version=${page.version}`;
  const href = (name: string) => `${base}?tab=${name}${version}`;
  const current = ['fields', 'versions', 'source', 'materialized'].includes(tab) ? tab : 'fields';
  return (
    <div className="flex flex-col gap-5">
      <PageHeader
        title={page.title}
        mono
        breadcrumbs={[{ label: 'Catalogue', href: '/catalogue' }, { label: page.repositoryName }]}
        badge={
          <>
            {page.version && <Badge>{page.version}</Badge>}
            {page.isFragment && <Badge look="outline">Fragment</Badge>}
          </>
        }
        actions={
          <LinkButton href={`/proposals/new?title=${encodeURIComponent(page.title)}`} variant="primary">
            Propose the next version
          </LinkButton>
        }
        tabs={
          <LinkTabs
            label="Parts of this schema"
            current={href(current)}
            items={[
              { href: href('fields'), label: 'Fields', count: page.fields.length },
              { href: href('versions'), label: 'Versions', count: page.versions.length },
              { href: href('source'), label: 'Source' },
              { href: href('materialized'), label: 'Materialized' },
            ]}
          />
        }
      />
      {page.version !== page.latestVersion && page.latestVersion && (
        <Callout tone="info" title={`This is version ${page.version}`}>
          The newest is <Link href={base}>{page.latestVersion}</Link>.
        </Callout>
      )}
      <OpenProposals page={page} />
      {current === 'fields' && <Fields page={page} />}
      {current === 'versions' && <VersionTable page={page} now={now} />}
      {current === 'source' && <Source text={page.sourceText} />}
      {current === 'materialized' && page.materializedText && (
        <CodeBlock
          code={page.materializedText}
          language="yaml"
          lineNumbers
          title={`${page.version}.yaml`}
          copyable
        />
      )}
    </div>
  );
}

function OpenProposals({ page }: { page: SchemaPage }) {
  if (page.openProposals.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1.5">
      {page.openProposals.map(({ number, summary }) => (
        <li key={number} className="flex items-center gap-2">
          <GitPullRequestArrow aria-hidden className="size-4 shrink-0 text-accent" />
          <Link href={`/proposals/${number}`}>
            #{number} {summary}
          </Link>
          <span className="text-muted">is open for this schema.</span>
        </li>
      ))}
    </ul>
  );
}

function Fields({ page }: { page: SchemaPage }) {
  return (
    <>
      {page.description && <p className="max-w-3xl whitespace-pre-line text-base">{page.description}</p>}
      <References label="Refers to" titles={page.refs.map((uri) => uri.replace(/^\//, ''))} />
      <References label="Used by" titles={page.usedBy} />
      <FieldTable fields={page.fields} />
    </>
  );
}

function References({ label, titles }: { label: string; titles: string[] }) {
  if (titles.length === 0) return null;
  return (
    <p className="text-muted text-xs">
      {label}:{' '}
      {titles.map((title, index) => (
        <span key={title}>
          {index > 0 && ', '}
          <Link className="font-mono" href={hrefOf(title)}>
            {title}
          </Link>
        </span>
      ))}
    </p>
  );
}

/** `fragment/common/2.0.0` is version 2.0.0 of `fragment/common`. */
function hrefOf(reference: string): string {
  const match = /^(.*)\/(\d+\.\d+\.\d+)$/.exec(reference);
  return match ? `/catalogue/${match[1]}?version=${match[2]}` : `/catalogue/${reference}`;
}

function Source({ text }: { text: string | null }) {
  if (text === null) {
    return (
      <EmptyState title="The source of this version is not known">
        The repository keeps the source of the newest version only. What was published is under
        “Materialized”.
      </EmptyState>
    );
  }
  return <CodeBlock code={text} language="yaml" lineNumbers title="current.yaml" copyable />;
}
