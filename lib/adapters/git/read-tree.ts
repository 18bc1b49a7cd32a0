import { GitError } from './git-error';
import { inMirror, type Mirror } from './mirror';
import { checkObjectId } from './ref-name';
import { runGit } from './run-git';
import { startGit } from './start-git';
import { checkTreePath } from './tree-path';

export interface TreeEntry {
  /** From the root of the repository, with `/`; it comes from the repository and may hold odd characters. */
  path: string;
  /** `100644`, `100755` or `120000`. */
  mode: string;
  oid: string;
  /** Bytes. */
  size: number;
  kind: 'file' | 'symlink';
}

export interface Blob {
  oid: string;
  /** Bytes. */
  size: number;
  /** Null where the blob is larger than the limit. A symbolic link's content is its target. */
  content: Buffer | null;
}

/** Bytes of one file. The largest schema anyone has published is well under a tenth of it. */
export const maxFileBytes = 4 * 1024 * 1024;
const maxEntries = 500_000;
const readTimeoutMs = 5 * 60_000;

/**
 * Every file and symbolic link under a folder at a commit, in git's order; submodules are left out.
 * An empty `underPath` means the whole tree; a folder that does not exist gives an empty list.
 * Throws GitError `refused` for an unsafe path, `too-large` for more than 500,000 entries.
 */
export async function listTree(mirror: Mirror, commit: string, underPath = ''): Promise<TreeEntry[]> {
  checkObjectId(commit);
  const folder = underPath.replace(/^(?:\.\/)+|\/+$/g, '').replace(/^\.$/, '');
  if (folder !== '') checkTreePath(folder);
  const args = ['ls-tree', '-r', '-z', '-l', '--full-tree', commit];
  if (folder !== '') args.push('--', `${folder}/`);
  const options = inMirror(mirror, { timeoutMs: readTimeoutMs, maxOutputBytes: 512 * 1024 * 1024 });
  const { stdout } = await runGit(args, options);
  const records = stdout.toString('utf8').split('\0');
  if (records.length > maxEntries) {
    throw new GitError('too-large', `The repository holds more than ${maxEntries} files.`);
  }
  return records.flatMap((record) => parseEntry(record));
}

/**
 * Reads blobs one after the other through a single git process, in the order asked for, holding one in
 * memory at a time. Throws GitError `failed` where an object does not exist, `refused` for an id that is none.
 *
 * @param limit bytes; a larger blob comes without content
 */
export async function* readBlobs(
  mirror: Mirror,
  oids: readonly string[],
  limit: number = maxFileBytes,
): AsyncGenerator<Blob> {
  if (oids.length === 0) return;
  oids.forEach(checkObjectId);
  const input = `${oids.join('\n')}\n`;
  const git = startGit(['cat-file', '--batch'], inMirror(mirror, { input, timeoutMs: readTimeoutMs }));
  git.done.catch(() => {});
  const reader = new BatchReader(git.stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer>);
  try {
    for (const oid of oids) yield await readOne(reader, oid, limit);
    await git.done;
  } finally {
    git.stop(new GitError('failed', 'Reading was broken off.'));
  }
}

/**
 * The content of one file at a commit; null where there is none. A symbolic link is not followed: its content
 * is its target. Throws GitError `refused` for an unsafe path, `too-large` above `maxFileBytes`.
 */
export async function findFile(mirror: Mirror, commit: string, path: string): Promise<Buffer | null> {
  checkObjectId(commit);
  checkTreePath(path);
  const { stdout } = await runGit(
    ['ls-tree', '-z', '-l', '--full-tree', commit, '--', path],
    inMirror(mirror),
  );
  const entry = parseEntry(stdout.toString('utf8').split('\0')[0] ?? '')[0];
  if (!entry) return null;
  if (entry.size > maxFileBytes)
    throw new GitError('too-large', `The file ${path} is larger than ${maxFileBytes} bytes.`);
  return (await runGit(['cat-file', 'blob', entry.oid], inMirror(mirror))).stdout;
}

function parseEntry(record: string): TreeEntry[] {
  const fields = /^(\d{6}) blob ([0-9a-f]+) +(\d+)\t(.*)$/s.exec(record);
  if (!fields) return [];
  const [, mode = '', oid = '', size = '0', path = ''] = fields;
  return [{ path, mode, oid, size: Number(size), kind: mode === '120000' ? 'symlink' : 'file' }];
}

async function readOne(reader: BatchReader, oid: string, limit: number): Promise<Blob> {
  const header = await reader.line();
  const fields = /^[0-9a-f]+ blob (\d+)$/.exec(header);
  if (!fields)
    throw new GitError('failed', `The object ${oid} cannot be read: ${header || 'git ended early'}.`);
  const size = Number(fields[1]);
  const content = await reader.take(size, size <= limit);
  await reader.take(1, false);
  return { oid, size, content };
}

/** Cuts the output of `git cat-file --batch` into header lines and contents. */
class BatchReader {
  private pending: Buffer = Buffer.alloc(0);

  constructor(private readonly chunks: AsyncIterator<Buffer>) {}

  async line(): Promise<string> {
    let end = this.pending.indexOf(0x0a);
    while (end < 0 && (await this.more())) end = this.pending.indexOf(0x0a);
    const line = this.pending.subarray(0, Math.max(end, 0)).toString('utf8');
    this.pending = this.pending.subarray(end + 1);
    return line;
  }

  /** Takes exactly this many bytes; returns null, and keeps nothing, unless they are wanted. */
  async take(length: number, wanted: boolean): Promise<Buffer | null> {
    const kept: Buffer[] = [];
    let missing = length;
    while (missing > 0) {
      if (this.pending.length === 0 && !(await this.more())) throw new GitError('failed', 'git ended early.');
      const part = this.pending.subarray(0, missing);
      if (wanted) kept.push(part);
      this.pending = this.pending.subarray(part.length);
      missing -= part.length;
    }
    return wanted ? Buffer.concat(kept) : null;
  }

  private async more(): Promise<boolean> {
    const next = await this.chunks.next();
    if (next.done) return false;
    this.pending = this.pending.length === 0 ? next.value : Buffer.concat([this.pending, next.value]);
    return true;
  }
}
