import Link from 'next/link';
import type { ProposalPage } from '@/lib/contracts/proposal-page';
import type { ConditionView } from '@/lib/contracts/review';
import type { ThreadView } from '@/lib/contracts/thread';
import { describeFinding } from '@/lib/domain/findings/catalogue';
import { describeAnchor, threadExcerpt } from './describe-anchor';
import { draftHref, fieldDecisionHref, privacyHref, reviewHref, threadHref } from './review-links';

const maxLinks = 6;

interface PlaceLink {
  key: string;
  href: string;
  label: string;
  mono?: boolean;
}

/** The places where a condition that does not hold can be made to hold; at most six, and how many more there are. */
export function ConditionLinks({
  condition,
  page,
}: {
  condition: ConditionView;
  page: Pick<ProposalPage, 'number' | 'threads' | 'privacy'>;
}) {
  const links = linksOf(condition, page);
  if (links.length === 0) return null;
  const rest = links.length - maxLinks;
  return (
    <ul className="mt-1 flex min-w-0 flex-wrap gap-x-3 gap-y-0.5 text-xs">
      {links.slice(0, maxLinks).map(({ key, href, label, mono }) => (
        <li key={key} className="min-w-0 max-w-full">
          <Link
            href={href}
            title={label}
            className={`block truncate text-accent underline decoration-accent-line underline-offset-2 hover:decoration-current ${mono ? 'font-mono text-2xs leading-4' : ''}`}
          >
            {label}
          </Link>
        </li>
      ))}
      {rest > 0 && <li className="text-muted">and {rest} more</li>}
    </ul>
  );
}

type LinkedPage = Pick<ProposalPage, 'number' | 'threads' | 'privacy'>;

function linksOf(condition: ConditionView, page: LinkedPage): PlaceLink[] {
  if (condition.holds) return [];
  switch (condition.id) {
    case 'lint':
      return condition.findings.map((finding, index) => ({
        key: `${finding.rule} ${finding.path} ${index}`,
        href: reviewHref(page.number, 'findings'),
        label: lineOf(finding.range?.start.line) + describeFinding(finding),
      }));
    case 'compatibility':
      return [{ key: 'changes', href: reviewHref(page.number, 'changes'), label: 'See what breaks' }];
    case 'approvals':
      return [{ key: 'verdict', href: reviewHref(page.number, 'verdict'), label: 'Reviews given so far' }];
    case 'sign-off':
      return signOffLinks(condition, page);
    case 'threads':
      return condition.threadIds.map((id) => ({
        key: id,
        href: threadHref(page.number, id),
        label: threadLabel(page.threads.find((thread) => thread.id === id)),
      }));
    case 'base':
      return [{ key: 'draft', href: draftHref(page.number), label: 'Open the draft' }];
  }
}

function signOffLinks(condition: ConditionView, { number, privacy }: LinkedPage): PlaceLink[] {
  const paths = new Map(privacy.fields.map((field) => [field.pointer, field.path]));
  const fields = condition.pointers.map((pointer) => ({
    key: pointer,
    href: fieldDecisionHref(number, pointer),
    label: paths.get(pointer) ?? pointer,
    mono: true,
  }));
  if (fields.length > 0) return fields;
  return [{ key: 'privacy', href: privacyHref(number, 'sign-off'), label: 'Open the privacy review' }];
}

function lineOf(line: number | undefined): string {
  return line === undefined ? '' : `Line ${line}: `;
}

function threadLabel(thread: ThreadView | undefined): string {
  if (!thread) return 'A blocking thread';
  const text = threadExcerpt(thread);
  const place = describeAnchor(thread.anchor);
  return text === '' ? place : `${place}: ${text}`;
}
