'use server';

import { revalidatePath } from 'next/cache';
import { createPersonInput, setDisabledInput, setPasswordInput, setRolesInput } from '@/lib/contracts/person';
import { systemClock } from '@/lib/platform/clock';
import { setDisabled, setPassword, setRoles } from '@/lib/services/person/change-person';
import { createPerson } from '@/lib/services/person/create-person';
import { runAction } from '../../../run-action';

const path = '/admin/people';

export async function createPersonAction(input: unknown) {
  return runAction(createPersonInput, input, async (actor, parsed) => {
    await createPerson(actor, parsed, systemClock);
    revalidatePath(path);
  });
}

export async function setRolesAction(input: unknown) {
  return runAction(setRolesInput, input, async (actor, parsed) => {
    await setRoles(actor, parsed, systemClock);
    revalidatePath(path);
  });
}

export async function setDisabledAction(input: unknown) {
  return runAction(setDisabledInput, input, async (actor, parsed) => {
    await setDisabled(actor, parsed, systemClock);
    revalidatePath(path);
  });
}

export async function setPasswordAction(input: unknown) {
  return runAction(setPasswordInput, input, async (actor, parsed) => {
    await setPassword(actor, parsed, systemClock);
    revalidatePath(path);
  });
}
