import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { createPersonInput, setPasswordInput } from '@/lib/contracts/person';
import { isRole, roles } from '@/lib/domain/access/roles';
import { AppError } from '@/lib/platform/app-error';
import { systemClock } from '@/lib/platform/clock';
import { setDisabled, setPassword, setRoles } from '@/lib/services/person/change-person';
import { createPerson } from '@/lib/services/person/create-person';
import { findPersonByEmail } from '@/lib/services/person/load-people';
import { readWords, UsageError } from './words';

/** `user create|password|disable|enable|roles`: people of an installation, by whoever has its machine. */
export async function runUserCommand(words: string[]): Promise<number> {
  const [command, ...more] = words;
  if (command === 'create') return create(more);
  const { rest } = readWords(more, []);
  const email = rest[0];
  if (!email || !['password', 'disable', 'enable', 'roles'].includes(command ?? '')) {
    throw new UsageError(
      'user has the commands create, password, disable, enable and roles; each takes an e-mail address.',
    );
  }
  const person = await findPersonByEmail(email);
  if (!person) throw new AppError('not-found', `There is no account for ${email}.`);
  if (command === 'password') return changePassword(person.id);
  if (command === 'roles') {
    await setRoles(
      null,
      { personId: person.id, roles: readRoles(rest.slice(1)), version: person.version },
      systemClock,
    );
  } else await setDisabled(null, { personId: person.id, disabled: command === 'disable' }, systemClock);
  process.stdout.write('Done.\n');
  return 0;
}

async function create(words: string[]): Promise<number> {
  const { rest, one, all, flag } = readWords(words, ['name', 'role'], ['admin']);
  const email = rest[0];
  if (!email || rest.length > 1) throw new UsageError('user create takes one e-mail address.');
  const { password, made } = await askPassword();
  const parsed = createPersonInput.safeParse({
    email,
    name: one('name') ?? email.split('@')[0],
    roles: readRoles([
      ...all('role'),
      ...(flag('admin') ? ['admin'] : []),
      ...(all('role').length === 0 ? ['viewer'] : []),
    ]),
    password,
  });
  if (!parsed.success)
    throw new AppError('invalid-input', parsed.error.issues.map((issue) => issue.message).join(' '));
  await createPerson(null, parsed.data, systemClock);
  process.stdout.write(`Created ${parsed.data.email} (${parsed.data.roles.join(', ')}).\n`);
  if (made) process.stdout.write(`Password: ${password}\n`);
  return 0;
}

async function changePassword(personId: string): Promise<number> {
  const { password, made } = await askPassword();
  const parsed = setPasswordInput.safeParse({ personId, password });
  if (!parsed.success)
    throw new AppError('invalid-input', parsed.error.issues.map((issue) => issue.message).join(' '));
  await setPassword(null, parsed.data, systemClock);
  process.stdout.write(made ? `Password: ${password}\n` : 'The password is set; all sessions ended.\n');
  return 0;
}

/** From ASSENT_PASSWORD, from a pipe or the keyboard; where an empty line is given, a strong one is made and shown. */
async function askPassword(): Promise<{ password: string; made: boolean }> {
  const given = process.env.ASSENT_PASSWORD || (await readLine());
  return given
    ? { password: given, made: false }
    : { password: randomBytes(18).toString('base64url'), made: true };
}

async function readLine(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('Password (empty: one is made for you): ');
  const lines = createInterface({ input: process.stdin, terminal: false });
  for await (const line of lines) {
    lines.close();
    return line;
  }
  return '';
}

function readRoles(names: string[]) {
  const unknown = names.find((name) => !isRole(name));
  if (unknown !== undefined)
    throw new UsageError(`“${unknown}” is no role. The roles are ${roles.join(', ')}.`);
  if (names.length === 0) throw new UsageError(`Name the roles: ${roles.join(', ')}.`);
  return roles.filter((role) => names.includes(role));
}
