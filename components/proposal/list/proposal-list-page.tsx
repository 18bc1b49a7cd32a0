import { FilePlus2, Plus, SearchX } from 'lucide-react';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import type { ProposalList } from '@/lib/contracts/proposal-list';
import { proposalStateLabels, proposalStates } from '@/lib/domain/review/proposal-state';
import { ListFilterBar } from './list-filter-bar';
import { type ListFilters, listHref } from './list-href';
import { ProposalTable } from './proposal-table';

interface ProposalListPageProps {
  list: ProposalList;
  input: ListFilters;
  mayPropose: boolean;
  /** The moment the page speaks from, ISO 8601. */
  now: string;
}

/** All proposals, by state, and by what the person who looks has to do with them. */
export function ProposalListPage({ list, input, mayPropose, now }: ProposalListPageProps) {
  const all = proposalStates.reduce((sum, state) => sum + list.counts[state], 0);
  const tabs = [
    { href: listHref(input, { state: undefined }), label: 'All', count: all },
    ...proposalStates.map((state) => ({
      href: listHref(input, { state }),
      label: proposalStateLabels[state],
      count: list.counts[state],
    })),
  ];
  return (
    <>
      <PageHeader
        title="Proposals"
        description="One schema, one question, one decision per field, one approval, one commit."
        actions={
          mayPropose && (
            <LinkButton href="/proposals/new" variant="primary" icon={<Plus />}>
              New proposal
            </LinkButton>
          )
        }
        tabs={<LinkTabs label="State" items={tabs} current={listHref(input, { state: input.state })} />}
      />
      <ListFilterBar key={listHref(input)} filters={input} />
      {list.items.length > 0 ? (
        <ProposalTable items={list.items} now={now} label="Proposals" />
      ) : (
        <Nothing isFiltered={all > 0 || listHref(input) !== '/proposals'} mayPropose={mayPropose} />
      )}
      {list.pageCount > 1 && (
        <Pagination
          previousHref={list.page > 1 ? listHref(input, { page: list.page - 1 }) : undefined}
          nextHref={list.page < list.pageCount ? listHref(input, { page: list.page + 1 }) : undefined}
          summary={`Page ${list.page} of ${list.pageCount} · ${list.total} proposals`}
        />
      )}
    </>
  );
}

function Nothing({ isFiltered, mayPropose }: { isFiltered: boolean; mayPropose: boolean }) {
  if (isFiltered) {
    return (
      <EmptyState
        icon={<SearchX />}
        title="No proposal matches"
        action={<LinkButton href="/proposals">Show all proposals</LinkButton>}
      >
        Try another state, fewer words, or a number.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<FilePlus2 />}
      title="No proposals yet"
      action={
        mayPropose && (
          <LinkButton href="/proposals/new" variant="primary" icon={<Plus />}>
            New proposal
          </LinkButton>
        )
      }
    >
      A proposal begins with a question that data must answer, and ends with a version of a schema in git.
    </EmptyState>
  );
}
