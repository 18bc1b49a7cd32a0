import { hash, verify } from '@node-rs/argon2';

// RFC 9106, second recommended option: 64 MiB, 3 passes, 4 lanes; argon2id is the library's default.
const parameters = { memoryCost: 65_536, timeCost: 3, parallelism: 4 };

/** The argon2id hash of a password, in PHC string format. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), parameters);
}

/** Checks a password. Where there is no hash it does the same work and answers false, so that timing tells nothing. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const known = await verify(passwordHash ?? (await decoy), password.normalize('NFKC'));
  return known && passwordHash !== null;
}

let decoy: Promise<string> | null = null;
