/** Every way in which Assent refuses; each front door maps a code to its own form once. */
export type ErrorCode =
  | 'not-signed-in'
  | 'not-allowed'
  | 'not-found'
  | 'invalid-input'
  | 'conflict'
  | 'lost-update'
  | 'not-approvable'
  | 'too-many-attempts'
  | 'unavailable'
  | 'misconfigured';

/** HTTP status of each code, for routes that answer problem+json. */
export const errorStatus: Record<ErrorCode, number> = {
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  'invalid-input': 422,
  conflict: 409,
  'lost-update': 409,
  'not-approvable': 409,
  'too-many-attempts': 429,
  unavailable: 503,
  misconfigured: 500,
};

/**
 * A refusal that a person can act on. `message` says what happened and what to do, in one or two sentences;
 * `fields` puts messages beside the inputs they speak of; `details` is data that a screen may show.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string>;
  readonly details: Record<string, unknown>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { fields?: Record<string, string>; details?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.fields = options.fields ?? {};
    this.details = options.details ?? {};
  }
}
