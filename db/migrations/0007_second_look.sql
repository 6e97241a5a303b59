CREATE TABLE `opening_holds` (
	`case_id` text PRIMARY KEY NOT NULL,
	`held_at` text NOT NULL,
	`held_by` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`held_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `second_look_drafts` (
	`assignment_id` text NOT NULL,
	`codebook_version` text NOT NULL,
	`factor` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`unsure` integer DEFAULT false NOT NULL,
	`themes` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`level` text,
	PRIMARY KEY(`assignment_id`, `factor`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`codebook_version`,`factor`,`level`) REFERENCES `codebook_levels`(`codebook_version`,`factor`,`level`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "second_look_drafts_unsure" CHECK("second_look_drafts"."unsure" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE `second_look_factors` (
	`case_id` text NOT NULL,
	`factor` text NOT NULL,
	PRIMARY KEY(`case_id`, `factor`),
	FOREIGN KEY (`case_id`) REFERENCES `second_looks`(`case_id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `second_look_ratings` (
	`assignment_id` text NOT NULL,
	`codebook_version` text NOT NULL,
	`factor` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`unsure` integer DEFAULT false NOT NULL,
	`themes` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`level` text NOT NULL,
	PRIMARY KEY(`assignment_id`, `factor`),
	FOREIGN KEY (`assignment_id`) REFERENCES `second_look_submissions`(`assignment_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`codebook_version`,`factor`,`level`) REFERENCES `codebook_levels`(`codebook_version`,`factor`,`level`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "second_look_ratings_unsure" CHECK("second_look_ratings"."unsure" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE `second_look_submissions` (
	`assignment_id` text PRIMARY KEY NOT NULL,
	`submitted_at` text NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `second_looks` (
	`case_id` text PRIMARY KEY NOT NULL,
	`started_at` text NOT NULL,
	`started_by` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `opening_holds_no_update` BEFORE UPDATE ON `opening_holds`
BEGIN
	SELECT RAISE(ABORT, 'rows of opening_holds are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `opening_holds_no_delete` BEFORE DELETE ON `opening_holds`
BEGIN
	SELECT RAISE(ABORT, 'rows of opening_holds are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `opening_holds_no_replace` BEFORE INSERT ON `opening_holds`
WHEN EXISTS (SELECT 1 FROM `opening_holds` WHERE (`case_id` = NEW.`case_id`))
BEGIN
	SELECT RAISE(ABORT, 'rows of opening_holds are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `second_looks_no_update` BEFORE UPDATE ON `second_looks`
BEGIN
	SELECT RAISE(ABORT, 'rows of second_looks are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `second_looks_no_delete` BEFORE DELETE ON `second_looks`
BEGIN
	SELECT RAISE(ABORT, 'rows of second_looks are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `second_looks_no_replace` BEFORE INSERT ON `second_looks`
WHEN EXISTS (SELECT 1 FROM `second_looks` WHERE (`case_id` = NEW.`case_id`))
BEGIN
	SELECT RAISE(ABORT, 'rows of second_looks are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `second_look_factors_no_update` BEFORE UPDATE ON `second_look_factors`
BEGIN
	SELECT RAISE(ABORT, 'rows of second_look_factors are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `second_look_factors_no_delete` BEFORE DELETE ON `second_look_factors`
BEGIN
	SELECT RAISE(ABORT, 'rows of second_look_factors are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `second_look_factors_no_replace` BEFORE INSERT ON `second_look_factors`
WHEN EXISTS (SELECT 1 FROM `second_look_factors` WHERE (`case_id` = NEW.`case_id` AND `factor` = NEW.`factor`))
BEGIN
	SELECT RAISE(ABORT, 'rows of second_look_factors are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `second_look_submissions_no_update` BEFORE UPDATE ON `second_look_submissions`
BEGIN
	SELECT RAISE(ABORT, 'rows of second_look_submissions are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `second_look_submissions_no_delete` BEFORE DELETE ON `second_look_submissions`
BEGIN
	SELECT RAISE(ABORT, 'rows of second_look_submissions are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `second_look_submissions_no_replace` BEFORE INSERT ON `second_look_submissions`
WHEN EXISTS (SELECT 1 FROM `second_look_submissions` WHERE (`assignment_id` = NEW.`assignment_id`))
BEGIN
	SELECT RAISE(ABORT, 'rows of second_look_submissions are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `second_look_ratings_no_update` BEFORE UPDATE ON `second_look_ratings`
BEGIN
	SELECT RAISE(ABORT, 'rows of second_look_ratings are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `second_look_ratings_no_delete` BEFORE DELETE ON `second_look_ratings`
BEGIN
	SELECT RAISE(ABORT, 'rows of second_look_ratings are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `second_look_ratings_no_replace` BEFORE INSERT ON `second_look_ratings`
WHEN EXISTS (SELECT 1 FROM `second_look_ratings` WHERE (`assignment_id` = NEW.`assignment_id` AND `factor` = NEW.`factor`))
BEGIN
	SELECT RAISE(ABORT, 'rows of second_look_ratings are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `submissions_freeze_at_second_look` BEFORE INSERT ON `submissions_taken_back`
WHEN EXISTS (
	SELECT 1 FROM `second_looks` l
	JOIN `rating_submissions` s ON s.`case_id` = l.`case_id`
	WHERE s.`id` = NEW.`submission_id`
	AND s.`id` NOT IN (SELECT t.`submission_id` FROM `submissions_taken_back` t)
)
BEGIN
	SELECT RAISE(ABORT, 'the second look has begun: first submissions are frozen');
END;
--> statement-breakpoint
CREATE TRIGGER `second_look_before_opening` BEFORE INSERT ON `second_looks`
WHEN EXISTS (SELECT 1 FROM `reconciliations` r WHERE r.`case_id` = NEW.`case_id`)
BEGIN
	SELECT RAISE(ABORT, 'the case has opened: it has no second look any more');
END;
--> statement-breakpoint
CREATE TRIGGER `second_look_while_under_way` BEFORE INSERT ON `second_look_submissions`
WHEN NOT EXISTS (
	SELECT 1 FROM `assignments` a JOIN `second_looks` l ON l.`case_id` = a.`case_id`
	WHERE a.`id` = NEW.`assignment_id`
	AND NOT EXISTS (SELECT 1 FROM `reconciliations` r WHERE r.`case_id` = a.`case_id`)
)
BEGIN
	SELECT RAISE(ABORT, 'no second look is under way');
END;
--> statement-breakpoint
CREATE TRIGGER `second_look_at_its_factors` BEFORE INSERT ON `second_look_ratings`
WHEN NOT EXISTS (
	SELECT 1 FROM `assignments` a JOIN `second_look_factors` f ON f.`case_id` = a.`case_id`
	WHERE a.`id` = NEW.`assignment_id` AND f.`factor` = NEW.`factor`
)
BEGIN
	SELECT RAISE(ABORT, 'this factor is not to be read again');
END;
