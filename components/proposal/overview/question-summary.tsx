import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { ProposalPage } from '@/lib/contracts/proposal-page';
import { type QuestionKey, questionKeys } from '@/lib/domain/question/question';
import { questionPrompts } from '@/lib/domain/question/question-prompts';

const first: QuestionKey[] = ['question', 'decision', 'decisionOwner'];

/** The question, the decision and who makes it; the other answers on demand. */
export function QuestionSummary({ page }: { page: ProposalPage }) {
  const { answers } = page.question;
  const answered = questionKeys.filter((key) => answers[key].trim() !== '');
  const rest = questionKeys.filter((key) => !first.includes(key));
  const href = `/proposals/${page.number}/question`;
  return (
    <Panel
      title="Question"
      aside={`${answered.length} of ${questionKeys.length} answered`}
      actions={
        <LinkButton href={href} size="sm" variant="ghost">
          {page.permissions.editQuestion.allowed ? 'Edit' : 'Open'}
        </LinkButton>
      }
    >
      {answered.length === 0 ? (
        <EmptyState compact title="No question is answered yet">
          Reviewers weigh what is collected against what it is for.
        </EmptyState>
      ) : (
        <>
          <dl className="flex flex-col gap-3">
            {first.map((key) => (
              <Answer key={key} name={key} text={answers[key]} />
            ))}
          </dl>
          <Disclosure summary="The other answers" className="mt-3">
            <dl className="flex flex-col gap-3">
              {rest.map((key) => (
                <Answer key={key} name={key} text={answers[key]} />
              ))}
            </dl>
          </Disclosure>
        </>
      )}
    </Panel>
  );
}

function Answer({ name, text }: { name: QuestionKey; text: string }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted text-xs">{questionPrompts[name].label}</dt>
      <dd className="max-w-prose whitespace-pre-line break-words">
        {text.trim() === '' ? <span className="text-warning">Not answered yet.</span> : text}
      </dd>
    </div>
  );
}
