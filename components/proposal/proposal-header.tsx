import Link from 'next/link';
import { AvatarStack } from '@/components/ui/avatar-stack';
import { Callout } from '@/components/ui/callout';
import { PageHeader } from '@/components/ui/page-header';
import { Tag } from '@/components/ui/tag';
import type { ProposalPage } from '@/lib/contracts/proposal-page';
import { isOpen } from '@/lib/domain/review/proposal-state';
import { ProposalTabs } from './proposal-tabs';
import { StateBadge } from './state-badge';
import { VersionStep } from './version-step';
import { WithdrawButton, type WithdrawProposal } from './withdraw-button';

/** The head of a proposal, the same on each of its tabs: what it is, where it stands, who wrote it. */
export function ProposalHeader({ page, withdraw }: { page: ProposalPage; withdraw: WithdrawProposal }) {
  const names = page.contributors.map((person) => person.name);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Proposals', href: '/proposals' }, { label: `#${page.number}` }]}
        title={
          <>
            {page.summary} <span className="font-normal text-faint">#{page.number}</span>
          </>
        }
        badge={<StateBadge state={page.state} reviewState={page.review.state} />}
        meta={
          <>
            <TitleLink page={page} />
            <VersionStep from={page.baseVersion} to={proposedVersion(page)} />
            <Tag>{page.repository.name}</Tag>
            <span className="inline-flex items-center gap-1.5">
              <AvatarStack names={names} />
              {describeAuthors(names)}
            </span>
          </>
        }
        actions={
          page.permissions.withdraw.allowed && (
            <WithdrawButton
              proposalId={page.id}
              number={page.number}
              state={page.state}
              withdraw={withdraw}
            />
          )
        }
        tabs={<ProposalTabs number={page.number} counts={countsOf(page)} />}
      />
      {page.state === 'withdrawn' && (
        <Callout tone="info" title="This proposal was withdrawn" className="mb-5">
          <span className="whitespace-pre-line">{page.withdrawnReason ?? 'No reason is recorded.'}</span>
        </Callout>
      )}
    </>
  );
}

function TitleLink({ page }: { page: ProposalPage }) {
  const classes = 'min-w-0 break-all font-mono text-text text-xs';
  if (page.newestVersion === null) return <span className={classes}>{page.title}</span>;
  return (
    <Link href={`/catalogue/${page.title}`} className={`${classes} rounded-xs hover:underline`}>
      {page.title}
    </Link>
  );
}

/** The number that the approved version has, or the one that the draft asks for now; null where it names none. */
function proposedVersion({ delivery, draft, title }: ProposalPage): string | null {
  if (delivery) return delivery.version;
  const escaped = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const match = new RegExp(`\\$id["']?\\s*:\\s*["']?/${escaped}/(\\d+\\.\\d+\\.\\d+)`).exec(draft.text);
  return match?.[1] ?? null;
}

function describeAuthors(names: string[]): string {
  const [first = 'Nobody', second] = names;
  if (names.length <= 1) return first;
  return names.length === 2 ? `${first} and ${second}` : `${first} and ${names.length - 1} others`;
}

/** What is left to do; nothing once the review is over. */
function countsOf({ threads, review, state }: ProposalPage) {
  if (!isOpen(state)) return { openThreads: 0, undecidedFields: 0 };
  const signOff = review.conditions.find((condition) => condition.id === 'sign-off');
  return {
    openThreads: threads.filter((thread) => thread.resolvedAt === null).length,
    undecidedFields: signOff?.pointers.length ?? 0,
  };
}
