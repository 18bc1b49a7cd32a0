import { type CommitFile, commitFiles } from '@/lib/adapters/git/commit-files';
import { findCommitByTrailer } from '@/lib/adapters/git/find-commit';
import { GitError } from '@/lib/adapters/git/git-error';
import { fetchMirror, type Mirror } from '@/lib/adapters/git/mirror';
import { pushCommit } from '@/lib/adapters/git/push';
import { findFile, listTree } from '@/lib/adapters/git/read-tree';
import { readRepositoryConfig } from '@/lib/domain/schema/repository-config';
import { compareVersions } from '@/lib/domain/schema/schema-id';
import { planVersionFiles, schemaDirectory } from '@/lib/domain/schema/version-files';
import { readVersion } from '../draft/find-schemas';
import type { ExportRow } from './find-export';

/** How a delivery ended: the commit that has the version, or the file that holds something else. */
export type Delivery =
  | { kind: 'delivered'; commit: string; files: CommitFile[]; parent: string | null }
  | { kind: 'conflict'; path: string };

/** The trailer by which a commit is found again. */
export const exportTrailer = 'Assent-Export';

const tries = 8;
const versionFileName = /\/(\d+\.\d+\.\d+)\.[a-z]+$/;

/**
 * Commits and pushes a version on top of `head`; where somebody else pushed meanwhile, again on top of that.
 * Throws GitError where the repository cannot be reached or never stands still.
 */
export async function deliver(mirror: Mirror, head: string | null, row: ExportRow): Promise<Delivery> {
  let seen = head;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const planned = await planAt(mirror, seen, row);
    const standing = seen ? await findStanding(mirror, seen, { exportId: row.id, files: planned }) : null;
    if (standing) return standing;
    const commit = await commitFiles({
      mirror,
      branch: row.branch,
      parent: seen,
      files: planned,
      // The trailer joins those that stand at the end of the message.
      message: `${row.message.trimEnd()}\n${exportTrailer}: ${row.id}\n`,
      author: { name: row.proposal.author.name, email: row.proposal.author.email },
      committer: { name: 'Assent', email: 'assent@localhost' },
      date: row.createdAt,
    });
    const pushed = await pushCommit({ mirror, commit, branch: row.branch, expected: seen });
    if (pushed === 'pushed') return { kind: 'delivered', commit, files: planned, parent: seen };
    seen = (await fetchMirror(mirror)).head;
  }
  throw new GitError('push-rejected', 'Other pushes came in between every time.');
}

/** The version's files as they belong on top of a commit; never an older version's over a newer one's. */
async function planAt(mirror: Mirror, commit: string | null, row: ExportRow): Promise<CommitFile[]> {
  const { config } = readRepositoryConfig(row.proposal.repository.configText);
  const { title } = row.version.schema;
  const { version, sourceText, text } = row.version;
  const schema = readVersion(row.version);
  if (!schema) throw new Error(`version ${title} ${version} cannot be read back`);
  const latestVersion = await findLatest(mirror, commit, schemaDirectory(config, title));
  const files = planVersionFiles({
    title,
    version,
    sourceText: sourceText ?? '',
    schema,
    config,
    latestVersion,
  });
  const isOlder = latestVersion !== null && compareVersions(version, latestVersion) < 0;
  const approved = `/${version}.${config.contentTypes[0]}`;
  return files
    .filter((file) => !isOlder || !file.path.endsWith(`/${config.currentName}`))
    .map((file) => (file.path.endsWith(approved) ? { ...file, content: text } : file));
}

/** The highest version that the schema's folder holds at a commit. Null where it has none. */
async function findLatest(mirror: Mirror, commit: string | null, folder: string): Promise<string | null> {
  if (!commit) return null;
  const entries = await listTree(mirror, commit, folder);
  const versions = entries.flatMap((entry) => versionFileName.exec(entry.path)?.[1] ?? []);
  return versions.sort(compareVersions).at(-1) ?? null;
}

/** Null where the version is not there yet. */
async function findStanding(
  mirror: Mirror,
  commit: string,
  { exportId, files }: { exportId: string; files: CommitFile[] },
): Promise<Delivery | null> {
  const versionFiles = files.filter((file) => file.kind === 'file' && versionFileName.test(file.path));
  let present = 0;
  for (const file of versionFiles) {
    const bytes = await findFile(mirror, commit, file.path);
    if (bytes === null) continue;
    if (!bytes.equals(Buffer.from(file.content))) return { kind: 'conflict', path: file.path };
    present += 1;
  }
  if (present === 0) return null;
  const found = await findCommitByTrailer(mirror, commit, { key: exportTrailer, value: exportId });
  return { kind: 'delivered', commit: found ?? commit, files: found ? files : [], parent: null };
}
