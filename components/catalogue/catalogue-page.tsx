import { LibraryBig, Plus, SearchX } from 'lucide-react';
import { Button, LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Select } from '@/components/ui/select';
import { Input } from '@/components/ui/input';
import type { Catalogue, CatalogueInput } from '@/lib/contracts/catalogue';
import { SchemaList } from './schema-list';

interface Props {
  catalogue: Catalogue;
  input: CatalogueInput;
}

/** Every schema of every repository: browse by title, or search titles, fields and descriptions. */
export function CataloguePage({ catalogue, input }: Props) {
  const isFiltered = input.q !== '' || input.repository !== undefined || input.kind !== undefined;
  return (
    <div className="flex flex-col gap-5">
      <PageHeader
        title="Catalogue"
        description="What is published, and what it means. Look here before you propose a field that exists already."
        actions={
          <LinkButton href="/proposals/new" variant="primary" icon={<Plus />}>
            New proposal
          </LinkButton>
        }
      />
      <Filters catalogue={catalogue} input={input} />
      {catalogue.items.length > 0 ? (
        <SchemaList items={catalogue.items} query={input.q} />
      ) : (
        <Nothing isFiltered={isFiltered} query={input.q} />
      )}
      <Pagination
        previousHref={input.page > 1 ? pageHref(input, input.page - 1) : undefined}
        nextHref={input.page < catalogue.pageCount ? pageHref(input, input.page + 1) : undefined}
        summary={`${catalogue.total} ${catalogue.total === 1 ? 'schema' : 'schemas'}`}
      />
    </div>
  );
}

function Filters({ catalogue, input }: Props) {
  const repositories = catalogue.repositories.map((name) => ({ value: name, label: name }));
  return (
    <form action="/catalogue" className="flex flex-wrap gap-2">
      <div className="min-w-56 flex-1">
        <Input
          type="search"
          name="q"
          defaultValue={input.q}
          placeholder="Title, field or description"
          aria-label="Search the catalogue"
        />
      </div>
      {repositories.length > 1 && (
        <Select
          name="repository"
          aria-label="Repository"
          defaultValue={input.repository ?? ''}
          options={[{ value: '', label: 'All repositories' }, ...repositories]}
        />
      )}
      <Select
        name="kind"
        aria-label="Kind"
        defaultValue={input.kind ?? ''}
        options={[
          { value: '', label: 'Event schemas and fragments' },
          { value: 'event', label: 'Event schemas' },
          { value: 'fragment', label: 'Fragments' },
        ]}
      />
      <Button type="submit">Search</Button>
    </form>
  );
}

function Nothing({ isFiltered, query }: { isFiltered: boolean; query: string }) {
  if (!isFiltered) {
    return (
      <EmptyState icon={<LibraryBig />} title="No schemas yet">
        Import a schema repository, or propose the first schema.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<SearchX />}
      title={query ? `Nothing matches “${query}”` : 'Nothing matches these filters'}
      action={<LinkButton href="/catalogue">Show everything</LinkButton>}
    >
      Words match from their beginning: “edit_c” finds edit_count.
    </EmptyState>
  );
}

function pageHref(input: CatalogueInput, page: number): string {
  const query = new URLSearchParams({ ...(input.q ? { q: input.q } : {}), page: String(page) });
  if (input.repository) query.set('repository', input.repository);
  if (input.kind) query.set('kind', input.kind);
  return `/catalogue?${query}`;
}
