'use client';

import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { PrivacyField } from '@/lib/contracts/privacy';
import { categoryInfo } from '@/lib/domain/privacy/categories';
import { retentionLabels } from './labels';
import type { DecisionDesk } from './use-decision-edits';

/** Somebody else decided meanwhile: both decisions, and the choice between them. */
export function DecisionConflict({ field, desk }: { field: PrivacyField; desk: DecisionDesk }) {
  const { decision, pointer } = field;
  return (
    <Callout
      tone="warning"
      live
      title={decision ? `${decision.decidedBy.name} decided meanwhile` : 'The decision was removed meanwhile'}
      actions={
        <>
          <Button size="sm" onClick={() => desk.drop(pointer)}>
            Take theirs
          </Button>
          <Button size="sm" onClick={() => desk.insist(field)}>
            Keep mine
          </Button>
        </>
      }
    >
      {decision && (
        <span className="break-words">
          {categoryInfo(decision.category).label}, {retentionLabels[decision.action].toLowerCase()}
          {decision.identifiesPerson && ', identifies a person'}
          {decision.reason && ` — ${decision.reason}`}
        </span>
      )}
    </Callout>
  );
}
