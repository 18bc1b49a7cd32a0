import type { Role as DbRole } from '@/lib/adapters/db/generated/client';
import type { Role } from '@/lib/domain/access/roles';

/** The database writes roles with an underscore, where an identifier allows no hyphen. */
export function toDomainRole(role: DbRole): Role {
  return role === 'product_manager' ? 'product-manager' : role;
}

export function toDbRole(role: Role): DbRole {
  return role === 'product-manager' ? 'product_manager' : role;
}
