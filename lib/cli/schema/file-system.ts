/** A file or symbolic link; links are not followed. */
export interface FileEntry {
  /** From the folder that was listed, with `/`. */
  path: string;
  kind: 'file' | 'symlink';
}

/** What the schema commands need of a file system. Paths are the system's own, absolute. */
export interface FileSystem {
  isDirectory(path: string): boolean;
  isFile(path: string): boolean;
  /**
   * Every file and link below a folder, in the order of their paths, hidden folders and `node_modules` left out, and
   * links to folders not entered.
   */
  list(directory: string): FileEntry[];
  /** The bytes of a file; null where there is none, or where it cannot be read or is larger than 4 MiB. */
  read(path: string): Uint8Array | null;
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
}
