import { z } from 'zod';
import type { Json } from '@/lib/domain/schema/json';

export const repositoryName = z
  .string()
  .trim()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,62}$/,
    'A repository’s name has lower-case letters, digits and hyphens, and begins with a letter or digit.',
  );

export const registerRepositoryInput = z.object({
  source: z
    .string()
    .trim()
    .min(1, 'Enter the path or URL of a git repository.')
    .max(2048, 'That is too long for a URL.'),
  name: repositoryName,
  branch: z.string().trim().max(200).optional(),
});
export type RegisterRepositoryInput = z.output<typeof registerRepositoryInput>;

export const repositoryIdInput = z.object({ repositoryId: z.uuid() });
export const importIdInput = z.object({ importId: z.uuid() });

/** Something of a repository that could not be read; the rest was. `line` counts from 1, null where none is known. */
export interface ImportProblem {
  path: string;
  line: number | null;
  /** A reason's or a rule's name, with the values of its sentence (domain/repository/problem-texts). */
  reason: string;
  params: Record<string, Json>;
}

/** One reading of a repository. */
export interface ImportProgress {
  id: string;
  repositoryId: string;
  repositoryName: string;
  state: 'queued' | 'running' | 'done' | 'failed';
  /** Schemas handled, of `total`; `total` is 0 until the repository was listed. */
  done: number;
  total: number;
  schemas: number;
  versions: number;
  added: number;
  unchanged: number;
  refused: number;
  problems: ImportProblem[];
  error: string | null;
  commit: string | null;
  startedAt: string;
  finishedAt: string | null;
}

/** A registered schema repository, for lists. `url` has no password in it. */
export interface RepositoryLine {
  id: string;
  name: string;
  url: string;
  branch: string;
  isDefault: boolean;
  headCommit: string | null;
  importedAt: string | null;
  schemas: number;
  versions: number;
  lastImport: ImportProgress | null;
}

/** The last line of an import: what was read, and what became of it. */
export function summarizeImport(progress: ImportProgress): string {
  const { schemas, versions, added, unchanged, refused } = progress;
  return `Read ${count(schemas, 'schema')} and ${count(versions, 'version')}: ${added} new, ${unchanged} unchanged, ${refused} refused.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
