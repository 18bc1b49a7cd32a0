import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export interface ErrorStateProps {
  title: string;
  children?: ReactNode;
  /** A number to name when asking for help. */
  requestId?: string;
  action?: ReactNode;
}

/** What stands where something could not be shown: what happened, and what one can do. */
export function ErrorState({ title, children, requestId, action }: ErrorStateProps) {
  return (
    <div
      role="alert"
      className="flex flex-col items-center gap-1.5 rounded-lg border border-dashed px-6 py-14 text-center"
    >
      <TriangleAlert aria-hidden className="mb-1 size-5 text-danger" strokeWidth={1.6} />
      <p className="font-semibold text-sm">{title}</p>
      {children && <div className="max-w-md text-muted">{children}</div>}
      {requestId && (
        <p className="text-faint text-xs">
          Request <code className="select-all">{requestId}</code>
        </p>
      )}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
