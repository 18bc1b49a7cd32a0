import { join } from 'node:path';
import type { Finding } from '@/lib/domain/findings/finding';
import { type ListedVersion, listVersions } from '@/lib/domain/repository/list-versions';
import {
  parseRepositoryTree,
  type RepositoryFile,
  type RepositoryTree,
} from '@/lib/domain/repository/parse-repository-tree';
import { classifySchemaFile, schemaFolder } from '@/lib/domain/repository/repository-layout';
import { createValueReader, readSource } from '@/lib/domain/schema/read-source';
import {
  defaultRepositoryConfig,
  readRepositoryConfig,
  type RepositoryConfig,
} from '@/lib/domain/schema/repository-config';
import type { ReadResult } from '@/lib/domain/schema/types';
import type { FileEntry, FileSystem } from './file-system';

const configName = '.jsonschema-tools.yaml';

/** A schema repository on disk, as far as the commands look at it. */
export interface Checkout {
  /** Absolute. */
  root: string;
  config: RepositoryConfig;
  /** About the configuration file. */
  configFindings: Finding[];
  configText: string;
  /** Every file and link below the schemas' folder, by path from the root. */
  entries: ReadonlyMap<string, FileEntry>;
  /** The released versions by the folder of their schema, as the paths tell them. */
  versions: ReadonlyMap<string, readonly ListedVersion[]>;
  tree: RepositoryTree;
  /** The text of a file, by path from the root; null where there is none, or it is not UTF-8. */
  textOf(path: string): string | null;
  /** The same as a schema. Each file is read once. */
  read(path: string): ReadResult | null;
  /** The same for a value that is only looked at: versions share what they have in common. */
  readShared(path: string): ReadResult | null;
}

/**
 * How much of a repository is read at once: all of it, or the sources alone, so that a command which needs little
 * more stays quick. Released versions are then known by their paths until somebody asks for them.
 */
export type Depth = 'whole' | 'sources' | 'paths';

/**
 * Reads a schema repository: its configuration, its sources and its versions. A folder without configuration has
 * upstream's defaults. Files that cannot be used are problems of the tree.
 */
export function loadCheckout(fileSystem: FileSystem, root: string, depth: Depth): Checkout {
  const configText = decode(fileSystem.read(join(root, configName))) ?? '';
  const { config, findings } = readRepositoryConfig(configText);
  return { ...loadFolder(fileSystem, root, config, depth), configFindings: findings, configText };
}

/** Tells whether the folder itself is the root of a schema repository. */
export function isCheckout(fileSystem: FileSystem, root: string): boolean {
  return fileSystem.isFile(join(root, configName));
}

/** Lists a folder that holds schemas directly, as the entries of `schemaBaseUris` name them. */
export function loadSchemaFolder(fileSystem: FileSystem, root: string): Checkout {
  const loaded = loadFolder(fileSystem, root, { ...defaultRepositoryConfig }, 'paths');
  return { ...loaded, configFindings: [], configText: '' };
}

function loadFolder(
  fileSystem: FileSystem,
  root: string,
  config: RepositoryConfig,
  depth: Depth,
): Omit<Checkout, 'configFindings' | 'configText'> {
  const entries = listEntries(fileSystem, root, config);
  const files = createFiles(fileSystem, root);
  const versions = listVersions(filePaths(entries), config);
  const tree =
    depth === 'paths' ? { schemas: [], problems: [] } : readTree({ entries, files, config, depth });
  if (depth === 'sources') {
    for (const schema of tree.schemas) {
      schema.versions = (versions.get(schema.title) ?? []).map((version) => ({
        ...version,
        get text() {
          return files.textOf(version.path) ?? '';
        },
      }));
    }
  }
  return { root, config, entries, versions, tree, ...files };
}

function listEntries(fileSystem: FileSystem, root: string, config: RepositoryConfig): Map<string, FileEntry> {
  const folder = schemaFolder(config);
  const directory = folder === null ? null : join(root, folder);
  const listed = directory !== null && fileSystem.isDirectory(directory) ? fileSystem.list(directory) : [];
  const entries = new Map<string, FileEntry>();
  for (const entry of listed) {
    const path = folder === '' ? entry.path : `${folder}/${entry.path}`;
    entries.set(path, { ...entry, path });
  }
  return entries;
}

function* filePaths(entries: ReadonlyMap<string, FileEntry>): Iterable<string> {
  for (const { path, kind } of entries.values()) if (kind === 'file') yield path;
}

type Files = Pick<Checkout, 'textOf' | 'read' | 'readShared'>;

function createFiles(fileSystem: FileSystem, root: string): Files {
  const known = new Map<string, ReadResult | null>();
  const shared = new Map<string, ReadResult | null>();
  const textOf = (path: string): string | null =>
    (known.get(path) ?? shared.get(path))?.source?.text ?? decode(fileSystem.read(join(root, path)));
  const remembering =
    (results: Map<string, ReadResult | null>, readText: (text: string) => ReadResult) =>
    (path: string): ReadResult | null => {
      let result = results.get(path);
      if (result !== undefined) return result;
      const text = textOf(path);
      result = text === null ? null : readText(text);
      results.set(path, result);
      return result;
    };
  return {
    textOf,
    read: remembering(known, createValueReader({ shares: false })),
    readShared: remembering(shared, createValueReader({ shares: true })),
  };
}

interface TreeReading {
  entries: ReadonlyMap<string, FileEntry>;
  files: Files;
  config: RepositoryConfig;
  depth: Depth;
}

function readTree({ entries, files, config, depth }: TreeReading): RepositoryTree {
  const unread: string[] = [];
  const readByText = new Map<string, ReadResult>();
  const found = function* (): Iterable<RepositoryFile> {
    for (const { path, kind } of entries.values()) {
      const place = classifySchemaFile(path, config);
      if (place === null || (depth === 'sources' && place.role !== 'current')) continue;
      if (kind === 'symlink') {
        yield { path, kind, content: '' };
        continue;
      }
      const result = place.role === 'current' ? files.read(path) : files.readShared(path);
      const content = result === null ? null : (result.source?.text ?? files.textOf(path));
      if (result === null || content === null) unread.push(path);
      else {
        readByText.set(content, result);
        yield { path, kind, content };
      }
    }
  };
  const tree = parseRepositoryTree(found(), config, (text) => readByText.get(text) ?? readSource(text));
  for (const path of unread) tree.problems.push({ path, line: null, reason: 'not-utf-8', params: {} });
  return tree;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array | null): string | null {
  if (bytes === null) return null;
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}
