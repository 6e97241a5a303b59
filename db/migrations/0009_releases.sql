CREATE TABLE `release_cases` (
	`release` integer NOT NULL,
	`case_id` text NOT NULL,
	`position` integer NOT NULL,
	`record_revision` integer NOT NULL,
	`version_id` text,
	PRIMARY KEY(`release`, `case_id`),
	FOREIGN KEY (`release`) REFERENCES `releases`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `dataset_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`record_revision`) REFERENCES `case_records`(`case_id`,`revision`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_cases_position_positive" CHECK("release_cases"."position" >= 1)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `release_cases_position` ON `release_cases` (`release`,`position`);--> statement-breakpoint
CREATE TABLE `release_code_lists` (
	`release` integer NOT NULL,
	`list` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`release`, `list`),
	FOREIGN KEY (`release`) REFERENCES `releases`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`list`,`version`) REFERENCES `code_list_versions`(`list`,`version`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `releases` (
	`number` integer PRIMARY KEY NOT NULL,
	`note` text NOT NULL,
	`cases` integer NOT NULL,
	`codebook_version` text NOT NULL,
	`sha256` text NOT NULL,
	`made_at` text NOT NULL,
	`made_by` text,
	FOREIGN KEY (`codebook_version`) REFERENCES `codebooks`(`version`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "releases_number" CHECK("releases"."number" >= 1),
	CONSTRAINT "releases_note" CHECK(trim("releases"."note") <> ''),
	CONSTRAINT "releases_cases" CHECK("releases"."cases" >= 1),
	CONSTRAINT "releases_sha256" CHECK("releases"."sha256" not glob '*[^0-9a-f]*' and length("releases"."sha256") = 64)
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `releases_no_update` BEFORE UPDATE ON `releases`
BEGIN
	SELECT RAISE(ABORT, 'rows of releases are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `releases_no_delete` BEFORE DELETE ON `releases`
BEGIN
	SELECT RAISE(ABORT, 'rows of releases are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `releases_no_replace` BEFORE INSERT ON `releases`
WHEN EXISTS (SELECT 1 FROM `releases` WHERE (`number` = NEW.`number`))
BEGIN
	SELECT RAISE(ABORT, 'rows of releases are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `release_code_lists_no_update` BEFORE UPDATE ON `release_code_lists`
BEGIN
	SELECT RAISE(ABORT, 'rows of release_code_lists are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `release_code_lists_no_delete` BEFORE DELETE ON `release_code_lists`
BEGIN
	SELECT RAISE(ABORT, 'rows of release_code_lists are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `release_code_lists_no_replace` BEFORE INSERT ON `release_code_lists`
WHEN EXISTS (SELECT 1 FROM `release_code_lists` WHERE (`release` = NEW.`release` AND `list` = NEW.`list`))
BEGIN
	SELECT RAISE(ABORT, 'rows of release_code_lists are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `release_cases_no_update` BEFORE UPDATE ON `release_cases`
BEGIN
	SELECT RAISE(ABORT, 'rows of release_cases are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `release_cases_no_delete` BEFORE DELETE ON `release_cases`
BEGIN
	SELECT RAISE(ABORT, 'rows of release_cases are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `release_cases_no_replace` BEFORE INSERT ON `release_cases`
WHEN EXISTS (SELECT 1 FROM `release_cases` WHERE (`release` = NEW.`release` AND `case_id` = NEW.`case_id`)
	OR (`release` = NEW.`release` AND `position` = NEW.`position`))
BEGIN
	SELECT RAISE(ABORT, 'rows of release_cases are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `releases_without_gaps` BEFORE INSERT ON `releases`
WHEN NEW.`number` > 1 + (SELECT coalesce(max(`number`), 0) FROM `releases`)
BEGIN
	SELECT RAISE(ABORT, 'releases are numbered without gaps');
END;
--> statement-breakpoint
CREATE TRIGGER `release_code_lists_before_cases` BEFORE INSERT ON `release_code_lists`
WHEN EXISTS (SELECT 1 FROM `release_cases` c WHERE c.`release` = NEW.`release`)
	AND NOT EXISTS (SELECT 1 FROM `release_code_lists` l WHERE l.`release` = NEW.`release` AND l.`list` = NEW.`list`)
BEGIN
	SELECT RAISE(ABORT, 'the release has its code lists');
END;
--> statement-breakpoint
CREATE TRIGGER `release_cases_no_more` BEFORE INSERT ON `release_cases`
WHEN NEW.`position` > (SELECT r.`cases` FROM `releases` r WHERE r.`number` = NEW.`release`)
BEGIN
	SELECT RAISE(ABORT, 'the release has all its cases');
END;
--> statement-breakpoint
CREATE TRIGGER `release_cases_own_version` BEFORE INSERT ON `release_cases`
WHEN NEW.`version_id` IS NOT NULL AND NOT EXISTS (
	SELECT 1 FROM `dataset_versions` v
	WHERE v.`id` = NEW.`version_id` AND v.`case_id` = NEW.`case_id`)
BEGIN
	SELECT RAISE(ABORT, 'this version is of another case');
END;
--> statement-breakpoint
CREATE TRIGGER `release_cases_rated_or_left_out` BEFORE INSERT ON `release_cases`
WHEN NEW.`version_id` IS NULL AND NOT EXISTS (
	SELECT 1 FROM `case_records` e
	WHERE e.`case_id` = NEW.`case_id` AND e.`revision` = NEW.`record_revision` AND e.`included` = 0)
BEGIN
	SELECT RAISE(ABORT, 'a case without ratings is in the analysis');
END;
