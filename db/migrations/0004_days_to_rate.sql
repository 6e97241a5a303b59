CREATE TABLE `days_to_rate` (
	`revision` integer PRIMARY KEY NOT NULL,
	`days` integer,
	`set_at` text NOT NULL,
	`set_by` text,
	FOREIGN KEY (`set_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "days_to_rate_revision" CHECK("days_to_rate"."revision" >= 1),
	CONSTRAINT "days_to_rate_days" CHECK("days_to_rate"."days" between 1 and 365)
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `days_to_rate_no_update` BEFORE UPDATE ON `days_to_rate`
BEGIN
	SELECT RAISE(ABORT, 'rows of days_to_rate are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `days_to_rate_no_delete` BEFORE DELETE ON `days_to_rate`
BEGIN
	SELECT RAISE(ABORT, 'rows of days_to_rate are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `days_to_rate_no_replace` BEFORE INSERT ON `days_to_rate`
WHEN EXISTS (SELECT 1 FROM `days_to_rate` WHERE (`revision` = NEW.`revision`))
BEGIN
	SELECT RAISE(ABORT, 'rows of days_to_rate are kept as they are: UNIQUE');
END;
