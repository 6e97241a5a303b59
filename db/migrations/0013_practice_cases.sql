CREATE TABLE `practice_case_revisions` (
	`practice_case` integer NOT NULL,
	`revision` integer NOT NULL,
	`text` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	PRIMARY KEY(`practice_case`, `revision`),
	FOREIGN KEY (`practice_case`) REFERENCES `practice_cases`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "practice_case_revisions_revision" CHECK("practice_case_revisions"."revision" >= 1),
	CONSTRAINT "practice_case_revisions_text" CHECK(trim("practice_case_revisions"."text") <> '')
) STRICT;
--> statement-breakpoint
CREATE TABLE `practice_cases` (
	`number` integer PRIMARY KEY NOT NULL,
	`codebook_version` text NOT NULL,
	`made_at` text NOT NULL,
	`made_by` text,
	FOREIGN KEY (`codebook_version`) REFERENCES `codebooks`(`version`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "practice_cases_number" CHECK("practice_cases"."number" >= 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `practice_draft_ratings` (
	`practice_case` integer NOT NULL,
	`person_id` text NOT NULL,
	`codebook_version` text NOT NULL,
	`factor` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`unsure` integer DEFAULT false NOT NULL,
	`quotes` text DEFAULT '[]' NOT NULL,
	`themes` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`level` text,
	PRIMARY KEY(`practice_case`, `person_id`, `factor`),
	FOREIGN KEY (`practice_case`,`person_id`) REFERENCES `practice_drafts`(`practice_case`,`person_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`codebook_version`,`factor`,`level`) REFERENCES `codebook_levels`(`codebook_version`,`factor`,`level`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "practice_draft_ratings_unsure" CHECK("practice_draft_ratings"."unsure" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE `practice_drafts` (
	`practice_case` integer NOT NULL,
	`person_id` text NOT NULL,
	`revision` integer NOT NULL,
	`read_revision` integer NOT NULL,
	`saved_at` text NOT NULL,
	PRIMARY KEY(`practice_case`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`practice_case`,`read_revision`) REFERENCES `practice_case_revisions`(`practice_case`,`revision`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "practice_drafts_revision" CHECK("practice_drafts"."revision" >= 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `practice_offers` (
	`practice_case` integer NOT NULL,
	`revision` integer NOT NULL,
	`offered` integer NOT NULL,
	`switched_at` text NOT NULL,
	`switched_by` text,
	PRIMARY KEY(`practice_case`, `revision`),
	FOREIGN KEY (`practice_case`) REFERENCES `practice_cases`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`switched_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "practice_offers_revision" CHECK("practice_offers"."revision" >= 1),
	CONSTRAINT "practice_offers_offered" CHECK("practice_offers"."offered" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE `practice_ratings` (
	`practice_case` integer NOT NULL,
	`person_id` text NOT NULL,
	`codebook_version` text NOT NULL,
	`factor` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`unsure` integer DEFAULT false NOT NULL,
	`quotes` text DEFAULT '[]' NOT NULL,
	`themes` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`level` text NOT NULL,
	PRIMARY KEY(`practice_case`, `person_id`, `factor`),
	FOREIGN KEY (`practice_case`,`person_id`) REFERENCES `practice_submissions`(`practice_case`,`person_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`codebook_version`,`factor`,`level`) REFERENCES `codebook_levels`(`codebook_version`,`factor`,`level`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "practice_ratings_unsure" CHECK("practice_ratings"."unsure" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE `practice_references` (
	`practice_case` integer NOT NULL,
	`revision` integer NOT NULL,
	`codebook_version` text NOT NULL,
	`factor` text NOT NULL,
	`level` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`practice_case`, `revision`, `factor`),
	FOREIGN KEY (`practice_case`,`revision`) REFERENCES `practice_case_revisions`(`practice_case`,`revision`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`codebook_version`,`factor`,`level`) REFERENCES `codebook_levels`(`codebook_version`,`factor`,`level`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "practice_references_reason" CHECK(trim("practice_references"."reason") <> '')
) STRICT;
--> statement-breakpoint
CREATE TABLE `practice_requirements` (
	`revision` integer PRIMARY KEY NOT NULL,
	`cases` integer,
	`percent` integer,
	`set_at` text NOT NULL,
	`set_by` text,
	FOREIGN KEY (`set_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "practice_requirements_revision" CHECK("practice_requirements"."revision" >= 1),
	CONSTRAINT "practice_requirements_cases" CHECK("practice_requirements"."cases" between 1 and 20),
	CONSTRAINT "practice_requirements_percent" CHECK("practice_requirements"."percent" between 1 and 100),
	CONSTRAINT "practice_requirements_both" CHECK(("practice_requirements"."cases" is null) = ("practice_requirements"."percent" is null))
) STRICT;
--> statement-breakpoint
CREATE TABLE `practice_submissions` (
	`practice_case` integer NOT NULL,
	`person_id` text NOT NULL,
	`revision` integer NOT NULL,
	`submitted_at` text NOT NULL,
	PRIMARY KEY(`practice_case`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`practice_case`,`revision`) REFERENCES `practice_case_revisions`(`practice_case`,`revision`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `practice_cases_no_update` BEFORE UPDATE ON `practice_cases`
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_cases are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `practice_cases_no_delete` BEFORE DELETE ON `practice_cases`
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_cases are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `practice_cases_no_replace` BEFORE INSERT ON `practice_cases`
WHEN EXISTS (SELECT 1 FROM `practice_cases` WHERE (`number` = NEW.`number`))
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_cases are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `practice_case_revisions_no_update` BEFORE UPDATE ON `practice_case_revisions`
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_case_revisions are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `practice_case_revisions_no_delete` BEFORE DELETE ON `practice_case_revisions`
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_case_revisions are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `practice_case_revisions_no_replace` BEFORE INSERT ON `practice_case_revisions`
WHEN EXISTS (SELECT 1 FROM `practice_case_revisions` WHERE (`practice_case` = NEW.`practice_case` AND `revision` = NEW.`revision`))
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_case_revisions are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `practice_references_no_update` BEFORE UPDATE ON `practice_references`
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_references are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `practice_references_no_delete` BEFORE DELETE ON `practice_references`
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_references are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `practice_references_no_replace` BEFORE INSERT ON `practice_references`
WHEN EXISTS (SELECT 1 FROM `practice_references` WHERE (`practice_case` = NEW.`practice_case` AND `revision` = NEW.`revision` AND `factor` = NEW.`factor`))
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_references are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `practice_offers_no_update` BEFORE UPDATE ON `practice_offers`
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_offers are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `practice_offers_no_delete` BEFORE DELETE ON `practice_offers`
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_offers are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `practice_offers_no_replace` BEFORE INSERT ON `practice_offers`
WHEN EXISTS (SELECT 1 FROM `practice_offers` WHERE (`practice_case` = NEW.`practice_case` AND `revision` = NEW.`revision`))
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_offers are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `practice_submissions_no_update` BEFORE UPDATE ON `practice_submissions`
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_submissions are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `practice_submissions_no_delete` BEFORE DELETE ON `practice_submissions`
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_submissions are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `practice_submissions_no_replace` BEFORE INSERT ON `practice_submissions`
WHEN EXISTS (SELECT 1 FROM `practice_submissions` WHERE (`practice_case` = NEW.`practice_case` AND `person_id` = NEW.`person_id`))
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_submissions are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `practice_ratings_no_update` BEFORE UPDATE ON `practice_ratings`
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_ratings are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `practice_ratings_no_delete` BEFORE DELETE ON `practice_ratings`
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_ratings are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `practice_ratings_no_replace` BEFORE INSERT ON `practice_ratings`
WHEN EXISTS (SELECT 1 FROM `practice_ratings` WHERE (`practice_case` = NEW.`practice_case` AND `person_id` = NEW.`person_id` AND `factor` = NEW.`factor`))
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_ratings are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `practice_requirements_no_update` BEFORE UPDATE ON `practice_requirements`
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_requirements are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `practice_requirements_no_delete` BEFORE DELETE ON `practice_requirements`
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_requirements are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `practice_requirements_no_replace` BEFORE INSERT ON `practice_requirements`
WHEN EXISTS (SELECT 1 FROM `practice_requirements` WHERE (`revision` = NEW.`revision`))
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_requirements are kept as they are: UNIQUE');
END;
