import { z } from 'zod';

export const retryExportInput = z.object({ exportId: z.uuid() });

/** The delivery of a version into git, as a proposal shows it. */
export interface ExportStatus {
  id: string;
  state: 'pending' | 'running' | 'exported' | 'conflict' | 'failed';
  schemaTitle: string;
  version: string;
  repositoryName: string;
  repositoryUrl: string;
  branch: string;
  commit: string | null;
  message: string;
  files: { path: string; kind: 'file' | 'symlink' }[];
  attempts: number;
  error: string | null;
  createdAt: string;
  updatedAt: string;
}
