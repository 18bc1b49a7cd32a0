'use client';

import { ExternalLink, ShieldCheck, SquareCheckBig } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { Time } from '@/components/ui/time';
import type { Tone } from '@/components/ui/tone';
import type { ExceptionView } from '@/lib/contracts/privacy';
import type { PermissionView } from '@/lib/contracts/proposal-person';
import type { Severity } from '@/lib/domain/findings/finding';
import { ExceptionDialog } from './exception-dialog';
import type { DeskAction } from './review-desk';
import type { FindingLine } from './review-view';

interface FindingListProps {
  proposalId: string;
  findings: FindingLine[];
  exceptions: ExceptionView[];
  mayGrant: PermissionView;
  grant: DeskAction;
}

const severities: Record<Severity, { label: string; tone: Tone }> = {
  error: { label: 'Error', tone: 'error' },
  warning: { label: 'Warning', tone: 'warning' },
  info: { label: 'Hint', tone: 'info' },
};
const order: readonly Severity[] = ['error', 'warning', 'info'];

/** What the rules say of the revision; the errors first, since each of them blocks approval. */
export function FindingList({ proposalId, findings, exceptions, mayGrant, grant }: FindingListProps) {
  const [rule, setRule] = useState<FindingLine | null>(null);
  const sorted = [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return (
    <Section
      id="findings"
      title="Findings"
      description={`${number(count('error'), 'error')}, ${number(count('warning'), 'warning')}, ${number(count('info'), 'hint')}. Errors block approval; warnings may stand.`}
    >
      {findings.length === 0 ? (
        <EmptyState compact icon={<SquareCheckBig />} title="No finding">
          Every rule is satisfied with this revision.
        </EmptyState>
      ) : (
        <ul className="divide-y overflow-hidden rounded-lg border bg-surface-raised">
          {sorted.map((finding, index) => (
            <FindingRow
              key={`${finding.rule} ${finding.path} ${index}`}
              finding={finding}
              exception={exceptions.find((item) => item.rule === finding.rule && !item.expired) ?? null}
              onGrant={mayGrant.allowed ? () => setRule(finding) : null}
            />
          ))}
        </ul>
      )}
      <ExceptionLines exceptions={exceptions} />
      {rule && (
        <ExceptionDialog
          proposalId={proposalId}
          rule={rule.rule}
          ruleTitle={rule.title}
          grant={grant}
          close={() => setRule(null)}
        />
      )}
    </Section>
  );
}

function number(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

interface FindingRowProps {
  finding: FindingLine;
  exception: ExceptionView | null;
  onGrant: (() => void) | null;
}

function FindingRow({ finding, exception, onGrant }: FindingRowProps) {
  const { label, tone } = severities[finding.severity];
  const line = finding.range?.start.line;
  const canGrant = onGrant && finding.severity === 'error' && finding.liftable && !exception;
  return (
    <li className="min-w-0 px-3 py-2">
      <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={tone}>{label}</Badge>
        {exception && (
          <Badge tone="info" look="outline" icon={<ShieldCheck />}>
            Lifted by an exception
          </Badge>
        )}
        {line !== undefined && (
          <a
            href={`#L${line}`}
            className="text-accent text-xs underline decoration-accent-line underline-offset-2"
          >
            Line {line}
          </a>
        )}
        <span className="min-w-0 basis-full break-words sm:flex-1 sm:basis-auto">{finding.message}</span>
        {canGrant && (
          <Button size="sm" variant="ghost" onClick={onGrant}>
            Grant an exception…
          </Button>
        )}
      </div>
      {finding.explanation && (
        <Disclosure summary={<span className="font-normal text-muted text-xs">{finding.title}</span>}>
          <p className="max-w-prose text-muted">{finding.explanation}</p>
          <RuleSource source={finding.source} rule={finding.rule} />
        </Disclosure>
      )}
    </li>
  );
}

function RuleSource({ source, rule }: { source: string | null; rule: string }) {
  return (
    <p className="mt-1 flex min-w-0 flex-wrap items-center gap-x-2 text-faint text-xs">
      <code>{rule}</code>
      {source && /^https:\/\//.test(source) ? (
        <a
          href={source}
          rel="noopener noreferrer"
          className="inline-flex min-w-0 items-center gap-1 break-all text-accent underline decoration-accent-line underline-offset-2"
        >
          Where the rule comes from <ExternalLink aria-hidden className="size-3" />
        </a>
      ) : (
        source && <span>{source}</span>
      )}
    </p>
  );
}

function ExceptionLines({ exceptions }: { exceptions: ExceptionView[] }) {
  if (exceptions.length === 0) return null;
  return (
    <Disclosure summary="Exceptions granted" aside={`${exceptions.length}`} className="mt-2">
      <ul className="flex flex-col gap-2">
        {exceptions.map(({ id, ruleTitle, reason, grantedBy, expiresAt, expired }) => (
          <li key={id} className="min-w-0">
            <span className="font-medium">{ruleTitle}</span>{' '}
            <span className="text-muted text-xs">
              by {grantedBy.name}, {expired ? 'expired' : 'until'} <Time value={expiresAt} format="day" />
            </span>
            <p className="max-w-prose whitespace-pre-line break-words text-muted">{reason}</p>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
