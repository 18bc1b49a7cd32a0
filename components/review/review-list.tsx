import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Markdown } from '@/components/ui/markdown';
import { Panel } from '@/components/ui/panel';
import { Time } from '@/components/ui/time';
import type { Tone } from '@/components/ui/tone';
import type { ReviewLine } from '@/lib/contracts/review';
import { roleLabels } from '@/lib/domain/access/roles';
import type { VerdictStatus } from '@/lib/domain/review/approvals';
import type { Verdict } from '@/lib/domain/review/snapshot';

const words: Record<Verdict, string> = {
  approve: 'approved',
  'request-changes': 'requested changes on',
  comment: 'commented on',
};

/** Every review, newest first: who, in which role, on which revision, and whether it still counts. */
export function ReviewList({ reviews, now }: { reviews: ReviewLine[]; now: string }) {
  if (reviews.length === 0) {
    return (
      <Panel title="Reviews">
        <p className="text-muted">Nobody gave a verdict yet.</p>
      </Panel>
    );
  }
  return (
    <Panel title="Reviews" aside={`${reviews.length}`} flush>
      <ol className="divide-y">
        {reviews.map((review) => (
          <ReviewItem key={review.id} review={review} now={now} />
        ))}
      </ol>
    </Panel>
  );
}

function ReviewItem({ review, now }: { review: ReviewLine; now: string }) {
  const { person, role, verdict, revisionNumber, createdAt, body, statusText } = review;
  return (
    <li className="flex min-w-0 gap-2.5 px-3 py-2.5">
      <Avatar name={person.name} size="sm" decorative className="mt-px" />
      <div className="min-w-0 flex-1">
        <p className="break-words">
          <span className="font-medium">{person.name}</span>{' '}
          <span className="text-muted">
            {words[verdict]} revision {revisionNumber} as {roleLabels[role].toLowerCase()}
          </span>{' '}
          <Time value={createdAt} now={now} className="text-faint text-xs" />
        </p>
        <StatusBadge review={review} />
        {statusText && <p className="mt-0.5 text-muted text-xs">{statusText}</p>}
        {body.trim() !== '' && <Markdown source={body} className="mt-1" />}
      </div>
    </li>
  );
}

const statusLabels: Record<VerdictStatus, { label: string; tone: Tone }> = {
  stands: { label: 'Stands', tone: 'success' },
  lapsed: { label: 'Lapsed', tone: 'warning' },
  void: { label: 'Does not count', tone: 'neutral' },
};

function StatusBadge({ review: { status, verdict } }: { review: ReviewLine }) {
  if (status === null) {
    if (verdict === 'comment') return null;
    return (
      <Badge look="outline" className="mt-0.5">
        Replaced by a later one
      </Badge>
    );
  }
  const { label, tone } = statusLabels[status];
  const blocks = status === 'stands' && verdict === 'request-changes';
  return (
    <Badge tone={blocks ? 'danger' : tone} className="mt-0.5">
      {blocks ? 'Blocks approval' : label}
    </Badge>
  );
}
