'use client';

import {
  Check,
  CircleDot,
  FilePenLine,
  GitCommitVertical,
  MessageSquare,
  type LucideIcon,
  ShieldCheck,
  Upload,
  X,
} from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-error';
import { Panel } from '@/components/ui/panel';
import { Time } from '@/components/ui/time';
import { Timeline } from '@/components/ui/timeline';
import type { Tone } from '@/components/ui/tone';
import type { HistoryLine, HistoryPage } from '@/lib/contracts/history';
import type { OverviewActions } from './overview-actions';

interface HistoryPanelProps {
  proposalId: string;
  history: HistoryPage;
  /** ISO 8601. */
  now: string;
  loadHistory: OverviewActions['loadHistory'];
}

/** How many lines stand there before more are asked for. */
const shownAtFirst = 12;

/** Who did what and when, newest first. */
export function HistoryPanel({ proposalId, history, now, loadHistory }: HistoryPanelProps) {
  const [older, setOlder] = useState<HistoryPage | null>(null);
  const [all, setAll] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const lines = [...history.lines, ...(older?.lines ?? [])];
  const next = older ? older.next : history.next;
  const shown = all ? lines : lines.slice(0, shownAtFirst);
  const isMore = shown.length < lines.length || next !== null;
  const showMore = async () => {
    if (shown.length < lines.length) return setAll(true);
    setPending(true);
    const result = await loadHistory({ proposalId, before: next });
    setPending(false);
    if (!result.ok) return setError(result.error.message);
    setOlder({ lines: [...(older?.lines ?? []), ...result.value.lines], next: result.value.next });
    setAll(true);
  };
  return (
    <Panel title="History">
      <Timeline label="History" items={shown.map((line) => toItem(line, now))} />
      {error && <FormError>{error}</FormError>}
      {isMore && (
        <Button size="sm" variant="ghost" className="mt-2" loading={pending} onClick={showMore}>
          Show more
        </Button>
      )}
    </Panel>
  );
}

function toItem(line: HistoryLine, now: string) {
  const [Icon, tone] = iconOf(line.action);
  return {
    id: String(line.seq),
    icon: <Icon />,
    tone,
    title: (
      <span className="break-words">
        <span className="font-medium">{line.actorName}</span> {line.text}
      </span>
    ),
    time: <Time value={line.at} now={now} />,
    body: line.note && <p className="line-clamp-6 whitespace-pre-line break-words">{line.note}</p>,
  };
}

const icons: [prefix: string, icon: LucideIcon, tone: Tone][] = [
  ['proposal.approved', Check, 'success'],
  ['proposal.withdrawn', X, 'withdrawn'],
  ['proposal.', CircleDot, 'neutral'],
  ['draft.', FilePenLine, 'neutral'],
  ['suggestion.', FilePenLine, 'neutral'],
  ['question.', FilePenLine, 'neutral'],
  ['metric.', FilePenLine, 'neutral'],
  ['control-fields.', FilePenLine, 'neutral'],
  ['revision.', Upload, 'accent'],
  ['thread.', MessageSquare, 'neutral'],
  ['comment.', MessageSquare, 'neutral'],
  ['review.', Check, 'accent'],
  ['export.', GitCommitVertical, 'done'],
];

/** Whatever else is recorded of a proposal (decisions, sign-offs, tiers, exceptions) is about privacy and rules. */
function iconOf(action: string): [LucideIcon, Tone] {
  const known = icons.find(([prefix]) => action.startsWith(prefix));
  return known ? [known[1], known[2]] : [ShieldCheck, 'privacy'];
}
