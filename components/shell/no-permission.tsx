import { Lock } from 'lucide-react';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { describeRefusal } from '@/lib/domain/access/reasons';
import type { Permission } from '@/lib/domain/access/requirements';

/** A page that this person may not see, and why. */
export function NoPermission({
  title,
  permission,
}: {
  title: string;
  permission: Permission & { allowed: false };
}) {
  return (
    <EmptyState
      isPage
      icon={<Lock />}
      title={`“${title}” is not open to you`}
      action={<LinkButton href="/inbox">Go to the inbox</LinkButton>}
    >
      {describeRefusal(permission.reason, permission.params)}
    </EmptyState>
  );
}
