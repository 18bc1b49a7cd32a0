import type { Tone } from '@/components/ui/tone';
import type { Classification } from '@/lib/domain/compatibility/change';

/** How a class of change is written and coloured. */
export const changeLooks: Record<Classification, { label: string; tone: Tone }> = {
  'breaking-producers': { label: 'breaks producers', tone: 'breaking' },
  'breaking-consumers': { label: 'breaks consumers', tone: 'breaking' },
  privacy: { label: 'privacy', tone: 'privacy' },
  compatible: { label: 'compatible', tone: 'compatible' },
  documentation: { label: 'documentation', tone: 'documentation' },
};
