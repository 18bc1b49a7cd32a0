'use client';

import { useMemo, useState } from 'react';
import { SourceView } from '@/components/editor/source-view';
import { CopyButton } from '@/components/ui/copy-button';
import { DiffView } from '@/components/ui/diff-view';
import { EmptyState } from '@/components/ui/empty-state';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { DraftAssessment } from '@/lib/domain/draft/assess-draft';
import type { AssessmentContext } from '@/lib/domain/draft/assessment-context';
import { serializeYaml } from '@/lib/domain/schema/serialize-yaml';

interface MaterializedPanelProps {
  assessment: DraftAssessment;
  base: AssessmentContext['base'];
}

/** The bytes that an approval would publish: references resolved, parts merged, bounds filled in. */
export function MaterializedPanel({ assessment, base }: MaterializedPanelProps) {
  const [view, setView] = useState<'text' | 'changes'>('text');
  const { materializedText: text, version } = assessment;
  const before = useMemo(() => (base ? serializeYaml(base.schema) : ''), [base]);
  if (text === '') {
    return (
      <EmptyState compact title="The draft cannot be materialized now">
        “Findings” says why.
      </EmptyState>
    );
  }
  const file = `${version ?? 'X.Y.Z'}.yaml`;
  return (
    <div className="flex flex-col gap-2 p-2">
      <div className="flex items-center justify-between gap-2 ps-1">
        <code className="text-muted text-xs">{file}</code>
        <span className="flex items-center gap-1.5">
          {base && (
            <SegmentedControl
              label="What to show of the materialized schema"
              size="sm"
              value={view}
              onValueChange={setView}
              segments={[
                { value: 'text', label: 'Text' },
                { value: 'changes', label: `Against ${base.version}` },
              ]}
            />
          )}
          <CopyButton value={text} label="Copy the materialized schema" />
        </span>
      </div>
      {view === 'changes' && base ? (
        <DiffView
          title={file}
          before={before}
          after={text}
          beforeLabel={base.version}
          afterLabel={version ?? 'draft'}
        />
      ) : (
        <SourceView text={text} ariaLabel="The materialized schema" idPrefix="materialized-" />
      )}
    </div>
  );
}
