import { isAbsolute, relative, resolve, sep } from 'node:path';
import { readWords, UsageError } from '../words';
import type { FileSystem } from './file-system';
import { type Format, formats, type Outcome } from './print-findings';

/** What a command is given: its words without its name, and the world it works in. */
export interface CommandCall {
  words: string[];
  /** The folder in which it was called; paths are meant and shown from here. Absolute. */
  cwd: string;
  fileSystem: FileSystem;
}

/** What a command did. `text` replaces the list of findings in the human format. */
export interface CommandResult {
  format: Format;
  outcome: Outcome;
  text?: string;
  /** 0: nothing to object to; 1: an error was found. */
  status: 0 | 1;
  /** Replaces the report of findings in the JSON format. */
  report?: object;
}

/** The words of a command that works on one repository. */
export function readRepositoryWords(
  call: CommandCall,
  { options = [], flags = [] }: { options?: string[]; flags?: string[] } = {},
) {
  const read = readWords(call.words, ['format', 'refs', ...options], flags);
  const [given, ...others] = read.rest;
  if (given === undefined || others.length > 0)
    throw new UsageError('Name one folder: that of the schema repository.');
  const root = requireFolder(given, call.cwd, call.fileSystem);
  const refs = requireRefs(read.all('refs'), call);
  return { ...read, root, refs, format: readFormat(read.one('format')) };
}

/** The folders of `--refs`, absolute. Throws UsageError for one that is not there. */
export function requireRefs(given: readonly string[], { cwd, fileSystem }: CommandCall): string[] {
  return given.map((folder) => requireFolder(folder, cwd, fileSystem));
}

function requireFolder(given: string, cwd: string, fileSystem: FileSystem): string {
  const folder = resolve(cwd, given);
  if (!fileSystem.isDirectory(folder)) throw new UsageError(`There is no folder ${given}.`);
  return folder;
}

/** The format that was asked for; people's where none was. */
export function readFormat(given: string | undefined): Format {
  const format = given ?? 'human';
  const known = formats.find((name) => name === format);
  if (known === undefined) throw new UsageError(`--format takes one of ${formats.join(', ')}.`);
  return known;
}

/** A path as the caller would write it: relative below the folder in which the command was called. */
export function pathFrom(cwd: string, path: string): string {
  // Most files stand below.
  const below = cwd.endsWith(sep) ? cwd : cwd + sep;
  const short = path.startsWith(below) ? path.slice(below.length) : relative(cwd, path);
  const shown = short.startsWith('..') || isAbsolute(short) ? path : short;
  return shown === '' ? '.' : shown.split(sep).join('/');
}

/** 1 where there is an error among the findings. */
export function statusOf(outcome: Outcome): 0 | 1 {
  return outcome.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}
