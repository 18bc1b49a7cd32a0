import { describe, expect, it } from 'vitest';
import { isDemo, isLoopback, parseEnv, publicUrl } from '@/lib/platform/env';

describe('the settings', () => {
  it('have defaults for a first try', () => {
    const env = parseEnv({});
    expect(env).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', DEMO: 'auto' });
    expect(isDemo(env)).toBe(true);
    expect(publicUrl(env)).toBe('http://localhost:3000');
  });

  it('read an empty value as absent', () => {
    expect(parseEnv({ PORT: '', DATABASE_URL: '', OIDC_ISSUER: '' })).toMatchObject({ PORT: 3000 });
  });

  it.each([
    [{ PORT: 'x' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://x' }, 'must begin with postgresql://'],
    [{ AUTH_SECRET: 'short' }, 'at least 32 characters'],
    [{ OIDC_ISSUER: 'https://id.example.org' }, 'together'],
    [{ OIDC_ROLE_MAP: 'a=king' }, 'is not CLAIM_VALUE=ROLE'],
    [{ DEMO: 'on', HOST: '0.0.0.0' }, 'loopback address only'],
    [{ DEMO: 'on', PUBLIC_URL: 'https://assent.example.org' }, 'loopback address only'],
  ])('refuse %j with what to do', (variables, message) => {
    expect(() => parseEnv(variables)).toThrow(message);
  });

  it('never start a demonstration by themselves where others could reach it, or where a provider is set', () => {
    const oidc = { OIDC_ISSUER: 'https://id.example.org', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' };
    expect(isDemo(parseEnv({ HOST: '0.0.0.0' }))).toBe(false);
    expect(isDemo(parseEnv({ PUBLIC_URL: 'https://assent.example.org' }))).toBe(false);
    expect(isDemo(parseEnv(oidc))).toBe(false);
    expect(isDemo(parseEnv({ DEMO: 'off' }))).toBe(false);
  });

  it('map claim values to roles, also values with an equals sign', () => {
    expect(parseEnv({ OIDC_ROLE_MAP: 'cn=data=analyst, eng=engineer' }).OIDC_ROLE_MAP).toEqual([
      { value: 'cn=data', role: 'analyst' },
      { value: 'eng', role: 'engineer' },
    ]);
  });

  it('know which addresses are this machine alone', () => {
    expect(['127.0.0.1', '127.8.8.8', '::1', 'localhost'].every(isLoopback)).toBe(true);
    expect(
      ['0.0.0.0', '::', '10.0.0.1', 'localhost.example.org', '127.0.0.1.example.org'].some(isLoopback),
    ).toBe(false);
  });
});
