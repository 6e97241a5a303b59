CREATE TABLE `imported_dissents` (
	`submission_id` text NOT NULL,
	`codebook_version` text NOT NULL,
	`factor` text NOT NULL,
	`level` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`submission_id`, `factor`),
	FOREIGN KEY (`submission_id`,`factor`) REFERENCES `submitted_ratings`(`submission_id`,`factor`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`codebook_version`,`factor`,`level`) REFERENCES `codebook_levels`(`codebook_version`,`factor`,`level`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `imported_dissents_no_update` BEFORE UPDATE ON `imported_dissents`
BEGIN
	SELECT RAISE(ABORT, 'rows of imported_dissents are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `imported_dissents_no_delete` BEFORE DELETE ON `imported_dissents`
WHEN NOT EXISTS (SELECT 1 FROM `import_cases` i JOIN `import_undos` u ON u.`import_id` = i.`import_id`
	JOIN `rating_submissions` s ON s.`case_id` = i.`case_id` AND s.`imported_coder` IS NOT NULL
	WHERE i.`kind` = 'new' AND s.`id` = OLD.`submission_id`)
BEGIN
	SELECT RAISE(ABORT, 'rows of imported_dissents are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `imported_dissents_no_replace` BEFORE INSERT ON `imported_dissents`
WHEN EXISTS (SELECT 1 FROM `imported_dissents` WHERE (`submission_id` = NEW.`submission_id` AND `factor` = NEW.`factor`))
BEGIN
	SELECT RAISE(ABORT, 'rows of imported_dissents are kept as they are: UNIQUE');
END;
