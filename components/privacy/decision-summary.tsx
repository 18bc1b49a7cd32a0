import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import type { PrivacyField } from '@/lib/contracts/privacy';
import { categoryInfo } from '@/lib/domain/privacy/categories';
import { retentionLabels } from './labels';
import type { EarlierDecision } from './retention-changes';

interface DecisionSummaryProps {
  field: PrivacyField;
  earlier: EarlierDecision | undefined;
  now: string;
  /** Null where this person may not decide. */
  onExpand: (() => void) | null;
}

/** What stands about a field, and by whom; for a field that nobody decided, what happens to it then. */
export function DecisionSummary({ field, earlier, now, onExpand }: DecisionSummaryProps) {
  const { decision, path, toDecide } = field;
  return (
    <div className="flex min-w-0 items-start gap-3 md:justify-end md:text-end">
      <div className="min-w-0 md:max-w-72">
        {decision ? (
          <>
            <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 md:justify-end">
              <span>{categoryInfo(decision.category).label}</span>
              {decision.identifiesPerson && <Badge tone="privacy">Identifies a person</Badge>}
              <Badge tone={decision.action}>{retentionLabels[decision.action]}</Badge>
            </p>
            <p className="text-muted text-xs">
              {decision.decidedBy.name}, <Time value={decision.decidedAt} now={now} />
            </p>
            {decision.reason !== '' && (
              <p className="line-clamp-2 break-words text-muted text-xs" title={decision.reason}>
                {decision.reason}
              </p>
            )}
          </>
        ) : (
          <p className="flex flex-wrap items-center gap-x-2 md:justify-end">
            <span className="text-muted">
              {toDecide
                ? 'Nobody decided yet'
                : earlier
                  ? `Decided by ${earlier.decidedBy}`
                  : 'Not on the allowlist'}
            </span>
            <Badge tone={earlier?.action ?? 'purge'} look="outline">
              {retentionLabels[earlier?.action ?? 'purge']}
            </Badge>
          </p>
        )}
      </div>
      {onExpand && (
        <Button size="sm" variant="ghost" onClick={onExpand} className="ms-auto md:ms-0">
          {decision ? 'Change' : 'Decide'}
          <span className="sr-only"> {path}</span>
        </Button>
      )}
    </div>
  );
}
