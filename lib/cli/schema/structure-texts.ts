import type { RuleText, RuleTexts } from '@/lib/domain/findings/finding';
import { tell } from '@/lib/domain/findings/tell';
import { findProblemText } from '@/lib/domain/repository/problem-texts';
import type { LocatedFinding } from './located-finding';

const layout = 'https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas';

/** Texts of what is said about the files of a repository: its sources, versions and links. */
const structureTexts: RuleTexts = {
  'current-file-exists': {
    title: 'A schema has a source',
    message: ({ currentName }) => `The schema has versions, but no source: ${currentName} is missing.`,
    explanation:
      'The next version is written in the source. Copy the newest version to it, or bring it back from history.',
    source: layout,
  },
  'no-current-link': {
    title: 'The source has no name without extension',
    message: () => 'Something with the name “current”, without extension, stands beside the source.',
    explanation:
      'Only versions and “latest” have names without extension: events must never name the source. Remove or rename it.',
    source: layout,
  },
  'version-file-exists': {
    title: 'The source is materialized',
    message: ({ version, newest }) =>
      newest === null
        ? `Version ${version} of the source is not released yet: its version file is missing.`
        : `The source says version ${version}, and the newest version file is that of ${newest}.`,
    explanation:
      'Every commit holds the version file that its source asks for. “assent materialize” writes what is missing.',
    source: layout,
  },
  'current-equals-newest-version': {
    title: 'The source gives the newest version',
    message: ({ version, place }) =>
      `The source no longer gives what was released as ${version}: it differs at “${place}”.`,
    explanation:
      'A released version never changes. Give the source a new version number in $id, or take the change back.',
    source: layout,
  },
  'latest-link': {
    title: '“latest” points to the newest version',
    message: ({ name, target, found }) =>
      found === null
        ? `${name} must be a symbolic link to ${target}, and is missing.`
        : `${name} must be a symbolic link to ${target}, and is ${found}.`,
    explanation: '“assent materialize” repairs the links of the newest version.',
    source: layout,
  },
  'version-link': {
    title: 'Every version has a name without extension',
    message: ({ name, target, found }) =>
      found === null
        ? `${name} must be a symbolic link to ${target}, and is missing.`
        : `${name} must be a symbolic link to ${target}, and is ${found}.`,
    explanation:
      'Events and references name a version without extension. “assent materialize” writes the links of the version that the source names; make those of older versions by hand, with “ln -s”.',
    source: layout,
  },
  'links-are-files': {
    title: 'Links are symbolic links',
    message: ({ count }) =>
      `This checkout holds ${count} links as small files with the name of their target, and none as a link.`,
    explanation:
      'Some systems and archives cannot hold symbolic links. They were taken for links here; a repository that is published needs real ones.',
    source: layout,
  },
  'content-type-exists': {
    title: 'Every version is written in every content type',
    message: ({ file }) => `The file ${file} is missing.`,
    explanation:
      'The setting contentTypes asks for it. “assent materialize” writes the files of the version that the source names; write those of older versions by hand, from the file that is there.',
    source: layout,
  },
  'content-types-equal': {
    title: 'The files of a version say the same',
    message: ({ file, other }) => `${file} and ${other} hold different schemas.`,
    explanation: 'They are two forms of one version. Bring back the one that was changed.',
    source: layout,
  },
  'id-matches-directory': {
    title: 'The $id agrees with the path',
    message: ({ id, expected }) => `The $id is “${id}” where the path says “${expected}”.`,
    explanation: 'Events name their schema by $id, and the intake looks for the file under that path.',
    source: layout,
  },
  'released-version-differs': {
    title: 'A released version never changes',
    message: ({ version, place }) =>
      `Version ${version} is released and would change at “${place}”, so it was not written.`,
    explanation: 'Give the source a new version number in $id, or take the change back.',
    source: layout,
  },
  'link-occupied': {
    title: 'Links take the place of nothing else',
    message: ({ name, found }) => `The link ${name} was not written, because ${found} stands in its place.`,
    explanation: 'Remove what stands there if nothing needs it, and materialize again.',
    source: layout,
  },
  'not-written': {
    title: 'Versions can be written',
    message: ({ name, code }) => `The system refused to write ${name} (${code}).`,
    explanation:
      'Look whether the folder may be written to, and whether there is space left on the disk. Then materialize again.',
    source: layout,
  },
  'dry-run': {
    title: 'Nothing is written in a dry run',
    message: ({ name }) => `${name} would be written, but the setting dryRun is on.`,
    explanation: 'Set dryRun to false in .jsonschema-tools.yaml, or remove it, and materialize again.',
    source: layout,
  },
  'new-versions-unknown': {
    title: 'git tells which versions are new',
    message: () => 'git does not say which versions are new, so all of them were taken for released.',
    explanation:
      'Versions that are not in the commit to compare with are judged as new ones. Look what “git status” says in this folder; it may belong to somebody else, or git may not be installed.',
    source: layout,
  },
  'no-schemas': {
    title: 'A schema repository holds schemas',
    message: ({ schemaBasePath, currentName }) =>
      `There is no schema below ${schemaBasePath}: no ${currentName} and no version was found.`,
    explanation:
      'Look whether this is the folder that you meant, and what schemaBasePath, currentName and ignoreSchemas say in .jsonschema-tools.yaml.',
    source: layout,
  },
  'ref-target-unusable': {
    title: 'Every $ref leads to a sound schema',
    message: ({ ref, file }) => `The reference ${ref} leads to ${file}, which has errors itself.`,
    explanation:
      'What a $ref names becomes a part of this schema, and its errors with it. Correct that file first.',
    source: layout,
  },
  'ref-out-of-reach': {
    title: 'Every $ref leads to a schema at hand',
    message: ({ ref, places }) =>
      `The reference ${ref} was not found here, and ${places} could not be looked at.`,
    explanation:
      'Nothing is fetched from the network, and only folders that are there can be read. Name a checkout of the repository that holds the schema with --refs DIR.',
    source: layout,
  },
  'base-uri-too-wide': {
    title: 'References are looked for in folders of schemas',
    message: ({ uri }) => `The entry “${uri}” of schemaBaseUris was passed over: it names the whole machine.`,
    explanation: 'Name the folder of the schemas themselves, such as ../primary/jsonschema/.',
    source: layout,
  },
  'source-without-version': {
    title: 'A source says which version it is',
    message: () => 'The source names no version in its $id.',
    explanation: 'The $id of a schema is its title between slashes and the version: /TITLE/X.Y.Z.',
    source: layout,
  },
};

/** The text of a rule, wherever it comes from; null where there is none. */
export function textOf(rule: string): RuleText | null {
  return Object.hasOwn(structureTexts, rule) ? (structureTexts[rule] ?? null) : findProblemText(rule);
}

/** The finding as one sentence. A rule without text shows its name, so that nothing is hidden. */
export function describeLocated({ rule, params }: Pick<LocatedFinding, 'rule' | 'params'>): string {
  const text = textOf(rule);
  return text === null ? rule : tell(text, params);
}
