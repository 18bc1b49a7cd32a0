import type { Mirror } from '@/lib/adapters/git/mirror';
import { findFile, listTree, readBlobs, type TreeEntry } from '@/lib/adapters/git/read-tree';
import type { ImportProblem } from '@/lib/contracts/repository';
import { parseRepositoryTree } from '@/lib/domain/repository/parse-repository-tree';
import { type RepositoryConfig, readRepositoryConfig } from '@/lib/domain/schema/repository-config';
import type { FoundSchema } from './store-schema';

const configPath = '.jsonschema-tools.yaml';

/** What a repository holds at one commit. */
export interface RepositoryContent {
  schemas: FoundSchema[];
  problems: ImportProblem[];
  configText: string;
  config: RepositoryConfig;
}

/** Reads all schemas at a commit; an empty repository (null) gives none. Throws GitError. */
export async function readRepository(mirror: Mirror, commit: string | null): Promise<RepositoryContent> {
  const found = commit ? await findFile(mirror, commit, configPath) : null;
  const configText = found?.toString('utf8') ?? '';
  const { config, findings } = readRepositoryConfig(configText);
  const problems: ImportProblem[] = findings.map((finding) => ({
    path: configPath,
    line: finding.range?.start.line ?? null,
    reason: finding.rule,
    params: finding.params,
  }));
  if (!commit) return { schemas: [], problems, configText, config };
  const entries = await listTree(mirror, commit, config.schemaBasePath);
  const { files, unreadable } = await readFiles(mirror, entries.filter(isSchemaFile));
  const tree = parseRepositoryTree(files, config);
  return {
    schemas: tree.schemas,
    problems: [...problems, ...unreadable, ...tree.problems],
    configText,
    config,
  };
}

function isSchemaFile(entry: TreeEntry): boolean {
  return (
    entry.kind === 'symlink' ||
    /\.(ya?ml|json)$/.test(entry.path) ||
    /\/[^/.]*$|\/\d+\.\d+\.\d+$/.test(entry.path)
  );
}

async function readFiles(mirror: Mirror, entries: TreeEntry[]) {
  const files: { path: string; kind: 'file' | 'symlink'; content: string }[] = [];
  const unreadable: ImportProblem[] = [];
  let at = 0;
  for await (const blob of readBlobs(
    mirror,
    entries.map((entry) => entry.oid),
  )) {
    const entry = entries[at] as TreeEntry;
    at += 1;
    const text = blob.content ? decode(blob.content) : null;
    if (text !== null) files.push({ path: entry.path, kind: entry.kind, content: text });
    else
      unreadable.push({
        path: entry.path,
        line: null,
        reason: blob.content ? 'not-utf-8' : 'file-too-large',
        params: {},
      });
  }
  return { files, unreadable };
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
