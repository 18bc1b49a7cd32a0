import { z } from 'zod';
import { emptyQuestion, type Question, questionKeys } from '@/lib/domain/question/question';
import {
  fieldPointer,
  maxAnswerBytes,
  proposalId,
  someTextUpTo,
  textUpTo,
  versionCounter,
} from './proposal-text';

/** A schema's title: parts of lower-case letters, digits, `_`, `-` and `.`, joined by slashes. */
export const schemaTitle = z
  .string()
  .trim()
  .max(200, 'The title is too long: at most 200 characters.')
  .refine((title) => !title.startsWith('/'), 'A title has no slash in front: analytics/button/click.')
  .refine(
    (title) => /^[a-z0-9][a-z0-9_.-]*(\/[a-z0-9][a-z0-9_.-]*)+$/i.test(title),
    'A title is a path of two or more parts: analytics/button/click.',
  )
  .refine(
    (title) => !/(^|\/)(\d+\.\d+\.\d+|latest|current)(\.|\/|$)/.test(title),
    'No part of a title may look like a version.',
  )
  .refine(
    (title) => title.split('/').every((part) => !part.endsWith('.') && !part.endsWith('.lock')),
    'No part of a title may end in a dot or in .lock.',
  );

/** Begins a proposal; a schema with this title makes it the next version, otherwise the schema is new. */
export const createProposalInput = z.object({
  /** Where a new schema goes; absent means the default schema repository, or where the schema stands. */
  repositoryId: z.uuid('Choose a schema repository.').optional(),
  title: schemaTitle,
  summary: someTextUpTo(200, 'The summary'),
  /** True where the person was told of other open proposals for the same schema and goes on. */
  confirmed: z.boolean().default(false),
});
export type CreateProposalInput = z.input<typeof createProposalInput>;

export const withdrawProposalInput = z.object({
  proposalId,
  reason: someTextUpTo(maxAnswerBytes, 'The reason'),
});
export type WithdrawProposalInput = z.input<typeof withdrawProposalInput>;

const answers = Object.fromEntries(
  questionKeys.map((key) => [key, textUpTo(maxAnswerBytes, 'This answer')]),
) as Record<keyof Question, ReturnType<typeof textUpTo>>;

export const saveQuestionInput = z.object({
  proposalId,
  expectedVersion: versionCounter,
  answers: z
    .object(answers)
    .partial()
    .transform((given) => ({ ...emptyQuestion, ...given }) as Question),
});
export type SaveQuestionInput = z.input<typeof saveQuestionInput>;

const metricFields = {
  name: someTextUpTo(200, 'The name'),
  definition: someTextUpTo(maxAnswerBytes, 'The definition'),
  fieldPointers: z.array(fieldPointer).max(500, 'A metric may name at most 500 fields.').default([]),
};

export const addMetricInput = z.object({ proposalId, ...metricFields });
export type AddMetricInput = z.input<typeof addMetricInput>;

export const updateMetricInput = z.object({
  proposalId,
  metricId: z.uuid('This is not the id of a metric.'),
  expectedVersion: versionCounter,
  ...metricFields,
});
export type UpdateMetricInput = z.input<typeof updateMetricInput>;

export const removeMetricInput = z.object({
  proposalId,
  metricId: z.uuid('This is not the id of a metric.'),
  expectedVersion: versionCounter,
});
export type RemoveMetricInput = z.input<typeof removeMetricInput>;

export const setControlFieldsInput = z.object({
  proposalId,
  /** Fields that control or validate data, and so serve no metric; replaces the list that stands. */
  fieldPointers: z.array(fieldPointer).max(500, 'At most 500 fields.'),
});
export type SetControlFieldsInput = z.input<typeof setControlFieldsInput>;

/** Builds the proposal on the newest version of its schema. */
export const updateBaseInput = z.object({ proposalId });
export type UpdateBaseInput = z.input<typeof updateBaseInput>;
