import { CircleAlert, CircleCheck, Info, ShieldAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { toneClass } from './tone';

export type CalloutTone = 'info' | 'success' | 'warning' | 'danger' | 'privacy';

export interface CalloutProps {
  tone?: CalloutTone;
  title?: ReactNode;
  actions?: ReactNode;
  /** Read out when it appears. For what arrives after an action, not for what stood there at the start. */
  live?: boolean;
  className?: string;
  children?: ReactNode;
}

const ICONS = {
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
  privacy: ShieldAlert,
};

/** A message set apart from the text around it. */
export function Callout({ tone = 'info', title, actions, live, className, children }: CalloutProps) {
  const Icon = ICONS[tone];
  return (
    <div
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      className={classNames(
        toneClass(tone),
        'flex min-w-0 items-start gap-2.5 rounded-lg border border-tone-line bg-tone-soft px-3 py-2.5',
        className,
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-tone" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className={classNames('text-text', title ? 'mt-0.5' : '')}>{children}</div>}
      </div>
      {actions && <div className="flex shrink-0 flex-wrap gap-1.5">{actions}</div>}
    </div>
  );
}
