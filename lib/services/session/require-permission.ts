import { describeRefusal } from '@/lib/domain/access/reasons';
import type { Permission } from '@/lib/domain/access/requirements';
import { AppError } from '@/lib/platform/app-error';

/** Goes on where it is allowed. Throws `not-allowed` with the reason as a sentence. */
export function requirePermission(permission: Permission): void {
  if (permission.allowed) return;
  const code = permission.reason === 'not-logged-in' ? 'not-signed-in' : 'not-allowed';
  throw new AppError(code, describeRefusal(permission.reason, permission.params), {
    details: { reason: permission.reason },
  });
}
