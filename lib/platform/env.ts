import { resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from './app-error';

const emptyAsAbsent = (value: unknown) => (value === '' ? undefined : value);
const text = z.preprocess(emptyAsAbsent, z.string().optional());
const role = z.enum(['viewer', 'engineer', 'product-manager', 'analyst', 'admin']);

/** `claim-value=role` pairs, separated by commas: `schema-reviewers=engineer,data-team=analyst`. */
const roleMap = z.preprocess(
  emptyAsAbsent,
  z
    .string()
    .default('')
    .transform((value, context) => {
      const pairs: { value: string; role: z.infer<typeof role> }[] = [];
      for (const part of value
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean)) {
        const at = part.lastIndexOf('=');
        const parsed = role.safeParse(part.slice(at + 1).trim());
        if (at < 1 || !parsed.success) {
          context.addIssue({
            code: 'custom',
            message: `“${part}” is not CLAIM_VALUE=ROLE with a role of viewer, engineer, product-manager, analyst or admin`,
          });
        } else pairs.push({ value: part.slice(0, at).trim(), role: parsed.data });
      }
      return pairs;
    }),
);

const schema = z.object({
  PORT: z.preprocess(emptyAsAbsent, z.coerce.number().int().min(0).max(65535).default(3000)),
  HOST: z.preprocess(emptyAsAbsent, z.string().default('127.0.0.1')),
  DATA_DIR: z.preprocess(emptyAsAbsent, z.string().default('.data')).transform((value) => resolve(value)),
  DATABASE_URL: z.preprocess(
    emptyAsAbsent,
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
      .optional(),
  ),
  PUBLIC_URL: z.preprocess(emptyAsAbsent, z.url({ protocol: /^https?$/ }).optional()),
  AUTH_SECRET: z.preprocess(emptyAsAbsent, z.string().min(32, 'must have at least 32 characters').optional()),
  OIDC_ISSUER: z.preprocess(emptyAsAbsent, z.url({ protocol: /^https?$/ }).optional()),
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
  OIDC_NAME: z.preprocess(emptyAsAbsent, z.string().default('Single sign-on')),
  OIDC_ROLE_CLAIM: z.preprocess(emptyAsAbsent, z.string().default('groups')),
  OIDC_ROLE_MAP: roleMap,
  DEMO: z.preprocess(emptyAsAbsent, z.enum(['auto', 'on', 'off']).default('auto')),
});

export type Env = z.infer<typeof schema>;

let cached: Env | null = null;

/**
 * The settings of this process, read once.
 * Throws `misconfigured` with a sentence that names the setting and what it must be.
 */
export function readEnv(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** The same for given variables, uncached. Throws `misconfigured`. */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const result = schema.safeParse(variables);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new AppError('misconfigured', `A setting cannot be used. ${problems.join('; ')}.`);
  }
  requireWholeOidc(result.data);
  requireSafeDemo(result.data);
  return result.data;
}

/** Demonstration mode lets anybody be anybody: only without a real provider, and only on this machine. */
export function isDemo(env: Env): boolean {
  return (
    env.DEMO === 'on' || (env.DEMO === 'auto' && !env.OIDC_ISSUER && isLoopback(env.HOST) && !env.PUBLIC_URL)
  );
}

/** Tells whether an address is reachable from this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** The address that people type, without a slash at the end. */
export function publicUrl(env: Env): string {
  const host = env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST;
  const shown = isLoopback(env.HOST) || env.HOST === '0.0.0.0' || env.HOST === '::' ? 'localhost' : host;
  return (env.PUBLIC_URL ?? `http://${shown}:${env.PORT}`).replace(/\/+$/, '');
}

function requireWholeOidc(env: Env): void {
  const set = [env.OIDC_ISSUER, env.OIDC_CLIENT_ID, env.OIDC_CLIENT_SECRET].filter(Boolean).length;
  if (set !== 0 && set !== 3) {
    throw new AppError(
      'misconfigured',
      'Single sign-on needs OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET together. Set all three, or none.',
    );
  }
}

function requireSafeDemo(env: Env): void {
  if (env.DEMO !== 'on') return;
  if (!isLoopback(env.HOST) || env.PUBLIC_URL) {
    throw new AppError(
      'misconfigured',
      'Demonstration mode lets anyone log in as anyone, so it runs on a loopback address only. Unset DEMO, or set HOST=127.0.0.1 and unset PUBLIC_URL.',
    );
  }
  if (env.OIDC_ISSUER) {
    throw new AppError(
      'misconfigured',
      'Demonstration mode cannot be combined with OIDC_ISSUER. Unset one of them.',
    );
  }
}
