import { ArrowRight } from 'lucide-react';

/** From which version a proposal goes to which; “new schema” where nothing stood before. */
export function VersionStep({ from, to }: { from: string | null; to: string | null }) {
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap">
      <span className={from ? 'font-mono text-xs' : ''}>{from ?? 'new schema'}</span>
      <ArrowRight aria-label="to" className="size-3 text-faint rtl:-scale-x-100" />
      <span className={to ? 'font-mono text-text text-xs' : ''}>{to ?? 'no version yet'}</span>
    </span>
  );
}
