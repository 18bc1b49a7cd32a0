'use client';

import { useSelectedLayoutSegment } from 'next/navigation';
import { LinkTabs } from '@/components/ui/link-tabs';

/** What the tabs count; nothing is drawn for 0. */
export interface TabCounts {
  openThreads: number;
  undecidedFields: number;
}

/** The views of one proposal, each with an address. */
export function ProposalTabs({ number, counts }: { number: number; counts: TabCounts }) {
  const segment = useSelectedLayoutSegment();
  const base = `/proposals/${number}`;
  const items = [
    { href: base, label: 'Overview' },
    { href: `${base}/question`, label: 'Question & metrics' },
    { href: `${base}/draft`, label: 'Draft' },
    { href: `${base}/review`, label: 'Review', count: counts.openThreads || undefined },
    { href: `${base}/privacy`, label: 'Privacy', count: counts.undecidedFields || undefined },
  ];
  return (
    <LinkTabs label="Views of this proposal" items={items} current={segment ? `${base}/${segment}` : base} />
  );
}
