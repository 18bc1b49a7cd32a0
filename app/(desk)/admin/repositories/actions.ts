'use server';

import { revalidatePath } from 'next/cache';
import { importIdInput, registerRepositoryInput, repositoryIdInput } from '@/lib/contracts/repository';
import { systemClock } from '@/lib/platform/clock';
import { loadImport } from '@/lib/services/repository/load-repositories';
import { setDefaultRepository, startImport } from '@/lib/services/repository/manage-repository';
import { registerRepository } from '@/lib/services/repository/register-repository';
import { runAction } from '../../../run-action';

const path = '/admin/repositories';

export async function registerAction(input: unknown) {
  return runAction(registerRepositoryInput, input, async (actor, parsed) => {
    const registered = await registerRepository(actor, parsed, { clock: systemClock, start: true });
    revalidatePath(path);
    return registered;
  });
}

export async function importAction(input: unknown) {
  return runAction(repositoryIdInput, input, async (actor, { repositoryId }) => {
    const started = await startImport(actor, repositoryId, systemClock);
    revalidatePath(path);
    return started;
  });
}

export async function importProgressAction(input: unknown) {
  return runAction(importIdInput, input, (actor, { importId }) => loadImport(actor, importId));
}

export async function makeDefaultAction(input: unknown) {
  return runAction(repositoryIdInput, input, async (actor, { repositoryId }) => {
    await setDefaultRepository(actor, repositoryId, systemClock);
    revalidatePath(path);
  });
}
