import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnv } from '@/lib/platform/env';
import { setDisabled, setPassword, setRoles } from '@/lib/services/person/change-person';
import { createPerson } from '@/lib/services/person/create-person';
import { loadPeople } from '@/lib/services/person/load-people';
import { signInAsDemoPerson, signInByPassword } from '@/lib/services/session/sign-in-by-password';
import { signInByProvider } from '@/lib/services/session/sign-in-by-provider';
import { createPerson as createRow } from '../../factories/person';
import { createTestDatabase, type TestDatabase } from '../test-database';

const at = new Date('2026-05-04T10:00:00.000Z');
const clock = () => at;
const password = 'correct horse battery staple';

describe('accounts', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    const issuer = 'https://id.example.org';
    Object.assign(readEnv(), {
      OIDC_ISSUER: issuer,
      OIDC_ROLE_CLAIM: 'groups',
      OIDC_ROLE_MAP: [{ value: 'data', role: 'analyst' }],
    });
  });
  afterAll(() => database.close());

  const add = async (email: string) => {
    const { id } = await createPerson(null, { email, name: 'Somebody', roles: ['viewer'], password }, clock);
    return database.db.person.findUniqueOrThrow({ where: { id } });
  };

  it('lets a person in with the right password only, whatever the case of the address', async () => {
    const person = await add('right@example.org');
    expect(await signInByPassword(' Right@Example.org ', password, clock)).toEqual({
      id: person.id,
      name: 'Somebody',
      epoch: 0,
    });
    expect(await signInByPassword('right@example.org', 'wrong password!', clock)).toBeNull();
    expect(await signInByPassword('nobody@example.org', password, clock)).toBeNull();
    expect(person.passwordHash).toMatch(/^\$argon2id\$/);
  });

  it('stops guessing after ten failures, for a quarter of an hour', async () => {
    await add('guessed@example.org');
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect(await signInByPassword('guessed@example.org', `wrong password ${attempt}`, clock)).toBeNull();
    }
    await expect(signInByPassword('guessed@example.org', password, clock)).rejects.toMatchObject({
      code: 'too-many-attempts',
    });
    const later = () => new Date(at.getTime() + 16 * 60_000);
    expect(await signInByPassword('guessed@example.org', password, later)).not.toBeNull();
  });

  it('ends sessions when an account is disabled or gets a new password', async () => {
    const admin = await createRow(database.db, ['admin']);
    const person = await add('ended@example.org');
    await setDisabled(admin, { personId: person.id, disabled: true }, clock);
    expect(await signInByPassword('ended@example.org', password, clock)).toBeNull();
    await setDisabled(admin, { personId: person.id, disabled: false }, clock);
    const again = await signInByPassword('ended@example.org', password, clock);
    expect(again?.epoch).toBe(2);
    await setPassword(admin, { personId: person.id, password: 'another long password' }, clock);
    const row = await database.db.person.findUniqueOrThrow({ where: { id: person.id } });
    expect(row.sessionEpoch).toBe(3);
  });

  it('leaves people to admins', async () => {
    const engineer = await createRow(database.db, ['engineer']);
    const person = await add('theirs@example.org');
    const refused = { code: 'not-allowed' };
    await expect(setDisabled(engineer, { personId: person.id, disabled: true }, clock)).rejects.toMatchObject(
      refused,
    );
    await expect(loadPeople(engineer)).rejects.toMatchObject(refused);
    const input = { email: 'new@example.org', name: 'New', roles: ['admin' as const] };
    await expect(createPerson(engineer, input, clock)).rejects.toMatchObject(refused);
  });

  it('never takes the role from the last admin, not even from two at once', async () => {
    await database.db.person.updateMany({ where: { roles: { has: 'admin' } }, data: { roles: ['viewer'] } });
    const one = await createRow(database.db, ['admin']);
    const other = await createRow(database.db, ['admin']);
    const results = await Promise.allSettled([
      setRoles(one, { personId: other.id, roles: ['viewer'], version: 0 }, clock),
      setRoles(other, { personId: one.id, roles: ['viewer'], version: 0 }, clock),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await database.db.person.count({ where: { roles: { has: 'admin' } } })).toBe(1);
  });

  it('refuses a change to roles that somebody else changed since', async () => {
    const admin = await createRow(database.db, ['admin']);
    const person = await add('changed@example.org');
    await setRoles(admin, { personId: person.id, roles: ['engineer'], version: 0 }, clock);
    const late = setRoles(admin, { personId: person.id, roles: ['analyst'], version: 0 }, clock);
    await expect(late).rejects.toMatchObject({ code: 'lost-update' });
  });

  it('refuses a second account for an address', async () => {
    await add('twice@example.org');
    await expect(add('twice@example.org')).rejects.toMatchObject({
      code: 'conflict',
      fields: { email: expect.any(String) },
    });
  });

  it('creates people from a provider, and gives the roles of their groups', async () => {
    const person = await signInByProvider(
      { sub: 's1', email: 'One@example.org', name: 'One', groups: ['data', 'x'] },
      clock,
    );
    expect(person).toMatchObject({ email: 'one@example.org', name: 'One', roles: ['analyst', 'viewer'] });
    const later = await signInByProvider({ sub: 's1', email: 'one@example.org', groups: [] }, clock);
    expect(later).toMatchObject({ id: person?.id, roles: ['viewer'] });
  });

  it('takes over an account only where the provider verified the address', async () => {
    const local = await add('local@example.org');
    expect(await signInByProvider({ sub: 's2', email: 'local@example.org' }, clock)).toBeNull();
    const verified = await signInByProvider(
      { sub: 's2', email: 'local@example.org', email_verified: true },
      clock,
    );
    expect(verified?.id).toBe(local.id);
  });

  it('refuses a provider’s person whose account is disabled', async () => {
    const person = await signInByProvider({ sub: 's3', email: 'three@example.org' }, clock);
    await database.db.person.update({ where: { id: person?.id }, data: { disabledAt: at } });
    expect(await signInByProvider({ sub: 's3', email: 'three@example.org' }, clock)).toBeNull();
  });

  it('lets nobody be somebody else outside a demonstration', async () => {
    const person = await add('not-demo@example.org');
    await expect(signInAsDemoPerson(person.id)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
