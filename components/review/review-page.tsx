import { FileClock } from 'lucide-react';
import type { ReactNode } from 'react';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { Time } from '@/components/ui/time';
import type { ActionResult } from '@/lib/contracts/action-result';
import type { ProposalPage } from '@/lib/contracts/proposal-page';
import type { ApprovedVersion } from '@/lib/contracts/review';
import { ChangeConsequences } from './change-consequences';
import { ChangeList } from './change-list';
import { ConditionList } from './condition-list';
import { ContextChanges } from './context-changes';
import { FieldList } from './field-list';
import { FindingList } from './finding-list';
import { type DeskAction, type ReviewDesk, ReviewDeskProvider, type ThreadActions } from './review-desk';
import { ReviewList } from './review-list';
import { draftHref, reviewHref } from './review-links';
import type { ReviewView } from './review-view';
import type { RevisionChoice } from './revision-choice';
import { RevisionPicker } from './revision-picker';
import { SectionLinks } from './section-links';
import { SourceSection } from './source-section';
import { ThreadPanel } from './thread-panel';
import { VerdictForm } from './verdict-form';

export interface ReviewActions extends ThreadActions {
  giveReview: DeskAction;
  approve: (input: unknown) => Promise<ActionResult<ApprovedVersion>>;
  grantException: DeskAction;
}

export interface ReviewPageProps {
  page: ProposalPage;
  /** Null while nothing was submitted. */
  view: ReviewView | null;
  now: string;
  actions: ReviewActions;
}

/** The review tab: what changed, what blocks approval, the text with its threads, and one's own verdict. */
export function ReviewPage(props: ReviewPageProps) {
  const { page, view, now, actions } = props;
  const { open, comment, resolve, reopen, setBlocking, applySuggestion } = actions;
  const desk: ReviewDesk = {
    proposalId: page.id,
    now,
    draftVersion: page.draft.draftVersion,
    revisionNumber: view?.shown.number ?? null,
    isNewest: view?.isNewest ?? true,
    threads: page.threads,
    mayComment: page.permissions.comment,
    mayBlock: page.permissions.openBlockingThread,
    actions: { open, comment, resolve, reopen, setBlocking, applySuggestion },
  };
  return (
    <ReviewDeskProvider desk={desk}>
      <div className="grid min-w-0 gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          {view ? <RevisionReview {...props} view={view} /> : <NothingSubmitted page={page} />}
        </div>
        <aside aria-label="Approval" id="approval" className="flex min-w-0 scroll-mt-24 flex-col gap-4">
          <ReviewAside {...props} />
        </aside>
      </div>
    </ReviewDeskProvider>
  );
}

function RevisionReview({ page, view, actions }: ReviewPageProps & { view: ReviewView }) {
  const against = view.comparedWith ? ` against ${view.comparedWith.label}` : '';
  return (
    <>
      <RevisionHead page={page} view={view} />
      <SectionLinks
        links={[
          { href: '#changes', label: 'Changes', count: view.changes.length },
          { href: '#source', label: 'Source' },
          { href: '#fields', label: 'Fields', count: view.fields.length },
          { href: '#findings', label: 'Findings', count: view.findings.length },
          { href: '#threads', label: 'Threads', count: page.threads.length },
          { href: '#approval', label: 'Approval', narrowOnly: true },
        ]}
      />
      <Section id="changes" title={`What changed${against}`}>
        <ChangeList
          changes={view.changes}
          schemas={view.schemas}
          comparedWith={view.comparedWith}
          fields={view.fields}
        />
        <ChangeConsequences {...view} />
        <ContextChanges changes={view.contextChanges} />
      </Section>
      <SourceSection
        source={view.source}
        materialized={view.materialized}
        older={view.older}
        comparedWith={view.comparedWith}
        findings={view.findings}
      />
      <FieldList fields={view.fields} />
      <FindingList
        proposalId={page.id}
        findings={view.findings}
        exceptions={page.exceptions}
        mayGrant={page.privacy.permissions.grantException}
        grant={actions.grantException}
      />
      <ThreadPanel />
    </>
  );
}

function RevisionHead({ page, view }: { page: ProposalPage; view: ReviewView }) {
  const { shown, comparedWith } = view;
  const compare: RevisionChoice['compare'] = comparedWith?.kind === 'revision' ? comparedWith.number : 'base';
  return (
    <div className="mb-4 flex min-w-0 flex-col gap-2">
      <RevisionPicker
        number={page.number}
        revisions={page.revisions.map(({ number, schemaVersion, baseVersion }) => ({
          number,
          schemaVersion,
          baseVersion,
        }))}
        choice={{ shown: shown.number, compare }}
        myLastReviewedRevision={page.review.myLastReviewedRevision}
      />
      <p className="text-muted text-xs">
        Revision {shown.number} by {shown.author.name}, <Time value={shown.createdAt} format="moment" />
        {shown.message !== '' && (
          <span className="mt-0.5 block max-w-prose whitespace-pre-line break-words text-sm text-text">
            {shown.message}
          </span>
        )}
      </p>
    </div>
  );
}

function ReviewAside({ page, view, now, actions }: ReviewPageProps): ReactNode {
  const newest = page.revisions[0];
  const { myRoles } = page.review;
  const refusal =
    myRoles.length > 0 ? null : (page.permissions.approve.because ?? 'You may not review this proposal.');
  return (
    <>
      <ConditionList page={page} approve={actions.approve} />
      {newest && view && (
        <div id="verdict" className="scroll-mt-20">
          <VerdictForm
            proposalId={page.id}
            newest={{ number: newest.number, hash: newest.hash }}
            shownNumber={view.shown.number}
            newestHref={reviewHref(page.number)}
            roles={myRoles}
            refusal={refusal}
            give={actions.giveReview}
          />
        </div>
      )}
      <ReviewList reviews={page.review.reviews} now={now} />
    </>
  );
}

/** Threads on the proposal, its metrics and its fields are possible before the first revision. */
function NothingSubmitted({ page }: { page: ProposalPage }) {
  return (
    <div className="flex flex-col gap-8">
      <EmptyState
        icon={<FileClock />}
        title="Nothing was submitted for review yet"
        action={
          page.permissions.editDraft.allowed ? (
            <LinkButton href={draftHref(page.number)} variant="primary">
              Open the draft
            </LinkButton>
          ) : undefined
        }
      >
        A review speaks of a revision, which is the draft as it was when it was submitted.
      </EmptyState>
      <ThreadPanel />
    </div>
  );
}
