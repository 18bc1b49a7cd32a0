import { z } from 'zod';
import type { ProposalState } from '@/lib/domain/review/proposal-state';
import type { RetentionAction } from '@/lib/domain/review/snapshot';
import type { Field } from '@/lib/domain/schema/types';

/** What the catalogue shows; from the address bar, so what does not fit is read as absent. */
export const catalogueInput = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  repository: z.string().max(64).optional().catch(undefined),
  kind: z.enum(['event', 'fragment']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
export type CatalogueInput = z.output<typeof catalogueInput>;

/** A schema in the list. */
export interface SchemaLine {
  title: string;
  repositoryName: string;
  isFragment: boolean;
  /** The first paragraph. */
  description: string;
  latestVersion: string | null;
  versionCount: number;
  fieldCount: number;
  /** Fields whose name or description matched what was searched for; at most four. */
  matches: { path: string; description: string | null }[];
}

export interface Catalogue {
  items: SchemaLine[];
  total: number;
  page: number;
  pageCount: number;
  repositories: string[];
}

/** One version in a schema's list of versions. */
export interface VersionLine {
  version: string;
  createdAt: string;
  /** Null for a version that was read from the repository. */
  proposal: {
    number: number;
    summary: string;
    proposedBy: string;
    approvedBy: string[];
    signedOffBy: string[];
  } | null;
  /** False while an approved version is on its way into the repository. */
  published: boolean;
}

/** A field with what becomes of it; null where nobody decided, so that it is purged with the rest. */
export interface CatalogueField extends Omit<Field, 'const' | 'default'> {
  retention: { action: RetentionAction; reason: string; decidedBy: string } | null;
}

/** A schema's page, showing one of its versions. */
export interface SchemaPage {
  title: string;
  repositoryName: string;
  isFragment: boolean;
  description: string;
  latestVersion: string | null;
  /** The version that is shown; null where the schema has none yet. */
  version: string | null;
  versions: VersionLine[];
  fields: CatalogueField[];
  /** current.yaml where the latest version is shown, or the source that the version was made from; null where unknown. */
  sourceText: string | null;
  materializedText: string | null;
  /** Fragments that it refers to, by `$ref` URI. */
  refs: string[];
  /** Schemas that refer to this one. */
  usedBy: string[];
  openProposals: { number: number; summary: string; state: ProposalState }[];
}
