import type { Metadata } from 'next';
import { AuditPage } from '@/components/audit/audit-page';
import { loadAudit } from '@/lib/services/audit/load-audit';
import { requirePageActor } from '../../../require-page-actor';

export const metadata: Metadata = { title: 'Audit' };

interface Props {
  searchParams: Promise<{ before?: string | string[] }>;
}

export default async function Page({ searchParams }: Props) {
  const actor = await requirePageActor();
  const before = Number((await searchParams).before);
  const page = await loadAudit(actor, Number.isSafeInteger(before) && before > 0 ? before : undefined);
  return <AuditPage {...page} now={new Date().toISOString()} />;
}
