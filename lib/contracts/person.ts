import { z } from 'zod';
import { roles, type Role } from '@/lib/domain/access/roles';

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'An e-mail address has at most 254 characters.')
  .regex(/^[^\s@<>"]+@[^\s@<>"]+$/, 'Enter an e-mail address, like name@example.org.');

const name = z.string().trim().min(1, 'Enter a name.').max(200, 'A name has at most 200 characters.');

/** NIST SP 800-63B: length is what counts; no composition rules. */
export const password = z
  .string()
  .min(12, 'A password has at least 12 characters.')
  .max(1024, 'A password has at most 1024 characters.');

const roleList = z.array(z.enum(roles)).transform((list) => roles.filter((role) => list.includes(role)));

export const createPersonInput = z.object({ email, name, roles: roleList, password: password.optional() });
export type CreatePersonInput = z.output<typeof createPersonInput>;

export const setRolesInput = z.object({ personId: z.uuid(), roles: roleList, version: z.number().int() });
export type SetRolesInput = z.output<typeof setRolesInput>;

export const setDisabledInput = z.object({ personId: z.uuid(), disabled: z.boolean() });
export type SetDisabledInput = z.output<typeof setDisabledInput>;

export const setPasswordInput = z.object({ personId: z.uuid(), password });
export type SetPasswordInput = z.output<typeof setPasswordInput>;

/** A person in the list of people. */
export interface PersonLine {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  /** How they can log in. */
  logins: ('password' | 'provider' | 'demo')[];
  disabledAt: string | null;
  createdAt: string;
  version: number;
}
