import { join } from 'node:path';
import type { Finding } from '@/lib/domain/findings/finding';
import { listVersions } from '@/lib/domain/repository/list-versions';
import {
  parseRepositoryTree,
  type RepositoryFile,
  type RepositoryTree,
} from '@/lib/domain/repository/parse-repository-tree';
import { classifySchemaFile } from '@/lib/domain/repository/repository-layout';
import { readSource } from '@/lib/domain/schema/read-source';
import { readRepositoryConfig, type RepositoryConfig } from '@/lib/domain/schema/repository-config';
import type { ReadResult } from '@/lib/domain/schema/types';
import { type CheckoutFiles, createCheckoutFiles } from './checkout-files';
import type { FileSystem } from './file-system';
import { type FileOrLink, type Listing, listEntries } from './list-entries';

const configName = '.jsonschema-tools.yaml';

/** A schema repository on disk, as far as the commands look at it. */
export interface Checkout extends CheckoutFiles, Listing {
  /** Absolute. */
  root: string;
  config: RepositoryConfig;
  /** About the configuration file. */
  configFindings: Finding[];
  configText: string;
  tree: RepositoryTree;
}

/**
 * How much of a repository is read at once: all of it, or the sources alone, so that a command which needs little
 * more stays quick. Released versions are then known by their paths until somebody asks for them.
 */
export type Depth = 'whole' | 'sources';

/**
 * Reads a schema repository: its configuration, its sources and its versions. A folder without configuration has
 * upstream's defaults. Files that cannot be used are problems of the tree.
 */
export function loadCheckout(fileSystem: FileSystem, root: string, depth: Depth): Checkout {
  const { config, configText, configFindings } = loadConfig(fileSystem, root);
  const { problems, ...listing } = listEntries(fileSystem, root, config);
  const { entries } = listing;
  const files = createCheckoutFiles(fileSystem, root);
  const tree = readTree({ entries, files, config, depth });
  tree.problems.push(...problems);
  if (depth === 'sources') {
    const versions = listVersions(filePaths(entries), config);
    for (const schema of tree.schemas) {
      schema.versions = (versions.get(schema.title) ?? []).map((version) => ({
        ...version,
        get text() {
          return files.textOf(version.path) ?? '';
        },
      }));
    }
  }
  return { root, config, configText, configFindings, ...listing, tree, ...files };
}

type LoadedConfig = Pick<Checkout, 'config' | 'configText' | 'configFindings'>;

/** Reads the configuration of a repository; one that is there and cannot be read must not pass for an empty one. */
export function loadConfig(fileSystem: FileSystem, root: string): LoadedConfig {
  const files = createCheckoutFiles(fileSystem, root);
  const text = files.textOf(configName);
  const { config, findings } = readRepositoryConfig(text ?? '');
  const rule = text === null ? files.whyNot(configName) : 'file-missing';
  const unread: Finding[] =
    rule === 'file-missing' ? [] : [{ rule, severity: 'error', path: '', params: {} }];
  return { config, configText: text ?? '', configFindings: [...unread, ...findings] };
}

/** Tells whether the folder itself is the root of a schema repository. */
export function isCheckout(fileSystem: FileSystem, root: string): boolean {
  return fileSystem.isFile(join(root, configName));
}

function* filePaths(entries: ReadonlyMap<string, FileOrLink>): Iterable<string> {
  for (const { path, kind } of entries.values()) if (kind === 'file') yield path;
}

interface TreeReading {
  entries: ReadonlyMap<string, FileOrLink>;
  files: CheckoutFiles;
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
  for (const path of unread) tree.problems.push({ path, line: null, reason: files.whyNot(path), params: {} });
  return tree;
}
