'use client';

import { type ReactNode, useState } from 'react';
import { CountBadge } from '@/components/ui/count-badge';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { DraftView } from '@/lib/contracts/draft';
import type { Finding, Range } from '@/lib/domain/findings/finding';
import { ChangesPanel } from './changes-panel';
import { FieldsPanel } from './fields-panel';
import { FindingsPanel } from './findings-panel';
import { MaterializedPanel } from './materialized-panel';
import type { AssessedText } from './use-assessment';

interface DraftSideProps {
  assessed: AssessedText;
  draft: DraftView;
  /** Shows a place in the editor. */
  onReveal: (range: Range) => void;
  /** Null where the draft may only be read. */
  onFix: ((finding: Finding) => void) | null;
}

type Segment = 'fields' | 'findings' | 'changes' | 'materialized';

/** Beside the editor: what the text means, what is to be said of it, what changed, and what will be published. */
export function DraftSide({ assessed, draft, onReveal, onFix }: DraftSideProps) {
  const [segment, setSegment] = useState<Segment>('fields');
  const { assessment } = assessed;
  const errors = assessment.findings.filter((finding) => finding.severity === 'error').length;
  const counted = (label: string, count: number, emphasis = false): ReactNode => (
    <>
      {label} {count > 0 && <CountBadge count={count} emphasis={emphasis} />}
    </>
  );
  return (
    <section
      aria-label="About the draft"
      className="min-w-0 overflow-hidden rounded-lg border bg-surface-raised"
    >
      <div className="overflow-x-auto border-b bg-surface-sunken px-2 py-1.5">
        <SegmentedControl<Segment>
          label="What to show beside the draft"
          value={segment}
          onValueChange={setSegment}
          segments={[
            { value: 'fields', label: 'Fields' },
            { value: 'findings', label: counted('Findings', assessment.findings.length, errors > 0) },
            { value: 'changes', label: counted('Changes', assessment.comparison?.changes.length ?? 0) },
            { value: 'materialized', label: 'Materialized' },
          ]}
        />
      </div>
      <div className="relative max-h-[max(24rem,calc(100dvh-21.5rem))] overflow-y-auto overscroll-contain">
        {segment === 'fields' && (
          <FieldsPanel assessment={assessment} isNewSchema={draft.context.isNewSchema} onReveal={onReveal} />
        )}
        {segment === 'findings' && (
          <FindingsPanel findings={assessment.findings} onReveal={onReveal} onFix={onFix} />
        )}
        {segment === 'changes' && <ChangesPanel assessed={assessed} draft={draft} />}
        {segment === 'materialized' && (
          <MaterializedPanel assessment={assessment} base={draft.context.base} />
        )}
      </div>
    </section>
  );
}
