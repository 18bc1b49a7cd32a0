import { join } from 'node:path';
import type { Finding } from '@/lib/domain/findings/finding';
import {
  parseRepositoryTree,
  type RepositoryFile,
  type RepositoryTree,
} from '@/lib/domain/repository/parse-repository-tree';
import { classifySchemaFile, schemaFolder } from '@/lib/domain/repository/repository-layout';
import {
  defaultRepositoryConfig,
  readRepositoryConfig,
  type RepositoryConfig,
} from '@/lib/domain/schema/repository-config';
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
  tree: RepositoryTree;
  /** Texts of sources and version files, by path from the root. */
  texts: ReadonlyMap<string, string>;
}

/**
 * Reads a schema repository: its configuration, its sources and its versions. A folder without configuration has
 * upstream's defaults. Files that cannot be used are problems of the tree.
 */
export function loadCheckout(fileSystem: FileSystem, root: string): Checkout {
  const configText = decode(fileSystem.read(join(root, configName))) ?? '';
  const { config, findings } = readRepositoryConfig(configText);
  return { ...loadFolder(fileSystem, root, config), configFindings: findings, configText };
}

/** Tells whether the folder itself is the root of a schema repository. */
export function isCheckout(fileSystem: FileSystem, root: string): boolean {
  return fileSystem.isFile(join(root, configName));
}

/** Reads a folder that holds schemas directly, as the entries of `schemaBaseUris` name them. */
export function loadSchemaFolder(fileSystem: FileSystem, root: string): Checkout {
  const loaded = loadFolder(fileSystem, root, { ...defaultRepositoryConfig });
  return { ...loaded, configFindings: [], configText: '' };
}

function loadFolder(
  fileSystem: FileSystem,
  root: string,
  config: RepositoryConfig,
): Omit<Checkout, 'configFindings' | 'configText'> {
  const folder = schemaFolder(config);
  const directory = folder === null ? null : join(root, folder);
  const listed = directory !== null && fileSystem.isDirectory(directory) ? fileSystem.list(directory) : [];
  const entries = new Map<string, FileEntry>();
  const texts = new Map<string, string>();
  const unread: string[] = [];
  for (const entry of listed) {
    const path = folder === '' ? entry.path : `${folder}/${entry.path}`;
    entries.set(path, { ...entry, path });
    if (entry.kind === 'symlink' || classifySchemaFile(path, config) === null) continue;
    const text = decode(fileSystem.read(join(root, path)));
    if (text === null) unread.push(path);
    else texts.set(path, text);
  }
  const tree = parseRepositoryTree(filesOf(entries, texts), config);
  for (const path of unread) tree.problems.push({ path, line: null, reason: 'not-utf-8', params: {} });
  return { root, config, entries, texts, tree };
}

function filesOf(
  entries: ReadonlyMap<string, FileEntry>,
  texts: ReadonlyMap<string, string>,
): RepositoryFile[] {
  const files: RepositoryFile[] = [];
  for (const { path, kind } of entries.values()) {
    const content = kind === 'symlink' ? '' : texts.get(path);
    if (content !== undefined) files.push({ path, kind, content });
  }
  return files;
}

function decode(bytes: Uint8Array | null): string | null {
  if (bytes === null) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
