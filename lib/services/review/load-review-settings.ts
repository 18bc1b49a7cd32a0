import { z } from 'zod';
import type { Tx } from '@/lib/adapters/db/client';
import { defaultReviewSettings, type ReviewSettings } from '@/lib/domain/review/snapshot';
import { AppError } from '@/lib/platform/app-error';

/** The row of the settings table that holds them. */
export const reviewSettingsKey = 'review';

const stored = z.object({
  requireProductManager: z.boolean().default(defaultReviewSettings.requireProductManager),
  engineerApprovals: z.int().min(1).max(20).default(defaultReviewSettings.engineerApprovals),
  analystApprovals: z.int().min(1).max(20).default(defaultReviewSettings.analystApprovals),
});

/**
 * How many approvals this installation asks for; the defaults where nothing is set.
 * Throws `misconfigured` where what is set cannot be read: asking for less than was meant would be worse.
 */
export async function loadReviewSettings(tx: Tx): Promise<ReviewSettings> {
  const row = await tx.setting.findUnique({ where: { key: reviewSettingsKey } });
  if (!row) return defaultReviewSettings;
  const parsed = stored.safeParse(row.value);
  if (parsed.success) return parsed.data;
  throw new AppError('misconfigured', 'The review settings cannot be read. An admin has to set them again.');
}
