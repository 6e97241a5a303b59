ALTER TABLE `imported_second_ratings` ADD `themes` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `imported_second_ratings` ADD `description` text DEFAULT '' NOT NULL;