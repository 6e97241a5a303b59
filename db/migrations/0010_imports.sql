-- An import knows its counts once all its cases are stored, so its own row comes last.
CREATE TABLE `import_cases` (
	`import_id` text NOT NULL,
	`case_id` text NOT NULL,
	`reference` text NOT NULL,
	`kind` text NOT NULL,
	`revision` integer NOT NULL,
	`version` integer,
	`rating_sets` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`import_id`, `case_id`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT "import_cases_kind" CHECK("import_cases"."kind" in ('new', 'changed')),
	CONSTRAINT "import_cases_revision" CHECK("import_cases"."revision" >= 1),
	CONSTRAINT "import_cases_first_revision" CHECK(("import_cases"."kind" = 'new') = ("import_cases"."revision" = 1)),
	CONSTRAINT "import_cases_version" CHECK("import_cases"."version" >= 1),
	CONSTRAINT "import_cases_changed" CHECK("import_cases"."kind" = 'new' or "import_cases"."version" is null),
	CONSTRAINT "import_cases_rating_sets" CHECK("import_cases"."rating_sets" = 0 or ("import_cases"."rating_sets" > 0 and "import_cases"."version" is not null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_cases_case` ON `import_cases` (`case_id`);--> statement-breakpoint
CREATE TABLE `import_totals` (
	`import_id` text NOT NULL,
	`case_id` text NOT NULL,
	`field` text NOT NULL,
	`stated` text NOT NULL,
	`computed` text,
	PRIMARY KEY(`import_id`, `case_id`, `field`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE TABLE `import_undos` (
	`import_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`undone_at` text NOT NULL,
	`undone_by` text,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`files` text NOT NULL,
	`matching` text NOT NULL,
	`counts` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`made_at` text NOT NULL,
	`made_by` text,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `imports_no_update` BEFORE UPDATE ON `imports`
BEGIN
	SELECT RAISE(ABORT, 'rows of imports are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `imports_no_delete` BEFORE DELETE ON `imports`
BEGIN
	SELECT RAISE(ABORT, 'rows of imports are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `imports_no_replace` BEFORE INSERT ON `imports`
WHEN EXISTS (SELECT 1 FROM `imports` WHERE (`id` = NEW.`id`))
BEGIN
	SELECT RAISE(ABORT, 'rows of imports are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `import_cases_no_update` BEFORE UPDATE ON `import_cases`
BEGIN
	SELECT RAISE(ABORT, 'rows of import_cases are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `import_cases_no_delete` BEFORE DELETE ON `import_cases`
BEGIN
	SELECT RAISE(ABORT, 'rows of import_cases are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `import_cases_no_replace` BEFORE INSERT ON `import_cases`
WHEN EXISTS (SELECT 1 FROM `import_cases` WHERE (`import_id` = NEW.`import_id` AND `case_id` = NEW.`case_id`))
BEGIN
	SELECT RAISE(ABORT, 'rows of import_cases are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `import_totals_no_update` BEFORE UPDATE ON `import_totals`
BEGIN
	SELECT RAISE(ABORT, 'rows of import_totals are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `import_totals_no_delete` BEFORE DELETE ON `import_totals`
BEGIN
	SELECT RAISE(ABORT, 'rows of import_totals are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `import_totals_no_replace` BEFORE INSERT ON `import_totals`
WHEN EXISTS (SELECT 1 FROM `import_totals` WHERE (`import_id` = NEW.`import_id` AND `case_id` = NEW.`case_id` AND `field` = NEW.`field`))
BEGIN
	SELECT RAISE(ABORT, 'rows of import_totals are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `import_undos_no_update` BEFORE UPDATE ON `import_undos`
BEGIN
	SELECT RAISE(ABORT, 'rows of import_undos are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `import_undos_no_delete` BEFORE DELETE ON `import_undos`
BEGIN
	SELECT RAISE(ABORT, 'rows of import_undos are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `import_undos_no_replace` BEFORE INSERT ON `import_undos`
WHEN EXISTS (SELECT 1 FROM `import_undos` WHERE (`import_id` = NEW.`import_id`))
BEGIN
	SELECT RAISE(ABORT, 'rows of import_undos are kept as they are: UNIQUE');
END;
--> statement-breakpoint
-- The one place where rows go: what an import that was undone had made, and nothing else.
DROP TRIGGER `cases_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `cases_no_delete` BEFORE DELETE ON `cases`
WHEN NOT EXISTS (SELECT 1 FROM `import_cases` i JOIN `import_undos` u ON u.`import_id` = i.`import_id`
	WHERE i.`kind` = 'new' AND i.`case_id` = OLD.`id`)
BEGIN
	SELECT RAISE(ABORT, 'rows of cases are kept as they are');
END;
--> statement-breakpoint
DROP TRIGGER `case_records_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `case_records_no_delete` BEFORE DELETE ON `case_records`
WHEN NOT EXISTS (SELECT 1 FROM `import_cases` i JOIN `import_undos` u ON u.`import_id` = i.`import_id`
	WHERE i.`kind` = 'new' AND i.`case_id` = OLD.`case_id` AND i.`revision` = OLD.`revision`)
BEGIN
	SELECT RAISE(ABORT, 'rows of case_records are kept as they are');
END;
--> statement-breakpoint
DROP TRIGGER `index_children_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `index_children_no_delete` BEFORE DELETE ON `index_children`
WHEN NOT EXISTS (SELECT 1 FROM `import_cases` i JOIN `import_undos` u ON u.`import_id` = i.`import_id`
	WHERE i.`kind` = 'new' AND i.`case_id` = OLD.`case_id` AND i.`revision` = OLD.`revision`)
BEGIN
	SELECT RAISE(ABORT, 'rows of index_children are kept as they are');
END;
--> statement-breakpoint
DROP TRIGGER `involvement_periods_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `involvement_periods_no_delete` BEFORE DELETE ON `involvement_periods`
WHEN NOT EXISTS (SELECT 1 FROM `import_cases` i JOIN `import_undos` u ON u.`import_id` = i.`import_id`
	WHERE i.`kind` = 'new' AND i.`case_id` = OLD.`case_id` AND i.`revision` = OLD.`revision`)
BEGIN
	SELECT RAISE(ABORT, 'rows of involvement_periods are kept as they are');
END;
--> statement-breakpoint
DROP TRIGGER `practice_points_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `practice_points_no_delete` BEFORE DELETE ON `practice_points`
WHEN NOT EXISTS (SELECT 1 FROM `import_cases` i JOIN `import_undos` u ON u.`import_id` = i.`import_id`
	WHERE i.`kind` = 'new' AND i.`case_id` = OLD.`case_id` AND i.`revision` = OLD.`revision`)
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_points are kept as they are');
END;
--> statement-breakpoint
DROP TRIGGER `case_actions_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `case_actions_no_delete` BEFORE DELETE ON `case_actions`
WHEN NOT EXISTS (SELECT 1 FROM `import_cases` i JOIN `import_undos` u ON u.`import_id` = i.`import_id`
	WHERE i.`kind` = 'new' AND i.`case_id` = OLD.`case_id` AND i.`revision` = OLD.`revision`)
BEGIN
	SELECT RAISE(ABORT, 'rows of case_actions are kept as they are');
END;
--> statement-breakpoint
DROP TRIGGER `dataset_versions_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `dataset_versions_no_delete` BEFORE DELETE ON `dataset_versions`
WHEN NOT EXISTS (SELECT 1 FROM `import_cases` i JOIN `import_undos` u ON u.`import_id` = i.`import_id`
	WHERE i.`kind` = 'new' AND i.`case_id` = OLD.`case_id` AND i.`version` = OLD.`version`)
BEGIN
	SELECT RAISE(ABORT, 'rows of dataset_versions are kept as they are');
END;
--> statement-breakpoint
DROP TRIGGER `dataset_ratings_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `dataset_ratings_no_delete` BEFORE DELETE ON `dataset_ratings`
WHEN NOT EXISTS (SELECT 1 FROM `import_cases` i JOIN `import_undos` u ON u.`import_id` = i.`import_id`
	JOIN `dataset_versions` v ON v.`case_id` = i.`case_id` AND v.`version` = i.`version`
	WHERE i.`kind` = 'new' AND v.`id` = OLD.`version_id`)
BEGIN
	SELECT RAISE(ABORT, 'rows of dataset_ratings are kept as they are');
END;
--> statement-breakpoint
DROP TRIGGER `rating_submissions_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `rating_submissions_no_delete` BEFORE DELETE ON `rating_submissions`
WHEN NOT EXISTS (SELECT 1 FROM `import_cases` i JOIN `import_undos` u ON u.`import_id` = i.`import_id`
	WHERE i.`kind` = 'new' AND i.`case_id` = OLD.`case_id` AND OLD.`imported_coder` IS NOT NULL)
BEGIN
	SELECT RAISE(ABORT, 'rows of rating_submissions are kept as they are');
END;
--> statement-breakpoint
DROP TRIGGER `submitted_ratings_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `submitted_ratings_no_delete` BEFORE DELETE ON `submitted_ratings`
WHEN NOT EXISTS (SELECT 1 FROM `import_cases` i JOIN `import_undos` u ON u.`import_id` = i.`import_id`
	JOIN `rating_submissions` s ON s.`case_id` = i.`case_id` AND s.`imported_coder` IS NOT NULL
	WHERE i.`kind` = 'new' AND s.`id` = OLD.`submission_id`)
BEGIN
	SELECT RAISE(ABORT, 'rows of submitted_ratings are kept as they are');
END;
