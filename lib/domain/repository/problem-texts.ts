import { findRuleText } from '../findings/catalogue';
import type { RuleText, RuleTexts } from '../findings/finding';
import { tell } from '../findings/tell';
import type { RepositoryProblem } from './parse-repository-tree';

const layout = 'https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas';

/** Texts of the reasons for which a file of a schema repository is left out. */
const problemTexts: RuleTexts = {
  'base-path-outside': {
    title: 'The schemas lie in the repository',
    message: ({ schemaBasePath }) =>
      `The setting schemaBasePath (${schemaBasePath}) leads out of the repository.`,
    explanation: 'Only what is in the repository itself can be read. Give schemaBasePath as a relative path.',
    source: layout,
  },
  'link-instead-of-file': {
    title: 'Sources and versions are files',
    message: () => 'This is a symbolic link where a file is needed.',
    explanation:
      'Links are for names without extension and for “latest”. A source and a released version are files of their own.',
    source: layout,
  },
  'version-file-name': {
    title: 'Versions are named X.Y.Z',
    message: () => 'The name of the file is not a plain version number.',
    explanation: 'A released version has three numbers and nothing else, such as 1.2.0.',
    source: layout,
  },
  'unsafe-title': {
    title: 'Titles are plain paths',
    message: ({ directory }) => `The folder “${directory}” cannot be the title of a schema.`,
    explanation:
      'A title consists of letters, digits, “_”, “-” and “.”, in parts separated by “/”. No part is named like a file of a schema: “latest”, “current” or a version number.',
    source: layout,
  },
  'title-missing': {
    title: 'A schema has a title',
    message: ({ directory }) => `The schema has no title; it should be “${directory}”.`,
    explanation: 'The title is the name by which streams and events refer to a schema.',
    source: layout,
  },
  'title-directory-mismatch': {
    title: 'The title equals the folder',
    message: ({ title, directory }) => `The title is “${title}”, but the folder is “${directory}”.`,
    explanation:
      'A schema is looked up by its path. If title and folder differ, nobody can find it by its title.',
    source: layout,
  },
  'version-missing': {
    title: 'A released version says which',
    message: () => 'The schema names no version in its $id.',
    explanation: 'An event names the version it follows by $id, which ends in the version number.',
    source: layout,
  },
  'version-file-mismatch': {
    title: 'The $id agrees with the file',
    message: ({ version, expected }) =>
      `The $id says version ${version}, but the file is that of ${expected}.`,
    explanation: 'The same bytes would be found under two numbers. Correct the $id or the name of the file.',
    source: layout,
  },
  'version-changed': {
    title: 'A version never changes',
    message: () => 'These are other bytes than this version had when it was read before.',
    explanation:
      'Events and tables rely on what a released version said. Put the old bytes back, and release the change under a new number.',
    source: layout,
  },
  'base-path-missing': {
    title: 'The folder of the schemas is there',
    message: ({ schemaBasePath }) =>
      `The setting schemaBasePath (${schemaBasePath}) names a folder that is not there.`,
    explanation: 'No schema was looked at. Correct schemaBasePath, or make the folder.',
    source: layout,
  },
  'closed-folder': {
    title: 'Folders can be read',
    message: () => 'The folder could not be read, so nothing in it was looked at.',
    explanation: 'Look who may read and enter the folder.',
    source: layout,
  },
  unreadable: {
    title: 'Files can be read',
    message: () => 'The file could not be read.',
    explanation:
      'Look who may read the file. If it is a link, look whether it leads to a file that is there, and not in a circle.',
    source: layout,
  },
  'not-a-file': {
    title: 'Sources and versions are plain files',
    message: () => 'A plain file belongs here, and something else stands in its place.',
    explanation: 'It is a folder, a pipe or a device. Remove it, and put the file back.',
    source: layout,
  },
  'not-utf-8': {
    title: 'Schemas are UTF-8',
    message: () => 'The file is not UTF-8 text.',
    explanation: 'Save it as UTF-8 and import again.',
    source: layout,
  },
  'file-too-large': {
    title: 'Schemas are small',
    message: () => 'The file is larger than 4 MiB.',
    explanation: 'No schema needs to be that large. Look for data that was saved in the wrong place.',
    source: layout,
  },
};

/** The text of a reason; null where there is none of that name. */
export function findProblemText(reason: string): RuleText | null {
  return Object.hasOwn(problemTexts, reason) ? (problemTexts[reason] ?? null) : findRuleText(reason);
}

/** The problem as one sentence. A reason without text shows its name, so that nothing is hidden. */
export function describeProblem(problem: Pick<RepositoryProblem, 'reason' | 'params'>): string {
  const text = findProblemText(problem.reason);
  return text === null ? problem.reason : tell(text, problem.params);
}
