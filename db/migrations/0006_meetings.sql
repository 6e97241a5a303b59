CREATE TABLE `meeting_notes` (
	`case_id` text NOT NULL,
	`revision` integer NOT NULL,
	`text` text NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` text,
	PRIMARY KEY(`case_id`, `revision`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "meeting_notes_revision" CHECK("meeting_notes"."revision" >= 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `name_switches` (
	`case_id` text NOT NULL,
	`revision` integer NOT NULL,
	`shown` integer NOT NULL,
	`switched_at` text NOT NULL,
	`switched_by` text,
	PRIMARY KEY(`case_id`, `revision`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`switched_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "name_switches_revision" CHECK("name_switches"."revision" >= 1),
	CONSTRAINT "name_switches_shown" CHECK("name_switches"."shown" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `meeting_notes_no_update` BEFORE UPDATE ON `meeting_notes`
BEGIN
	SELECT RAISE(ABORT, 'rows of meeting_notes are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `meeting_notes_no_delete` BEFORE DELETE ON `meeting_notes`
BEGIN
	SELECT RAISE(ABORT, 'rows of meeting_notes are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `meeting_notes_no_replace` BEFORE INSERT ON `meeting_notes`
WHEN EXISTS (SELECT 1 FROM `meeting_notes` WHERE (`case_id` = NEW.`case_id` AND `revision` = NEW.`revision`))
BEGIN
	SELECT RAISE(ABORT, 'rows of meeting_notes are kept as they are: UNIQUE');
END;
--> statement-breakpoint
CREATE TRIGGER `name_switches_no_update` BEFORE UPDATE ON `name_switches`
BEGIN
	SELECT RAISE(ABORT, 'rows of name_switches are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `name_switches_no_delete` BEFORE DELETE ON `name_switches`
BEGIN
	SELECT RAISE(ABORT, 'rows of name_switches are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `name_switches_no_replace` BEFORE INSERT ON `name_switches`
WHEN EXISTS (SELECT 1 FROM `name_switches` WHERE (`case_id` = NEW.`case_id` AND `revision` = NEW.`revision`))
BEGIN
	SELECT RAISE(ABORT, 'rows of name_switches are kept as they are: UNIQUE');
END;
