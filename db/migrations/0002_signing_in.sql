CREATE TABLE `known_browsers` (
	`browser` text NOT NULL,
	`person_id` text NOT NULL,
	`known_at` text NOT NULL,
	PRIMARY KEY(`browser`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`second_factor_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`used_at` text,
	`replaced_at` text,
	FOREIGN KEY (`second_factor_id`) REFERENCES `second_factors`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `recovery_codes_second_factor` ON `recovery_codes` (`second_factor_id`);--> statement-breakpoint
CREATE TABLE `second_factors` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`sealed_key` text NOT NULL,
	`made_at` text NOT NULL,
	`confirmed_at` text,
	`ended_at` text,
	`last_step` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "second_factors_last_step" CHECK("second_factors"."last_step" >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `second_factors_one_each` ON `second_factors` (`person_id`) WHERE "second_factors"."ended_at" is null;--> statement-breakpoint
-- Whoever is signed in signs in again: the table now holds fingerprints of tokens, not the tokens.
DROP TABLE `sessions`;--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`started_at` text NOT NULL,
	`seen_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
ALTER TABLE `people` ADD `first_password` integer DEFAULT 0 NOT NULL CONSTRAINT `people_first_password` CHECK(`first_password` in (0, 1));--> statement-breakpoint
ALTER TABLE `study` ADD `second_factor_required` integer DEFAULT 0 NOT NULL CONSTRAINT `study_flags` CHECK(`second_factor_required` in (0, 1));--> statement-breakpoint
CREATE TRIGGER `known_browsers_no_update` BEFORE UPDATE ON `known_browsers`
BEGIN
	SELECT RAISE(ABORT, 'rows of known_browsers are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `known_browsers_no_delete` BEFORE DELETE ON `known_browsers`
BEGIN
	SELECT RAISE(ABORT, 'rows of known_browsers are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `known_browsers_no_replace` BEFORE INSERT ON `known_browsers`
WHEN EXISTS (SELECT 1 FROM `known_browsers` WHERE (`browser` = NEW.`browser` AND `person_id` = NEW.`person_id`))
BEGIN
	SELECT RAISE(ABORT, 'rows of known_browsers are kept as they are: UNIQUE');
END;
