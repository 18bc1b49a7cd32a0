-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "intake_findings" JSONB NOT NULL DEFAULT '[]';

