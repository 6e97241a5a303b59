-- Rows are added, not overwritten: these tables refuse every change to what they hold.
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
CREATE TRIGGER `submissions_freeze_at_opening` BEFORE INSERT ON `submissions_taken_back`
WHEN EXISTS (
	SELECT 1 FROM `reconciliations` r
	JOIN `rating_submissions` s ON s.`case_id` = r.`case_id`
	WHERE s.`id` = NEW.`submission_id`
)
BEGIN
	SELECT RAISE(ABORT, 'the case has opened: its submissions are frozen');
END;
