import { CircleAlert, CircleCheck } from 'lucide-react';
import { classNames } from '@/components/ui/class-names';
import { Panel } from '@/components/ui/panel';
import type { ActionResult } from '@/lib/contracts/action-result';
import type { ProposalPage } from '@/lib/contracts/proposal-page';
import type { ApprovedVersion, ConditionView, DebtView } from '@/lib/contracts/review';
import { ApproveButton } from './approve-button';
import { approvalOffer } from './approval-offer';
import { ConditionLinks } from './condition-links';

/** The part of a proposal's page that the list of conditions reads. */
export type ConditionPage = Pick<
  ProposalPage,
  | 'id'
  | 'number'
  | 'title'
  | 'state'
  | 'repository'
  | 'revisions'
  | 'hasUnsubmittedChanges'
  | 'review'
  | 'threads'
  | 'privacy'
  | 'permissions'
>;

export interface ConditionListProps {
  page: ConditionPage;
  /** Server action for `approveProposalInput`; without it the list offers no approval. */
  approve?: (input: unknown) => Promise<ActionResult<ApprovedVersion>>;
}

/** The six conditions of an approval: which hold, what the others say, who owes them, and where to go. */
export function ConditionList({ page, approve }: ConditionListProps) {
  const { conditions } = page.review;
  const held = conditions.filter((condition) => condition.holds).length;
  const offer = approve ? approvalOffer(page) : null;
  return (
    <Panel
      title="What approval needs"
      aside={`${held} of ${conditions.length} hold`}
      flush
      footer={
        approve &&
        offer && (
          <ApproveButton
            proposalId={page.id}
            offer={offer}
            hasUnsubmittedChanges={page.hasUnsubmittedChanges}
            approve={approve}
          />
        )
      }
    >
      <ol className="divide-y">
        {conditions.map((condition) => (
          <ConditionRow key={condition.id} condition={condition} page={page} />
        ))}
      </ol>
    </Panel>
  );
}

function ConditionRow({ condition, page }: { condition: ConditionView; page: ConditionPage }) {
  const { holds, title, text, owedBy } = condition;
  const mine = owedBy.some((debt) => debt.mine);
  const Icon = holds ? CircleCheck : CircleAlert;
  return (
    <li
      className={classNames(
        'flex min-w-0 gap-2.5 px-3 py-2',
        mine &&
          'bg-accent-soft shadow-[inset_2px_0_0_var(--accent-solid)] rtl:shadow-[inset_-2px_0_0_var(--accent-solid)]',
      )}
    >
      <Icon
        aria-hidden
        className={classNames('mt-0.5 size-4 shrink-0', holds ? 'text-success' : 'text-warning')}
      />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{title}</span>
          <span className={classNames('text-xs', holds ? 'text-success' : 'text-warning')}>
            {holds ? 'holds' : 'does not hold'}
          </span>
        </p>
        <p className="max-w-prose text-muted">{text}</p>
        {owedBy.length > 0 && (
          <ul className="mt-0.5">
            {owedBy.map((debt) => (
              <DebtLine key={`${debt.owes} ${debt.text}`} debt={debt} />
            ))}
          </ul>
        )}
        <ConditionLinks condition={condition} page={page} />
      </div>
    </li>
  );
}

function DebtLine({ debt }: { debt: DebtView }) {
  return (
    <li className={debt.mine ? 'font-medium text-text' : 'text-text'}>
      {debt.text}
      {debt.mine && <span className="text-accent"> You can.</span>}
    </li>
  );
}
