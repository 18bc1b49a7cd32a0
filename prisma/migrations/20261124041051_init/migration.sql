-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('viewer', 'engineer', 'product-manager', 'analyst', 'admin');

-- CreateEnum
CREATE TYPE "proposal_state" AS ENUM ('drafting', 'in-review', 'approved', 'exported', 'withdrawn');

-- CreateEnum
CREATE TYPE "verdict" AS ENUM ('approve', 'request-changes', 'comment');

-- CreateEnum
CREATE TYPE "retention_action" AS ENUM ('purge', 'keep', 'hash');

-- CreateEnum
CREATE TYPE "export_state" AS ENUM ('pending', 'running', 'exported', 'conflict', 'failed');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('queued', 'running', 'done', 'failed');

-- CreateEnum
CREATE TYPE "anchor_kind" AS ENUM ('field', 'lines', 'metric', 'proposal');

-- CreateEnum
CREATE TYPE "version_source" AS ENUM ('repository', 'proposal');

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "roles" "role"[],
    "password_hash" TEXT,
    "session_epoch" INTEGER NOT NULL DEFAULT 0,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "login_attempt" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "window_end" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "login_attempt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "schema_repository" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "branch" TEXT NOT NULL DEFAULT 'main',
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "config_text" TEXT NOT NULL DEFAULT '',
    "head_commit" TEXT,
    "imported_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "schema_repository_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" UUID NOT NULL,
    "repository_id" UUID NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'queued',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "schemas" INTEGER NOT NULL DEFAULT 0,
    "versions" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "error" TEXT,
    "commit" TEXT,
    "started_by_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schema" (
    "id" UUID NOT NULL,
    "repository_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "is_fragment" BOOLEAN NOT NULL DEFAULT false,
    "current_text" TEXT,
    "description" TEXT NOT NULL DEFAULT '',
    "latest_version" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "search_vector" tsvector,

    CONSTRAINT "schema_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schema_version" (
    "id" UUID NOT NULL,
    "schema_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "major" INTEGER NOT NULL,
    "minor" INTEGER NOT NULL,
    "patch" INTEGER NOT NULL,
    "source" "version_source" NOT NULL,
    "text" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "source_text" TEXT,
    "proposal_id" UUID,
    "revision_id" UUID,
    "approved_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "schema_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schema_field" (
    "id" UUID NOT NULL,
    "schema_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "pointer" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "description" TEXT,
    "origin" TEXT,

    CONSTRAINT "schema_field_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "repository_id" UUID NOT NULL,
    "schema_id" UUID,
    "schema_title" TEXT NOT NULL,
    "base_version" TEXT,
    "summary" TEXT NOT NULL,
    "state" "proposal_state" NOT NULL DEFAULT 'drafting',
    "author_id" UUID NOT NULL,
    "draft" TEXT NOT NULL,
    "draft_version" INTEGER NOT NULL DEFAULT 0,
    "question" JSONB NOT NULL DEFAULT '{}',
    "question_version" INTEGER NOT NULL DEFAULT 0,
    "control_pointers" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "raised_tier" INTEGER,
    "legal_review_url" TEXT,
    "withdrawn_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contributor" (
    "proposal_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contributor_pkey" PRIMARY KEY ("proposal_id","person_id")
);

-- CreateTable
CREATE TABLE "draft_save" (
    "proposal_id" UUID NOT NULL,
    "draft_version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_save_pkey" PRIMARY KEY ("proposal_id","draft_version")
);

-- CreateTable
CREATE TABLE "metric" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "field_pointers" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "metric_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "schema_hash" TEXT NOT NULL,
    "context_hash" TEXT NOT NULL,
    "fields_hash" TEXT NOT NULL,
    "base_version" TEXT,
    "schema_version" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "materialized" TEXT NOT NULL,
    "question" JSONB NOT NULL,
    "metrics" JSONB NOT NULL,
    "contributor_ids" UUID[],
    "message" TEXT NOT NULL DEFAULT '',
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "verdict" "verdict" NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thread" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "anchor" "anchor_kind" NOT NULL,
    "pointer" TEXT,
    "revision_number" INTEGER,
    "start_line" INTEGER,
    "end_line" INTEGER,
    "metric_id" UUID,
    "blocking" BOOLEAN NOT NULL DEFAULT false,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,
    "opened_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "suggestion" TEXT,
    "applied_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "field_decision" (
    "proposal_id" UUID NOT NULL,
    "pointer" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "identifies_person" BOOLEAN NOT NULL,
    "action" "retention_action" NOT NULL,
    "reason" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "field_decision_pkey" PRIMARY KEY ("proposal_id","pointer")
);

-- CreateTable
CREATE TABLE "sign_off" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "fields_hash" TEXT NOT NULL,
    "decisions_hash" TEXT NOT NULL,
    "risk_tier" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_off_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exception" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exception_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "state" "export_state" NOT NULL DEFAULT 'pending',
    "branch" TEXT NOT NULL,
    "commit" TEXT,
    "files" JSONB NOT NULL DEFAULT '[]',
    "message" TEXT NOT NULL DEFAULT '',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "proposal_id" UUID,
    "data" JSONB NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "schema_repository_name_key" ON "schema_repository"("name");

-- CreateIndex
CREATE INDEX "import_run_repository_id_started_at_idx" ON "import_run"("repository_id", "started_at" DESC);

-- CreateIndex
CREATE INDEX "schema_title_idx" ON "schema"("title");

-- CreateIndex
CREATE INDEX "schema_search" ON "schema" USING GIN ("search_vector");

-- CreateIndex
CREATE UNIQUE INDEX "schema_repository_id_title_key" ON "schema"("repository_id", "title");

-- CreateIndex
CREATE UNIQUE INDEX "schema_version_proposal_id_key" ON "schema_version"("proposal_id");

-- CreateIndex
CREATE UNIQUE INDEX "schema_version_revision_id_key" ON "schema_version"("revision_id");

-- CreateIndex
CREATE INDEX "schema_version_schema_id_major_minor_patch_idx" ON "schema_version"("schema_id", "major", "minor", "patch");

-- CreateIndex
CREATE UNIQUE INDEX "schema_version_schema_id_version_key" ON "schema_version"("schema_id", "version");

-- CreateIndex
CREATE INDEX "schema_field_name_idx" ON "schema_field"("name");

-- CreateIndex
CREATE UNIQUE INDEX "schema_field_schema_id_pointer_key" ON "schema_field"("schema_id", "pointer");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_number_key" ON "proposal"("number");

-- CreateIndex
CREATE INDEX "proposal_state_updated_at_idx" ON "proposal"("state", "updated_at" DESC);

-- CreateIndex
CREATE INDEX "proposal_schema_title_idx" ON "proposal"("schema_title");

-- CreateIndex
CREATE UNIQUE INDEX "metric_proposal_id_name_key" ON "metric"("proposal_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "revision_proposal_id_number_key" ON "revision"("proposal_id", "number");

-- CreateIndex
CREATE INDEX "review_proposal_id_created_at_idx" ON "review"("proposal_id", "created_at");

-- CreateIndex
CREATE INDEX "thread_proposal_id_idx" ON "thread"("proposal_id");

-- CreateIndex
CREATE INDEX "comment_thread_id_created_at_idx" ON "comment"("thread_id", "created_at");

-- CreateIndex
CREATE INDEX "sign_off_proposal_id_created_at_idx" ON "sign_off"("proposal_id", "created_at");

-- CreateIndex
CREATE INDEX "exception_proposal_id_idx" ON "exception"("proposal_id");

-- CreateIndex
CREATE UNIQUE INDEX "export_version_id_key" ON "export"("version_id");

-- CreateIndex
CREATE INDEX "export_state_idx" ON "export"("state");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entry_hash_key" ON "audit_entry"("hash");

-- CreateIndex
CREATE INDEX "audit_entry_proposal_id_seq_idx" ON "audit_entry"("proposal_id", "seq");

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "schema_repository"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schema" ADD CONSTRAINT "schema_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "schema_repository"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schema_version" ADD CONSTRAINT "schema_version_schema_id_fkey" FOREIGN KEY ("schema_id") REFERENCES "schema"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schema_version" ADD CONSTRAINT "schema_version_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schema_version" ADD CONSTRAINT "schema_version_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schema_field" ADD CONSTRAINT "schema_field_schema_id_fkey" FOREIGN KEY ("schema_id") REFERENCES "schema"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "schema_repository"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_schema_id_fkey" FOREIGN KEY ("schema_id") REFERENCES "schema"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contributor" ADD CONSTRAINT "contributor_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contributor" ADD CONSTRAINT "contributor_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_save" ADD CONSTRAINT "draft_save_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_save" ADD CONSTRAINT "draft_save_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metric" ADD CONSTRAINT "metric_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "field_decision" ADD CONSTRAINT "field_decision_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "field_decision" ADD CONSTRAINT "field_decision_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exception" ADD CONSTRAINT "exception_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exception" ADD CONSTRAINT "exception_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export" ADD CONSTRAINT "export_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "schema_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export" ADD CONSTRAINT "export_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One repository takes new schemas unless a proposal says otherwise.
CREATE UNIQUE INDEX "schema_repository_one_default" ON "schema_repository" ("is_default") WHERE "is_default";

-- The audit record can only grow; versions, revisions and saved drafts never change.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON "audit_entry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER schema_version_immutable BEFORE UPDATE ON "schema_version" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revision_immutable BEFORE UPDATE OR DELETE ON "revision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER draft_save_immutable BEFORE UPDATE OR DELETE ON "draft_save" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A version leaves only with a proposal that is withdrawn because its export met a conflict: it never reached the repository.
CREATE FUNCTION refuse_removing_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.source = 'proposal' AND NOT EXISTS (SELECT 1 FROM "export" WHERE version_id = OLD.id) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'schema_version is append-only: DELETE refused' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE FUNCTION refuse_removing_export() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'conflict' THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'export is append-only: DELETE refused' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER schema_version_removal BEFORE DELETE ON "schema_version" FOR EACH ROW EXECUTE FUNCTION refuse_removing_version();
CREATE TRIGGER export_removal BEFORE DELETE ON "export" FOR EACH ROW EXECUTE FUNCTION refuse_removing_export();
