import type { PermissionView } from '@/lib/contracts/proposal-person';
import { describeRefusal } from '@/lib/domain/access/reasons';
import type { Permission } from '@/lib/domain/access/requirements';

/** A permission as a screen shows it: a button, or why there is none. */
export function toPermissionView(permission: Permission): PermissionView {
  return permission.allowed
    ? { allowed: true, because: null }
    : { allowed: false, because: describeRefusal(permission.reason, permission.params) };
}
