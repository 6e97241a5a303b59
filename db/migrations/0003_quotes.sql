ALTER TABLE `draft_ratings` ADD `quotes` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `submitted_ratings` ADD `quotes` text DEFAULT '[]' NOT NULL;