'use client';

import { Menu } from 'lucide-react';
import { useState } from 'react';
import { Drawer } from '@/components/ui/drawer';
import { IconButton } from '@/components/ui/icon-button';
import type { NavigationGroup } from './navigation';
import { NavigationList } from './navigation-list';

/** The navigation on a narrow screen: a button, and a drawer that closes once a place was chosen. */
export function NavigationDrawer({ groups }: { groups: NavigationGroup[] }) {
  const [open, setOpen] = useState(false);
  return (
    <Drawer
      title="Assent"
      side="start"
      open={open}
      onOpenChange={setOpen}
      trigger={<IconButton label="Open navigation" icon={<Menu />} tooltip={false} size="lg" />}
    >
      <NavigationList groups={groups} onNavigate={() => setOpen(false)} />
    </Drawer>
  );
}
