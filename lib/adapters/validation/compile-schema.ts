import { Ajv, type ErrorObject, MissingRefError, type Options, type ValidateFunction } from 'ajv';
import type { Json, JsonObject } from '@/lib/domain/schema/json';
import { hasFormat, listFormats } from '@/lib/domain/validate/formats';
import type { EventVerdict } from '@/lib/domain/validate/intake-verdict';
import {
  draft07MetaSchema,
  draft07MetaSchemaIds,
  secureMetaSchema,
} from '@/lib/domain/validate/meta-schemas';
import { findTakenIds } from '@/lib/domain/validate/taken-ids';
import type { ValidationError } from '@/lib/domain/validate/validation-error';
import { askInOrderOfAjv6 } from './ask-in-order';
import { keepDraft07 } from './keep-draft07';
import { type Refusal, refused } from './verdict';

/** Judges one event. May throw, and may run for ever. */
export type Judge = (event: Json) => EventVerdict;

const maxErrors = 100;
const maxParamsLength = 2_000;
const maxPathLength = 1_000;

class UnknownFormat extends Error {}

/** ajv 8 knows no other way to refuse unknown formats alone than to warn of them. */
const logger = {
  log: () => {},
  error: () => {},
  warn: (message: unknown) => {
    if (typeof message === 'string' && message.startsWith('unknown format')) throw new UnknownFormat(message);
  },
};

/**
 * ajv 8 set up to judge as ajv 6 does at EventGate (conformance.md D; lib/EventValidator.js there): every error,
 * defaults filled in when ajv 6 does so, nothing beside a `$ref`, patterns without flags, unknown keywords ignored.
 */
const options: Options = {
  allErrors: true,
  useDefaults: true,
  strict: false,
  $data: false,
  ignoreKeywordsWithRef: true,
  unicodeRegExp: false,
  validateSchema: false,
  messages: false,
  code: { optimize: false },
  logger,
};

const checks = { schema: compileCheck(draft07MetaSchema), security: compileCheck(secureMetaSchema) };

/**
 * Compiles a materialized schema, after asking whether it is a valid draft-07 schema and, where `allowInsecure` is
 * not set, what ajv's security meta-schema says of it, as EventGate does. May run for ever.
 */
export function compileSchema(schema: JsonObject, allowInsecure: boolean): Judge | Refusal {
  const obstacle = findDialectProblem(schema);
  if (obstacle) return obstacle;
  if (!checks.schema(schema)) return refused('invalid-schema', firstPlace(checks.schema));
  if (!allowInsecure && !checks.security(schema)) {
    return refused('insecure-schema', firstPlace(checks.security));
  }
  const [taken] = findTakenIds(schema);
  if (taken) return refused('not-compilable', `The name ${taken.id} is taken`);
  try {
    const validate = createAjv().compile<Json>(keepDraft07(schema));
    return (event) => ({
      valid: validate(event),
      errors: (validate.errors ?? []).slice(0, maxErrors).map(toError),
    });
  } catch (error) {
    return explain(error);
  }
}

/** One instance a schema: what one schema is called says nothing about the next. */
function createAjv(): Ajv {
  const ajv = new Ajv({ ...options, meta: false });
  askInOrderOfAjv6(ajv);
  for (const name of listFormats()) ajv.addFormat(name, (value: string) => hasFormat(name, value));
  for (const uri of draft07MetaSchemaIds) ajv.addSchema(draft07MetaSchema, uri);
  return ajv;
}

function compileCheck(metaSchema: JsonObject): ValidateFunction {
  const ajv = new Ajv({ ...options, useDefaults: false, meta: false });
  for (const name of listFormats()) ajv.addFormat(name, (value: string) => hasFormat(name, value));
  return ajv.compile(metaSchema);
}

function findDialectProblem({ $id: id, $schema: dialect }: JsonObject): Refusal | null {
  if (typeof id === 'string' && draft07MetaSchemaIds.has(withoutHash(id))) {
    return refused('not-compilable', `The name ${id} is taken`);
  }
  if (dialect === undefined || dialect === '') return null;
  const isKnown = typeof dialect === 'string' && draft07MetaSchemaIds.has(withoutHash(dialect));
  return isKnown ? null : refused('unknown-dialect', JSON.stringify(dialect));
}

function withoutHash(uri: string): string {
  return uri.replace(/#\/?$/, '');
}

function firstPlace(check: ValidateFunction): string {
  const [first] = check.errors ?? [];
  return first ? `${first.instancePath || '/'}: ${first.keyword}` : '';
}

function explain(error: unknown): Refusal {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UnknownFormat) return refused('unknown-format', message);
  if (error instanceof MissingRefError) return refused('unresolved-reference', error.missingRef);
  return error instanceof RangeError ? refused('too-deep', message) : refused('not-compilable', message);
}

function toError({ instancePath, schemaPath, keyword, params }: ErrorObject): ValidationError {
  const isShort = JSON.stringify(params).length <= maxParamsLength;
  return {
    path: instancePath.slice(0, maxPathLength),
    schemaPath: schemaPath.replace(/^#/, '').slice(0, maxPathLength),
    keyword,
    params: isShort ? (params as ValidationError['params']) : {},
  };
}
