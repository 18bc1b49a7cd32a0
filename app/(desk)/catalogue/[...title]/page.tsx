import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SchemaView } from '@/components/catalogue/schema-view';
import { findSchemaPage } from '@/lib/services/schema/load-schema-page';
import { requirePageActor } from '../../../require-page-actor';

interface Props {
  params: Promise<{ title: string[] }>;
  searchParams: Promise<{
    version?: string | string[];
    tab?: string | string[];
    repository?: string | string[];
  }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: titleOf((await params).title) };
}

export default async function Page({ params, searchParams }: Props) {
  const actor = await requirePageActor();
  const { version, tab, repository } = await searchParams;
  const title = titleOf((await params).title);
  const page = await findSchemaPage(actor, { title, version: one(version), repository: one(repository) });
  if (!page) notFound();
  return <SchemaView page={page} tab={one(tab) ?? 'fields'} now={new Date().toISOString()} />;
}

function titleOf(parts: string[]): string {
  return parts.map(decodeURIComponent).join('/');
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
