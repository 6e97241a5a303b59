CREATE TABLE `commit_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`reconciliation_id` text NOT NULL,
	`revision` integer NOT NULL,
	`decisions` integer NOT NULL,
	`proposed_at` text NOT NULL,
	`proposed_by` text,
	FOREIGN KEY (`reconciliation_id`) REFERENCES `reconciliations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "commit_proposals_revision_positive" CHECK("commit_proposals"."revision" >= 1)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `commit_proposals_revision` ON `commit_proposals` (`reconciliation_id`,`revision`);--> statement-breakpoint
CREATE TABLE `dataset_dissents` (
	`version_id` text NOT NULL,
	`dissent_id` text NOT NULL,
	PRIMARY KEY(`version_id`, `dissent_id`),
	FOREIGN KEY (`version_id`) REFERENCES `dataset_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dissent_id`) REFERENCES `dissents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `dissents` (
	`id` text PRIMARY KEY NOT NULL,
	`agreed_rating_id` text NOT NULL,
	`assignment_id` text NOT NULL,
	`factor` text NOT NULL,
	`revision` integer NOT NULL,
	`stands` integer NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`recorded_at` text NOT NULL,
	FOREIGN KEY (`agreed_rating_id`) REFERENCES `agreed_ratings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "dissents_revision_positive" CHECK("dissents"."revision" >= 1),
	CONSTRAINT "dissents_stands" CHECK("dissents"."stands" in (0, 1)),
	CONSTRAINT "dissents_reason" CHECK(("dissents"."stands" = 1) = ("dissents"."reason" <> ''))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `dissents_revision` ON `dissents` (`assignment_id`,`factor`,`revision`);--> statement-breakpoint
CREATE INDEX `dissents_agreed_rating` ON `dissents` (`agreed_rating_id`);--> statement-breakpoint
CREATE TABLE `precedents` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`factor` text NOT NULL,
	`revision` integer NOT NULL,
	`stands` integer NOT NULL,
	`summary` text DEFAULT '' NOT NULL,
	`made_at` text NOT NULL,
	`made_by` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "precedents_revision_positive" CHECK("precedents"."revision" >= 1),
	CONSTRAINT "precedents_stands" CHECK("precedents"."stands" in (0, 1)),
	CONSTRAINT "precedents_summary" CHECK(("precedents"."stands" = 1) = ("precedents"."summary" <> ''))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `precedents_revision` ON `precedents` (`case_id`,`factor`,`revision`);--> statement-breakpoint
CREATE TABLE `proposals_sent_back` (
	`proposal_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`sent_back_at` text NOT NULL,
	`sent_back_by` text,
	FOREIGN KEY (`proposal_id`) REFERENCES `commit_proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_back_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `agreed_ratings` ADD `tags` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `dataset_ratings` ADD `tags` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `study` ADD `second_person_confirms` integer DEFAULT 0 NOT NULL CONSTRAINT `study_second_person` CHECK(`second_person_confirms` in (0, 1));--> statement-breakpoint
CREATE TRIGGER `dissents_no_update` BEFORE UPDATE ON `dissents`
BEGIN
	SELECT RAISE(ABORT, 'rows of dissents are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `dissents_no_delete` BEFORE DELETE ON `dissents`
BEGIN
	SELECT RAISE(ABORT, 'rows of dissents are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `dissents_no_replace` BEFORE INSERT ON `dissents`
WHEN EXISTS (SELECT 1 FROM `dissents` WHERE (`id` = NEW.`id`)
	OR (`assignment_id` = NEW.`assignment_id` AND `factor` = NEW.`factor` AND `revision` = NEW.`revision`))
BEGIN
	SELECT RAISE(ABORT, 'rows of dissents are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `dataset_dissents_no_update` BEFORE UPDATE ON `dataset_dissents`
BEGIN
	SELECT RAISE(ABORT, 'rows of dataset_dissents are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `dataset_dissents_no_delete` BEFORE DELETE ON `dataset_dissents`
BEGIN
	SELECT RAISE(ABORT, 'rows of dataset_dissents are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `dataset_dissents_no_replace` BEFORE INSERT ON `dataset_dissents`
WHEN EXISTS (SELECT 1 FROM `dataset_dissents` WHERE (`version_id` = NEW.`version_id` AND `dissent_id` = NEW.`dissent_id`))
BEGIN
	SELECT RAISE(ABORT, 'rows of dataset_dissents are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `precedents_no_update` BEFORE UPDATE ON `precedents`
BEGIN
	SELECT RAISE(ABORT, 'rows of precedents are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `precedents_no_delete` BEFORE DELETE ON `precedents`
BEGIN
	SELECT RAISE(ABORT, 'rows of precedents are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `precedents_no_replace` BEFORE INSERT ON `precedents`
WHEN EXISTS (SELECT 1 FROM `precedents` WHERE (`id` = NEW.`id`)
	OR (`case_id` = NEW.`case_id` AND `factor` = NEW.`factor` AND `revision` = NEW.`revision`))
BEGIN
	SELECT RAISE(ABORT, 'rows of precedents are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `commit_proposals_no_update` BEFORE UPDATE ON `commit_proposals`
BEGIN
	SELECT RAISE(ABORT, 'rows of commit_proposals are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `commit_proposals_no_delete` BEFORE DELETE ON `commit_proposals`
BEGIN
	SELECT RAISE(ABORT, 'rows of commit_proposals are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `commit_proposals_no_replace` BEFORE INSERT ON `commit_proposals`
WHEN EXISTS (SELECT 1 FROM `commit_proposals` WHERE (`id` = NEW.`id`)
	OR (`reconciliation_id` = NEW.`reconciliation_id` AND `revision` = NEW.`revision`))
BEGIN
	SELECT RAISE(ABORT, 'rows of commit_proposals are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `proposals_sent_back_no_update` BEFORE UPDATE ON `proposals_sent_back`
BEGIN
	SELECT RAISE(ABORT, 'rows of proposals_sent_back are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `proposals_sent_back_no_delete` BEFORE DELETE ON `proposals_sent_back`
BEGIN
	SELECT RAISE(ABORT, 'rows of proposals_sent_back are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `proposals_sent_back_no_replace` BEFORE INSERT ON `proposals_sent_back`
WHEN EXISTS (SELECT 1 FROM `proposals_sent_back` WHERE (`proposal_id` = NEW.`proposal_id`))
BEGIN
	SELECT RAISE(ABORT, 'rows of proposals_sent_back are kept as they are: UNIQUE');
END;
