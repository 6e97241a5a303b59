ALTER TABLE `rating_submissions` ADD `imported_joined_later` integer CONSTRAINT `rating_submissions_joined_later` CHECK(`imported_joined_later` is null
        or (`imported_coder` is not null and `imported_joined_later` in (0, 1)));--> statement-breakpoint
CREATE TABLE `imported_second_ratings` (
	`submission_id` text NOT NULL,
	`codebook_version` text NOT NULL,
	`factor` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`unsure` integer DEFAULT false NOT NULL,
	`level` text NOT NULL,
	PRIMARY KEY(`submission_id`, `factor`),
	FOREIGN KEY (`submission_id`,`factor`) REFERENCES `submitted_ratings`(`submission_id`,`factor`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`codebook_version`,`factor`,`level`) REFERENCES `codebook_levels`(`codebook_version`,`factor`,`level`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "imported_second_ratings_unsure" CHECK("imported_second_ratings"."unsure" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `imported_second_ratings_no_update` BEFORE UPDATE ON `imported_second_ratings`
BEGIN
	SELECT RAISE(ABORT, 'rows of imported_second_ratings are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `imported_second_ratings_no_delete` BEFORE DELETE ON `imported_second_ratings`
WHEN NOT EXISTS (SELECT 1 FROM `import_cases` i JOIN `import_undos` u ON u.`import_id` = i.`import_id`
	JOIN `rating_submissions` s ON s.`case_id` = i.`case_id` AND s.`imported_coder` IS NOT NULL
	WHERE i.`kind` = 'new' AND s.`id` = OLD.`submission_id`)
BEGIN
	SELECT RAISE(ABORT, 'rows of imported_second_ratings are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `imported_second_ratings_no_replace` BEFORE INSERT ON `imported_second_ratings`
WHEN EXISTS (SELECT 1 FROM `imported_second_ratings` WHERE (`submission_id` = NEW.`submission_id` AND `factor` = NEW.`factor`))
BEGIN
	SELECT RAISE(ABORT, 'rows of imported_second_ratings are kept as they are: UNIQUE');
END;
