-- Rows are added, not overwritten: these tables refuse every change to what they hold, also by
-- INSERT OR REPLACE, which would remove a row without a DELETE trigger.
CREATE TRIGGER `audit_entries_no_update` BEFORE UPDATE ON `audit_entries`
BEGIN
	SELECT RAISE(ABORT, 'rows of audit_entries are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_no_delete` BEFORE DELETE ON `audit_entries`
BEGIN
	SELECT RAISE(ABORT, 'rows of audit_entries are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_no_replace` BEFORE INSERT ON `audit_entries`
WHEN EXISTS (SELECT 1 FROM `audit_entries` WHERE (`id` = NEW.`id`)
	OR (`position` = NEW.`position`))
BEGIN
	SELECT RAISE(ABORT, 'rows of audit_entries are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `codebooks_no_update` BEFORE UPDATE ON `codebooks`
BEGIN
	SELECT RAISE(ABORT, 'rows of codebooks are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `codebooks_no_delete` BEFORE DELETE ON `codebooks`
BEGIN
	SELECT RAISE(ABORT, 'rows of codebooks are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `codebooks_no_replace` BEFORE INSERT ON `codebooks`
WHEN EXISTS (SELECT 1 FROM `codebooks` WHERE (`version` = NEW.`version`))
BEGIN
	SELECT RAISE(ABORT, 'rows of codebooks are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `codebook_levels_no_update` BEFORE UPDATE ON `codebook_levels`
BEGIN
	SELECT RAISE(ABORT, 'rows of codebook_levels are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `codebook_levels_no_delete` BEFORE DELETE ON `codebook_levels`
BEGIN
	SELECT RAISE(ABORT, 'rows of codebook_levels are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `codebook_levels_no_replace` BEFORE INSERT ON `codebook_levels`
WHEN EXISTS (SELECT 1 FROM `codebook_levels` WHERE (`codebook_version` = NEW.`codebook_version` AND `factor` = NEW.`factor` AND `level` = NEW.`level`))
BEGIN
	SELECT RAISE(ABORT, 'rows of codebook_levels are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `cases_no_update` BEFORE UPDATE ON `cases`
BEGIN
	SELECT RAISE(ABORT, 'rows of cases are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `cases_no_delete` BEFORE DELETE ON `cases`
BEGIN
	SELECT RAISE(ABORT, 'rows of cases are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `cases_no_replace` BEFORE INSERT ON `cases`
WHEN EXISTS (SELECT 1 FROM `cases` WHERE (`id` = NEW.`id`)
	OR (lower(`reference`) = lower(NEW.`reference`)))
BEGIN
	SELECT RAISE(ABORT, 'rows of cases are kept as they are: UNIQUE');
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
CREATE TRIGGER `assignments_no_update` BEFORE UPDATE ON `assignments`
BEGIN
	SELECT RAISE(ABORT, 'rows of assignments are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `assignments_no_delete` BEFORE DELETE ON `assignments`
BEGIN
	SELECT RAISE(ABORT, 'rows of assignments are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `assignments_no_replace` BEFORE INSERT ON `assignments`
WHEN EXISTS (SELECT 1 FROM `assignments` WHERE (`case_id` = NEW.`case_id` AND `coder_id` = NEW.`coder_id`)
	OR (`id` = NEW.`id`))
BEGIN
	SELECT RAISE(ABORT, 'rows of assignments are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `assignment_releases_no_update` BEFORE UPDATE ON `assignment_releases`
BEGIN
	SELECT RAISE(ABORT, 'rows of assignment_releases are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `assignment_releases_no_delete` BEFORE DELETE ON `assignment_releases`
BEGIN
	SELECT RAISE(ABORT, 'rows of assignment_releases are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `assignment_releases_no_replace` BEFORE INSERT ON `assignment_releases`
WHEN EXISTS (SELECT 1 FROM `assignment_releases` WHERE (`assignment_id` = NEW.`assignment_id`))
BEGIN
	SELECT RAISE(ABORT, 'rows of assignment_releases are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `rating_submissions_no_update` BEFORE UPDATE ON `rating_submissions`
BEGIN
	SELECT RAISE(ABORT, 'rows of rating_submissions are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `rating_submissions_no_delete` BEFORE DELETE ON `rating_submissions`
BEGIN
	SELECT RAISE(ABORT, 'rows of rating_submissions are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `rating_submissions_no_replace` BEFORE INSERT ON `rating_submissions`
WHEN EXISTS (SELECT 1 FROM `rating_submissions` WHERE (`assignment_id` = NEW.`assignment_id` AND `attempt` = NEW.`attempt`)
	OR (`case_id` = NEW.`case_id` AND `imported_coder` = NEW.`imported_coder`)
	OR (`id` = NEW.`id`))
BEGIN
	SELECT RAISE(ABORT, 'rows of rating_submissions are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `submitted_ratings_no_update` BEFORE UPDATE ON `submitted_ratings`
BEGIN
	SELECT RAISE(ABORT, 'rows of submitted_ratings are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `submitted_ratings_no_delete` BEFORE DELETE ON `submitted_ratings`
BEGIN
	SELECT RAISE(ABORT, 'rows of submitted_ratings are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `submitted_ratings_no_replace` BEFORE INSERT ON `submitted_ratings`
WHEN EXISTS (SELECT 1 FROM `submitted_ratings` WHERE (`submission_id` = NEW.`submission_id` AND `factor` = NEW.`factor`))
BEGIN
	SELECT RAISE(ABORT, 'rows of submitted_ratings are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `submissions_taken_back_no_update` BEFORE UPDATE ON `submissions_taken_back`
BEGIN
	SELECT RAISE(ABORT, 'rows of submissions_taken_back are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `submissions_taken_back_no_delete` BEFORE DELETE ON `submissions_taken_back`
BEGIN
	SELECT RAISE(ABORT, 'rows of submissions_taken_back are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `submissions_taken_back_no_replace` BEFORE INSERT ON `submissions_taken_back`
WHEN EXISTS (SELECT 1 FROM `submissions_taken_back` WHERE (`submission_id` = NEW.`submission_id`))
BEGIN
	SELECT RAISE(ABORT, 'rows of submissions_taken_back are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `reconciliations_no_update` BEFORE UPDATE ON `reconciliations`
BEGIN
	SELECT RAISE(ABORT, 'rows of reconciliations are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `reconciliations_no_delete` BEFORE DELETE ON `reconciliations`
BEGIN
	SELECT RAISE(ABORT, 'rows of reconciliations are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `reconciliations_no_replace` BEFORE INSERT ON `reconciliations`
WHEN EXISTS (SELECT 1 FROM `reconciliations` WHERE (`case_id` = NEW.`case_id` AND `round` = NEW.`round`)
	OR (`id` = NEW.`id`))
BEGIN
	SELECT RAISE(ABORT, 'rows of reconciliations are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `agreed_ratings_no_update` BEFORE UPDATE ON `agreed_ratings`
BEGIN
	SELECT RAISE(ABORT, 'rows of agreed_ratings are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `agreed_ratings_no_delete` BEFORE DELETE ON `agreed_ratings`
BEGIN
	SELECT RAISE(ABORT, 'rows of agreed_ratings are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `agreed_ratings_no_replace` BEFORE INSERT ON `agreed_ratings`
WHEN EXISTS (SELECT 1 FROM `agreed_ratings` WHERE (`id` = NEW.`id`)
	OR (`reconciliation_id` = NEW.`reconciliation_id` AND `factor` = NEW.`factor` AND `revision` = NEW.`revision`))
BEGIN
	SELECT RAISE(ABORT, 'rows of agreed_ratings are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `dataset_versions_no_update` BEFORE UPDATE ON `dataset_versions`
BEGIN
	SELECT RAISE(ABORT, 'rows of dataset_versions are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `dataset_versions_no_delete` BEFORE DELETE ON `dataset_versions`
BEGIN
	SELECT RAISE(ABORT, 'rows of dataset_versions are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `dataset_versions_no_replace` BEFORE INSERT ON `dataset_versions`
WHEN EXISTS (SELECT 1 FROM `dataset_versions` WHERE (`case_id` = NEW.`case_id` AND `version` = NEW.`version`)
	OR (`id` = NEW.`id`)
	OR (`reconciliation_id` = NEW.`reconciliation_id`))
BEGIN
	SELECT RAISE(ABORT, 'rows of dataset_versions are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `dataset_ratings_no_update` BEFORE UPDATE ON `dataset_ratings`
BEGIN
	SELECT RAISE(ABORT, 'rows of dataset_ratings are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `dataset_ratings_no_delete` BEFORE DELETE ON `dataset_ratings`
BEGIN
	SELECT RAISE(ABORT, 'rows of dataset_ratings are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `dataset_ratings_no_replace` BEFORE INSERT ON `dataset_ratings`
WHEN EXISTS (SELECT 1 FROM `dataset_ratings` WHERE (`version_id` = NEW.`version_id` AND `factor` = NEW.`factor`))
BEGIN
	SELECT RAISE(ABORT, 'rows of dataset_ratings are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `submissions_freeze_at_opening` BEFORE INSERT ON `submissions_taken_back`
WHEN EXISTS (
	SELECT 1 FROM `reconciliations` r
	JOIN `rating_submissions` s ON s.`case_id` = r.`case_id`
	WHERE s.`id` = NEW.`submission_id`
	AND s.`id` NOT IN (SELECT t.`submission_id` FROM `submissions_taken_back` t)
)
BEGIN
	SELECT RAISE(ABORT, 'the case has opened: its submissions are frozen');
END;
--> statement-breakpoint
CREATE TRIGGER `one_submission_stands` BEFORE INSERT ON `rating_submissions`
WHEN NEW.`imported_coder` IS NULL AND EXISTS (
	SELECT 1 FROM `rating_submissions` s WHERE s.`assignment_id` = NEW.`assignment_id`
	AND NOT EXISTS (SELECT 1 FROM `rating_submissions` r WHERE r.`id` = NEW.`id`)
	AND NOT EXISTS (SELECT 1 FROM `submissions_taken_back` t WHERE t.`submission_id` = s.`id`)
)
BEGIN
	SELECT RAISE(ABORT, 'a submission of this coder stands already');
END;
