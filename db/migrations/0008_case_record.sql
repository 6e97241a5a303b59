CREATE TABLE `sample_dates` (
	`sample` text NOT NULL,
	`revision` integer NOT NULL,
	`starts_on` text,
	`ends_on` text,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	PRIMARY KEY(`sample`, `revision`),
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sample_dates_revision" CHECK("sample_dates"."revision" >= 1),
	CONSTRAINT "sample_dates_order" CHECK("sample_dates"."starts_on" <= "sample_dates"."ends_on")
) STRICT;
--> statement-breakpoint
CREATE TABLE `case_actions` (
	`case_id` text NOT NULL,
	`revision` integer NOT NULL,
	`position` integer NOT NULL,
	`description` text NOT NULL,
	`status` text,
	PRIMARY KEY(`case_id`, `revision`, `position`),
	FOREIGN KEY (`case_id`,`revision`) REFERENCES `case_records`(`case_id`,`revision`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "case_actions_description" CHECK("case_actions"."description" <> '')
) STRICT;
--> statement-breakpoint
CREATE TABLE `practice_points` (
	`case_id` text NOT NULL,
	`revision` integer NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`theme` text NOT NULL,
	`description` text NOT NULL,
	PRIMARY KEY(`case_id`, `revision`, `position`),
	FOREIGN KEY (`case_id`,`revision`) REFERENCES `case_records`(`case_id`,`revision`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "practice_points_kind" CHECK("practice_points"."kind" in ('strength', 'shortcoming'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `code_list_versions` (
	`list` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`made_at` text NOT NULL,
	`made_by` text,
	PRIMARY KEY(`list`, `version`),
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "code_list_versions_version" CHECK("code_list_versions"."version" >= 1),
	CONSTRAINT "code_list_versions_list" CHECK("code_list_versions"."list" in ('submission_kind', 'methodology', 'case_type', 'involvement', 'incident_type', 'practice_theme', 'action_status'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `__new_case_records` (
	`case_id` text NOT NULL,
	`revision` integer NOT NULL,
	`sample` text NOT NULL,
	`submission_kind` text,
	`methodology` text,
	`case_type` text NOT NULL,
	`case_type_detail` text DEFAULT '' NOT NULL,
	`involvement` text,
	`incident_type` text NOT NULL,
	`incident_rationale` text DEFAULT '' NOT NULL,
	`mother_age` integer,
	`mother_age_band` text,
	`included` integer DEFAULT true NOT NULL,
	`exclusion_reason` text DEFAULT '' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	PRIMARY KEY(`case_id`, `revision`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "case_records_revision" CHECK("__new_case_records"."revision" >= 1),
	CONSTRAINT "case_records_mother_age" CHECK("__new_case_records"."mother_age" between 10 and 60),
	CONSTRAINT "case_records_mother_age_band" CHECK("__new_case_records"."mother_age_band" in ('under_21', '21_25', '26_30', '31_35', '36_39', 'unknown')),
	CONSTRAINT "case_records_one_mother_age" CHECK("__new_case_records"."mother_age" is null or "__new_case_records"."mother_age_band" is null),
	CONSTRAINT "case_records_exclusion" CHECK("__new_case_records"."included" in (0, 1) and ("__new_case_records"."included" = 1) = ("__new_case_records"."exclusion_reason" = ''))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_case_records`("case_id", "revision", "sample", "methodology", "case_type", "involvement", "incident_type", "mother_age_band", "included", "exclusion_reason", "recorded_at", "recorded_by")
	SELECT r."case_id", r."revision", c."sample", r."methodology", r."case_type", r."involvement", r."incident_type", r."mother_age_band", r."included", r."exclusion_reason", r."recorded_at", r."recorded_by"
	FROM `case_records` r JOIN `cases` c ON c."id" = r."case_id";--> statement-breakpoint
DROP TABLE `case_records`;--> statement-breakpoint
ALTER TABLE `__new_case_records` RENAME TO `case_records`;--> statement-breakpoint
CREATE INDEX `case_records_sample` ON `case_records` (`sample`,`case_id`);--> statement-breakpoint
DROP INDEX `cases_sample`;--> statement-breakpoint
ALTER TABLE `cases` DROP COLUMN `sample`;--> statement-breakpoint
CREATE TABLE `__new_index_children` (
	`case_id` text NOT NULL,
	`revision` integer NOT NULL,
	`position` integer NOT NULL,
	`age_years` integer,
	`sex` text,
	`outcome` text,
	PRIMARY KEY(`case_id`, `revision`, `position`),
	FOREIGN KEY (`case_id`,`revision`) REFERENCES `case_records`(`case_id`,`revision`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "index_children_age" CHECK("__new_index_children"."age_years" between 0 and 17),
	CONSTRAINT "index_children_sex" CHECK("__new_index_children"."sex" in ('female', 'male')),
	CONSTRAINT "index_children_outcome" CHECK("__new_index_children"."outcome" in ('died', 'survived'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_index_children`("case_id", "revision", "position", "age_years", "sex", "outcome")
	SELECT "case_id", "revision", "position", "age_years", "sex", "outcome" FROM `index_children`;--> statement-breakpoint
DROP TABLE `index_children`;--> statement-breakpoint
ALTER TABLE `__new_index_children` RENAME TO `index_children`;--> statement-breakpoint
CREATE TABLE `__new_involvement_periods` (
	`case_id` text NOT NULL,
	`revision` integer NOT NULL,
	`position` integer NOT NULL,
	`start_date` text NOT NULL,
	`end_date` text,
	`subject` text,
	PRIMARY KEY(`case_id`, `revision`, `position`),
	FOREIGN KEY (`case_id`,`revision`) REFERENCES `case_records`(`case_id`,`revision`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "involvement_periods_order" CHECK("__new_involvement_periods"."start_date" <= "__new_involvement_periods"."end_date"),
	CONSTRAINT "involvement_periods_subject" CHECK("__new_involvement_periods"."subject" in ('child', 'family'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_involvement_periods`("case_id", "revision", "position", "start_date", "end_date")
	SELECT "case_id", "revision", "position", "start_date", "end_date" FROM `involvement_periods`;--> statement-breakpoint
DROP TABLE `involvement_periods`;--> statement-breakpoint
ALTER TABLE `__new_involvement_periods` RENAME TO `involvement_periods`;
--> statement-breakpoint
CREATE TRIGGER `code_list_versions_no_update` BEFORE UPDATE ON `code_list_versions`
BEGIN
	SELECT RAISE(ABORT, 'rows of code_list_versions are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `code_list_versions_no_delete` BEFORE DELETE ON `code_list_versions`
BEGIN
	SELECT RAISE(ABORT, 'rows of code_list_versions are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `code_list_versions_no_replace` BEFORE INSERT ON `code_list_versions`
WHEN EXISTS (SELECT 1 FROM `code_list_versions` WHERE (`list` = NEW.`list` AND `version` = NEW.`version`))
BEGIN
	SELECT RAISE(ABORT, 'rows of code_list_versions are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `case_records_no_update` BEFORE UPDATE ON `case_records`
BEGIN
	SELECT RAISE(ABORT, 'rows of case_records are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `case_records_no_delete` BEFORE DELETE ON `case_records`
BEGIN
	SELECT RAISE(ABORT, 'rows of case_records are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `case_records_no_replace` BEFORE INSERT ON `case_records`
WHEN EXISTS (SELECT 1 FROM `case_records` WHERE (`case_id` = NEW.`case_id` AND `revision` = NEW.`revision`))
BEGIN
	SELECT RAISE(ABORT, 'rows of case_records are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `index_children_no_update` BEFORE UPDATE ON `index_children`
BEGIN
	SELECT RAISE(ABORT, 'rows of index_children are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `index_children_no_delete` BEFORE DELETE ON `index_children`
BEGIN
	SELECT RAISE(ABORT, 'rows of index_children are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `index_children_no_replace` BEFORE INSERT ON `index_children`
WHEN EXISTS (SELECT 1 FROM `index_children` WHERE (`case_id` = NEW.`case_id` AND `revision` = NEW.`revision` AND `position` = NEW.`position`))
BEGIN
	SELECT RAISE(ABORT, 'rows of index_children are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `involvement_periods_no_update` BEFORE UPDATE ON `involvement_periods`
BEGIN
	SELECT RAISE(ABORT, 'rows of involvement_periods are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `involvement_periods_no_delete` BEFORE DELETE ON `involvement_periods`
BEGIN
	SELECT RAISE(ABORT, 'rows of involvement_periods are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `involvement_periods_no_replace` BEFORE INSERT ON `involvement_periods`
WHEN EXISTS (SELECT 1 FROM `involvement_periods` WHERE (`case_id` = NEW.`case_id` AND `revision` = NEW.`revision` AND `position` = NEW.`position`))
BEGIN
	SELECT RAISE(ABORT, 'rows of involvement_periods are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `practice_points_no_update` BEFORE UPDATE ON `practice_points`
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_points are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `practice_points_no_delete` BEFORE DELETE ON `practice_points`
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_points are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `practice_points_no_replace` BEFORE INSERT ON `practice_points`
WHEN EXISTS (SELECT 1 FROM `practice_points` WHERE (`case_id` = NEW.`case_id` AND `revision` = NEW.`revision` AND `position` = NEW.`position`))
BEGIN
	SELECT RAISE(ABORT, 'rows of practice_points are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `case_actions_no_update` BEFORE UPDATE ON `case_actions`
BEGIN
	SELECT RAISE(ABORT, 'rows of case_actions are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `case_actions_no_delete` BEFORE DELETE ON `case_actions`
BEGIN
	SELECT RAISE(ABORT, 'rows of case_actions are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `case_actions_no_replace` BEFORE INSERT ON `case_actions`
WHEN EXISTS (SELECT 1 FROM `case_actions` WHERE (`case_id` = NEW.`case_id` AND `revision` = NEW.`revision` AND `position` = NEW.`position`))
BEGIN
	SELECT RAISE(ABORT, 'rows of case_actions are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `sample_dates_no_update` BEFORE UPDATE ON `sample_dates`
BEGIN
	SELECT RAISE(ABORT, 'rows of sample_dates are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `sample_dates_no_delete` BEFORE DELETE ON `sample_dates`
BEGIN
	SELECT RAISE(ABORT, 'rows of sample_dates are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `sample_dates_no_replace` BEFORE INSERT ON `sample_dates`
WHEN EXISTS (SELECT 1 FROM `sample_dates` WHERE (`sample` = NEW.`sample` AND `revision` = NEW.`revision`))
BEGIN
	SELECT RAISE(ABORT, 'rows of sample_dates are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `case_records_codes` BEFORE INSERT ON `case_records`
WHEN (NEW.`submission_kind` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `code_list_versions` v, json_each(v.`content`) e
		WHERE v.`list` = 'submission_kind' AND json_extract(e.value, '$.key') = NEW.`submission_kind`))
	OR (NEW.`methodology` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `code_list_versions` v, json_each(v.`content`) e
		WHERE v.`list` = 'methodology' AND json_extract(e.value, '$.key') = NEW.`methodology`))
	OR (NEW.`case_type` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `code_list_versions` v, json_each(v.`content`) e
		WHERE v.`list` = 'case_type' AND json_extract(e.value, '$.key') = NEW.`case_type`))
	OR (NEW.`involvement` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `code_list_versions` v, json_each(v.`content`) e
		WHERE v.`list` = 'involvement' AND json_extract(e.value, '$.key') = NEW.`involvement`))
	OR (NEW.`incident_type` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `code_list_versions` v, json_each(v.`content`) e
		WHERE v.`list` = 'incident_type' AND json_extract(e.value, '$.key') = NEW.`incident_type`))
BEGIN
	SELECT RAISE(ABORT, 'a code of case_records is in no version of its list');
END;
--> statement-breakpoint
CREATE TRIGGER `practice_points_codes` BEFORE INSERT ON `practice_points`
WHEN (NEW.`theme` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `code_list_versions` v, json_each(v.`content`) e
		WHERE v.`list` = 'practice_theme' AND json_extract(e.value, '$.key') = NEW.`theme`))
BEGIN
	SELECT RAISE(ABORT, 'a code of practice_points is in no version of its list');
END;
--> statement-breakpoint
CREATE TRIGGER `case_actions_codes` BEFORE INSERT ON `case_actions`
WHEN (NEW.`status` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `code_list_versions` v, json_each(v.`content`) e
		WHERE v.`list` = 'action_status' AND json_extract(e.value, '$.key') = NEW.`status`))
BEGIN
	SELECT RAISE(ABORT, 'a code of case_actions is in no version of its list');
END;
