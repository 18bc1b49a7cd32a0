'use client';

import { CircleAlert, CircleCheck, Info, TriangleAlert, WandSparkles } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { EmptyState } from '@/components/ui/empty-state';
import { describeFinding, findRuleText } from '@/lib/domain/findings/catalogue';
import type { Finding, Range, Severity } from '@/lib/domain/findings/finding';

interface FindingsPanelProps {
  findings: readonly Finding[];
  onReveal: (range: Range) => void;
  /** Null where nothing may be changed. */
  onFix: ((finding: Finding) => void) | null;
}

const looks: Record<Severity, { Icon: typeof Info; className: string; label: string }> = {
  error: { Icon: CircleAlert, className: 'text-danger', label: 'Error' },
  warning: { Icon: TriangleAlert, className: 'text-warning', label: 'Warning' },
  info: { Icon: Info, className: 'text-info', label: 'Hint' },
};

const order: Severity[] = ['error', 'warning', 'info'];

/** All that is to be said of the draft: errors first, each with its place, its reason, and where possible its repair. */
export function FindingsPanel({ findings, onReveal, onFix }: FindingsPanelProps) {
  if (findings.length === 0) {
    return (
      <EmptyState compact icon={<CircleCheck />} title="Nothing to find fault with">
        No rule has anything to say about this text.
      </EmptyState>
    );
  }
  const sorted = order.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  return (
    <ul className="divide-y">
      {sorted.map((finding, index) => (
        <Line
          key={`${finding.rule} ${finding.path} ${index}`}
          finding={finding}
          onReveal={onReveal}
          onFix={onFix}
        />
      ))}
    </ul>
  );
}

function Line({ finding, onReveal, onFix }: Omit<FindingsPanelProps, 'findings'> & { finding: Finding }) {
  const { Icon, className, label } = looks[finding.severity];
  const { range, fix } = finding;
  return (
    <li className="flex min-w-0 gap-2 px-3 py-2.5">
      <Icon role="img" aria-label={label} className={classNames('mt-0.5 size-4 shrink-0', className)} />
      <div className="min-w-0 flex-1">
        <p className="break-words">{describeFinding(finding)}</p>
        <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
          {range && (
            <button
              type="button"
              onClick={() => onReveal({ ...range })}
              className="rounded-xs text-accent tabular-nums hover:underline"
            >
              Line {range.start.line}
            </button>
          )}
          {fix && onFix && (
            <Button size="sm" icon={<WandSparkles />} className="max-w-full" onClick={() => onFix(finding)}>
              <span className="truncate">{fix.label}</span>
            </Button>
          )}
          <Why rule={finding.rule} />
        </div>
      </div>
    </li>
  );
}

function Why({ rule }: { rule: string }) {
  const text = findRuleText(rule);
  if (!text) return <code className="text-2xs text-faint">{rule}</code>;
  const isLink = /^https:\/\/\S+$/.test(text.source);
  return (
    <details className="min-w-0 open:w-full">
      <summary className="w-fit cursor-pointer rounded-xs text-muted hover:text-text">Why</summary>
      <div className="mt-1 max-w-prose text-muted">
        <p className="font-medium text-text">{text.title}</p>
        <p className="mt-0.5 break-words">{text.explanation}</p>
        <p className="mt-1 flex flex-wrap gap-x-2">
          <code className="text-2xs text-faint">{rule}</code>
          {isLink ? (
            <a
              href={text.source}
              target="_blank"
              rel="noopener noreferrer"
              className="break-all text-accent underline decoration-accent-line underline-offset-2"
            >
              Where this rule comes from
            </a>
          ) : (
            <span className="text-faint">{text.source}</span>
          )}
        </p>
      </div>
    </details>
  );
}
