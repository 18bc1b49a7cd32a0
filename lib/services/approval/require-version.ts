import type { Revision } from '@/lib/adapters/db/generated/client';
import { orderVersions, readVersion } from '@/lib/domain/compatibility/suggest-version';
import { readRepositoryConfig } from '@/lib/domain/schema/repository-config';
import { isFragmentTitle, isValidTitle, toSchemaId } from '@/lib/domain/schema/schema-id';
import { serializeJson } from '@/lib/domain/schema/serialize-json';
import { AppError } from '@/lib/platform/app-error';
import { sha256 } from '@/lib/platform/hash';
import type { ReviewCase } from '../review/load-review-case';

/** What a version holds. */
export interface VersionContent {
  version: string;
  /** The bytes of the file in the repository's first content type. */
  text: string;
  /** SHA-256 of `text`. */
  hash: string;
  description: string;
  isFragment: boolean;
}

/**
 * What no exception can lift, asked once more where a version is made: the schema is what the reviewers saw, its `$id`
 * says this title and a new number greater than the newest. Throws `not-approvable`.
 */
export function requireVersion(
  { assessment, facts, snapshot }: ReviewCase,
  revision: Revision,
): VersionContent {
  const { schema: json, materializedText, version } = assessment;
  if (!json || version === null) throw refusal('The schema cannot be materialized.');
  if (materializedText !== revision.materialized) {
    throw refusal('What this revision gives changed since it was submitted. Submit a new revision.');
  }
  const { schemaTitle: title } = facts;
  const isNamed =
    isValidTitle(title) && json['title'] === title && json['$id'] === toSchemaId(title, version);
  if (!isNamed) throw refusal(`The schema’s title and $id do not say ${title} and version ${version}.`);
  requireNewNumber(version, snapshot.newestVersion);
  const { config } = readRepositoryConfig(facts.repository.configText);
  const text = config.contentTypes[0] === 'json' ? serializeJson(json) : materializedText;
  const description = typeof json['description'] === 'string' ? json['description'].trim() : '';
  return { version, text, hash: sha256(text), description, isFragment: isFragmentTitle(title) };
}

function requireNewNumber(version: string, newest: string | null): void {
  const number = readVersion(version);
  if (!number) throw refusal(`${version} is not a version number.`);
  const before = newest === null ? null : readVersion(newest);
  if (before && orderVersions(number, before) <= 0) {
    throw refusal(`Version ${version} is not greater than ${newest}, the newest one.`);
  }
}

function refusal(message: string): AppError {
  return new AppError('not-approvable', message, { details: { conditions: [] } });
}
