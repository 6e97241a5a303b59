CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`at` text NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`case_id` text,
	`subject` text DEFAULT '' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`actor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entries_position` ON `audit_entries` (`position`);--> statement-breakpoint
CREATE INDEX `audit_entries_case` ON `audit_entries` (`case_id`,`position`);--> statement-breakpoint
CREATE TABLE `assignment_releases` (
	`assignment_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`released_at` text NOT NULL,
	`released_by` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`released_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`coder_id` text NOT NULL,
	`joined_later` integer DEFAULT false NOT NULL,
	`assigned_at` text NOT NULL,
	`assigned_by` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coder_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assigned_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assignments_joined_later" CHECK("assignments"."joined_later" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `assignments_case_coder` ON `assignments` (`case_id`,`coder_id`);--> statement-breakpoint
CREATE INDEX `assignments_coder` ON `assignments` (`coder_id`);--> statement-breakpoint
CREATE TABLE `case_records` (
	`case_id` text NOT NULL,
	`revision` integer NOT NULL,
	`case_type` text NOT NULL,
	`incident_type` text NOT NULL,
	`methodology` text,
	`involvement` text,
	`mother_age_band` text,
	`included` integer DEFAULT true NOT NULL,
	`exclusion_reason` text DEFAULT '' NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	PRIMARY KEY(`case_id`, `revision`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "case_records_revision" CHECK("case_records"."revision" >= 1),
	CONSTRAINT "case_records_case_type" CHECK("case_records"."case_type" in ('public_s31', 'public_other', 'private_wtfh', 'private_wtfh_wafh', 'public_and_private')),
	CONSTRAINT "case_records_incident_type" CHECK("case_records"."incident_type" in ('physical_abuse_fatal', 'neglect_fatal', 'spite_revenge_killing', 'suicide', 'neglect_non_fatal', 'physical_abuse_non_fatal', 'sexual_abuse', 'fatal_drug_overdose', 'other')),
	CONSTRAINT "case_records_methodology" CHECK("case_records"."methodology" in ('traditional', 'hybrid', 'scie', 'unclear')),
	CONSTRAINT "case_records_involvement" CHECK("case_records"."involvement" in ('prior_only', 'at_time', 'none', 'following_only')),
	CONSTRAINT "case_records_mother_age" CHECK("case_records"."mother_age_band" in ('under_21', '21_25', '26_30', '31_35', '36_39', 'unknown')),
	CONSTRAINT "case_records_exclusion" CHECK("case_records"."included" in (0, 1) and ("case_records"."included" = 1) = ("case_records"."exclusion_reason" = ''))
) STRICT;
--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`sample` text NOT NULL,
	`origin` text NOT NULL,
	`codebook_version` text NOT NULL,
	`made_at` text NOT NULL,
	`made_by` text,
	FOREIGN KEY (`codebook_version`) REFERENCES `codebooks`(`version`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cases_origin" CHECK("cases"."origin" in ('registered', 'imported'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_reference` ON `cases` (lower("reference"));--> statement-breakpoint
CREATE INDEX `cases_by_reference` ON `cases` (`reference`);--> statement-breakpoint
CREATE INDEX `cases_sample` ON `cases` (`sample`,`reference`);--> statement-breakpoint
CREATE TABLE `index_children` (
	`case_id` text NOT NULL,
	`revision` integer NOT NULL,
	`position` integer NOT NULL,
	`age_years` integer NOT NULL,
	`sex` text NOT NULL,
	`outcome` text NOT NULL,
	PRIMARY KEY(`case_id`, `revision`, `position`),
	FOREIGN KEY (`case_id`,`revision`) REFERENCES `case_records`(`case_id`,`revision`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "index_children_age" CHECK("index_children"."age_years" between 0 and 17),
	CONSTRAINT "index_children_sex" CHECK("index_children"."sex" in ('female', 'male')),
	CONSTRAINT "index_children_outcome" CHECK("index_children"."outcome" in ('died', 'survived'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `involvement_periods` (
	`case_id` text NOT NULL,
	`revision` integer NOT NULL,
	`position` integer NOT NULL,
	`start_date` text NOT NULL,
	`end_date` text NOT NULL,
	PRIMARY KEY(`case_id`, `revision`, `position`),
	FOREIGN KEY (`case_id`,`revision`) REFERENCES `case_records`(`case_id`,`revision`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "involvement_periods_order" CHECK("involvement_periods"."start_date" <= "involvement_periods"."end_date")
) STRICT;
--> statement-breakpoint
CREATE TABLE `codebook_levels` (
	`codebook_version` text NOT NULL,
	`factor` text NOT NULL,
	`level` text NOT NULL,
	`score` integer NOT NULL,
	PRIMARY KEY(`codebook_version`, `factor`, `level`),
	FOREIGN KEY (`codebook_version`) REFERENCES `codebooks`(`version`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "codebook_levels_score" CHECK("codebook_levels"."score" between 0 and 3)
) STRICT;
--> statement-breakpoint
CREATE TABLE `codebooks` (
	`version` text PRIMARY KEY NOT NULL,
	`file` text NOT NULL,
	`introduced_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`password_hash` text NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`demonstration` integer DEFAULT false NOT NULL,
	`made_at` text NOT NULL,
	CONSTRAINT "people_email_lower" CHECK("people"."email" = lower("people"."email")),
	CONSTRAINT "people_flags" CHECK("people"."active" in (0, 1) and "people"."demonstration" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `person_roles` (
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`person_id`, `role`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "person_roles_role" CHECK("person_roles"."role" in ('coder', 'lead', 'analyst', 'admin'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`started_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `study` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`first_run_code_hash` text,
	`made_at` text NOT NULL,
	CONSTRAINT "study_one_row" CHECK("study"."id" = 1),
	CONSTRAINT "study_kind" CHECK("study"."kind" in ('study', 'demonstration'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `draft_ratings` (
	`assignment_id` text NOT NULL,
	`codebook_version` text NOT NULL,
	`factor` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`unsure` integer DEFAULT false NOT NULL,
	`themes` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`level` text,
	PRIMARY KEY(`assignment_id`, `factor`),
	FOREIGN KEY (`assignment_id`) REFERENCES `drafts`(`assignment_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`codebook_version`,`factor`,`level`) REFERENCES `codebook_levels`(`codebook_version`,`factor`,`level`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "draft_ratings_unsure" CHECK("draft_ratings"."unsure" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE `drafts` (
	`assignment_id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`saved_at` text NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "drafts_revision" CHECK("drafts"."revision" >= 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `rating_submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`assignment_id` text,
	`imported_coder` text,
	`attempt` integer NOT NULL,
	`submitted_at` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rating_submissions_coder" CHECK(("rating_submissions"."assignment_id" is null) <> ("rating_submissions"."imported_coder" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `rating_submissions_attempt` ON `rating_submissions` (`assignment_id`,`attempt`);--> statement-breakpoint
CREATE UNIQUE INDEX `rating_submissions_imported` ON `rating_submissions` (`case_id`,`imported_coder`);--> statement-breakpoint
CREATE INDEX `rating_submissions_case` ON `rating_submissions` (`case_id`);--> statement-breakpoint
CREATE TABLE `submissions_taken_back` (
	`submission_id` text PRIMARY KEY NOT NULL,
	`taken_back_at` text NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `rating_submissions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `submitted_ratings` (
	`submission_id` text NOT NULL,
	`codebook_version` text NOT NULL,
	`factor` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`unsure` integer DEFAULT false NOT NULL,
	`themes` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`level` text NOT NULL,
	PRIMARY KEY(`submission_id`, `factor`),
	FOREIGN KEY (`submission_id`) REFERENCES `rating_submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`codebook_version`,`factor`,`level`) REFERENCES `codebook_levels`(`codebook_version`,`factor`,`level`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "submitted_ratings_unsure" CHECK("submitted_ratings"."unsure" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE `agreed_ratings` (
	`id` text PRIMARY KEY NOT NULL,
	`reconciliation_id` text NOT NULL,
	`revision` integer NOT NULL,
	`codebook_version` text NOT NULL,
	`factor` text NOT NULL,
	`level` text NOT NULL,
	`way` text,
	`reason` text DEFAULT '' NOT NULL,
	`carried` integer DEFAULT false NOT NULL,
	`agreed_at` text NOT NULL,
	`agreed_by` text,
	FOREIGN KEY (`reconciliation_id`) REFERENCES `reconciliations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agreed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`codebook_version`,`factor`,`level`) REFERENCES `codebook_levels`(`codebook_version`,`factor`,`level`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agreed_ratings_way" CHECK("agreed_ratings"."way" in ('all_the_same', 'after_discussion', 'third_coder', 'lead_decision')),
	CONSTRAINT "agreed_ratings_revision_positive" CHECK("agreed_ratings"."revision" >= 1),
	CONSTRAINT "agreed_ratings_carried" CHECK("agreed_ratings"."carried" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `agreed_ratings_revision` ON `agreed_ratings` (`reconciliation_id`,`factor`,`revision`);--> statement-breakpoint
CREATE TABLE `dataset_ratings` (
	`version_id` text NOT NULL,
	`codebook_version` text NOT NULL,
	`factor` text NOT NULL,
	`level` text NOT NULL,
	`way` text,
	`reason` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`version_id`, `factor`),
	FOREIGN KEY (`version_id`) REFERENCES `dataset_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`codebook_version`,`factor`,`level`) REFERENCES `codebook_levels`(`codebook_version`,`factor`,`level`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "dataset_ratings_way" CHECK("dataset_ratings"."way" in ('all_the_same', 'after_discussion', 'third_coder', 'lead_decision'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `dataset_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`version` integer NOT NULL,
	`reconciliation_id` text,
	`record_revision` integer NOT NULL,
	`codebook_version` text NOT NULL,
	`committed_at` text NOT NULL,
	`committed_by` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reconciliation_id`) REFERENCES `reconciliations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`committed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`record_revision`) REFERENCES `case_records`(`case_id`,`revision`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "dataset_versions_version_positive" CHECK("dataset_versions"."version" >= 1)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `dataset_versions_version` ON `dataset_versions` (`case_id`,`version`);--> statement-breakpoint
CREATE UNIQUE INDEX `dataset_versions_reconciliation` ON `dataset_versions` (`reconciliation_id`);--> statement-breakpoint
CREATE TABLE `reconciliations` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`round` integer NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`started_at` text NOT NULL,
	`started_by` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reconciliations_first_round" CHECK("reconciliations"."round" >= 1)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `reconciliations_round` ON `reconciliations` (`case_id`,`round`);