import type { Metadata } from 'next';
import { CataloguePage } from '@/components/catalogue/catalogue-page';
import { catalogueInput } from '@/lib/contracts/catalogue';
import { loadCatalogue } from '@/lib/services/schema/load-catalogue';
import { requirePageActor } from '../../require-page-actor';

export const metadata: Metadata = { title: 'Catalogue' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: Props) {
  const actor = await requirePageActor();
  const input = catalogueInput.parse(await searchParams);
  return <CataloguePage catalogue={await loadCatalogue(actor, input)} input={input} />;
}
