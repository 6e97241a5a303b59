-- Of a case that an import made which was undone, all revisions may go that are its own, those of later
-- imports that were undone, and those that their undos made: two for each of these.
DROP TRIGGER `case_records_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `case_records_no_delete` BEFORE DELETE ON `case_records`
WHEN NOT EXISTS (SELECT 1 FROM `import_cases` i JOIN `import_undos` u ON u.`import_id` = i.`import_id`
	WHERE i.`kind` = 'new' AND i.`case_id` = OLD.`case_id`)
OR (SELECT max(r.`revision`) FROM `case_records` r WHERE r.`case_id` = OLD.`case_id`)
	> 1 + 2 * (SELECT count(*) FROM `import_cases` i JOIN `import_undos` u ON u.`import_id` = i.`import_id`
	WHERE i.`kind` = 'changed' AND i.`case_id` = OLD.`case_id`)
BEGIN
	SELECT RAISE(ABORT, 'rows of case_records are kept as they are');
END;
--> statement-breakpoint
DROP TRIGGER `index_children_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `index_children_no_delete` BEFORE DELETE ON `index_children`
WHEN NOT EXISTS (SELECT 1 FROM `import_cases` i JOIN `import_undos` u ON u.`import_id` = i.`import_id`
	WHERE i.`kind` = 'new' AND i.`case_id` = OLD.`case_id`)
OR (SELECT max(r.`revision`) FROM `case_records` r WHERE r.`case_id` = OLD.`case_id`)
	> 1 + 2 * (SELECT count(*) FROM `import_cases` i JOIN `import_undos` u ON u.`import_id` = i.`import_id`
	WHERE i.`kind` = 'changed' AND i.`case_id` = OLD.`case_id`)
BEGIN
	SELECT RAISE(ABORT, 'rows of index_children are kept as they are');
END;
--> statement-breakpoint
DROP TRIGGER `involvement_periods_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `involvement_periods_no_delete` BEFORE DELETE ON `involvement_periods`
WHEN NOT EXISTS (SELECT 1 FROM `import_cases` i JOIN `import_undos` u ON u.`import_id` = i.`import_id`
	WHERE i.`kind` = 'new' AND i.`case_id` = OLD.`case_id`)
OR (SELECT max(r.`revision`) FROM `case_records` r WHERE r.`case_id` = OLD.`case_id`)
	> 1 + 2 * (SELECT count(*) FROM `import_cases` i JOIN `import_undos` u ON u.`import_id` = i.`import_id`
	WHERE i.`kind` = 'changed' AND i.`case_id` = OLD.`case_id`)
BEGIN
	SELECT RAISE(ABORT, 'rows of involvement_periods are kept as they are');
END;
--> statement-breakpoint
DROP TRIGGER `practice_points_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `practice_points_no_delete` BEFORE DELETE ON `practice_points`
WHEN NOT EXISTS (SELECT 1 FROM `import_cases` i JOIN `import_undos` u ON u.`import_id` = i.`import_id`
	WHERE i.`kind` = 'new' AND i.`case_id` = OLD.`case_id`)
OR (SELECT max(r.`revision`) FROM `case_records` r WHERE r.`case_id` = OLD.`case_id`)
	> 1 + 2 * (SELECT count(*) FROM `import_cases` i JOIN `import_undos` u ON u.`import_id` = i.`import_id`
	WHERE i.`kind` = 'changed' AND i.`case_id` = OLD.`case_id`)
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_points are kept as they are');
END;
--> statement-breakpoint
DROP TRIGGER `case_actions_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `case_actions_no_delete` BEFORE DELETE ON `case_actions`
WHEN NOT EXISTS (SELECT 1 FROM `import_cases` i JOIN `import_undos` u ON u.`import_id` = i.`import_id`
	WHERE i.`kind` = 'new' AND i.`case_id` = OLD.`case_id`)
OR (SELECT max(r.`revision`) FROM `case_records` r WHERE r.`case_id` = OLD.`case_id`)
	> 1 + 2 * (SELECT count(*) FROM `import_cases` i JOIN `import_undos` u ON u.`import_id` = i.`import_id`
	WHERE i.`kind` = 'changed' AND i.`case_id` = OLD.`case_id`)
BEGIN
	SELECT RAISE(ABORT, 'rows of case_actions are kept as they are');
END;
