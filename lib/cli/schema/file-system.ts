/** What stands in a folder; links are not followed. */
export interface FileEntry {
  /** From the folder that was listed, with `/`; empty for that folder itself. */
  path: string;
  /** `special` is a pipe, a socket or a device; `closed` is a folder that cannot be read. */
  kind: 'file' | 'symlink' | 'folder' | 'special' | 'closed';
}

/** Why a file gives no bytes. A link that leads nowhere is `closed`, too: something is there. */
export type UnreadBecause = 'missing' | 'not-a-file' | 'too-large' | 'closed';

/** The files below a folder that a commit holds, or why there is no telling. */
export type CommittedFiles = ReadonlySet<string> | 'no-working-tree' | 'git-refuses';

/** What the schema commands need of a file system. Paths are the system's own, absolute. Only writing and `listChanged` ever throw. */
export interface FileSystem {
  isDirectory(path: string): boolean;
  isFile(path: string): boolean;
  /** The path without links; what does not exist of it stays as it stands. */
  realPath(path: string): string;
  /**
   * Everything below a folder, in the order of the paths. Hidden folders and `node_modules` are left out, and links to
   * folders not entered.
   */
  list(directory: string): FileEntry[];
  /** The bytes of a file; null where there is none, or where it cannot be read or is larger than 4 MiB. */
  read(path: string): Uint8Array | null;
  /** Why `read` gave null. */
  whyUnread(path: string): UnreadBecause;
  /** The target of a symbolic link, as it stands; null where there is none. */
  readLink(path: string): string | null;
  /** Writes a new file with the folders it needs; throws where something of that name is there already. */
  writeNew(path: string, content: string): void;
  /** Writes a file, in the place of one that is there. */
  write(path: string, content: string): void;
  /** Makes a symbolic link, in the place of one that is there. */
  writeLink(path: string, target: string): void;
  /**
   * The files below a folder that differ from the last commit, or that git does not know yet, relative to the folder;
   * null where the folder is in no working tree of git. Throws where there is no git, or where it refuses.
   */
  listChanged(directory: string): string[] | null;
  /** The files below a folder, relative to it, that a revision holds; null means HEAD, which may hold none yet. */
  listCommitted(directory: string, revision: string | null): CommittedFiles;
}
