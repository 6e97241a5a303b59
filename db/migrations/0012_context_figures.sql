CREATE TABLE `context_figures` (
	`revision` integer PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "context_figures_revision" CHECK("context_figures"."revision" >= 1),
	CONSTRAINT "context_figures_content" CHECK(json_type("context_figures"."content") = 'array')
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `context_figures_no_update` BEFORE UPDATE ON `context_figures`
BEGIN
	SELECT RAISE(ABORT, 'rows of context_figures are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `context_figures_no_delete` BEFORE DELETE ON `context_figures`
BEGIN
	SELECT RAISE(ABORT, 'rows of context_figures are kept as they are');
END;
--> statement-breakpoint
CREATE TRIGGER `context_figures_no_replace` BEFORE INSERT ON `context_figures`
WHEN EXISTS (SELECT 1 FROM `context_figures` WHERE `revision` = NEW.`revision`)
BEGIN
	SELECT RAISE(ABORT, 'rows of context_figures are kept as they are: UNIQUE');
END;
