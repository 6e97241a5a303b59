ALTER TABLE `study` ADD `licence` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `study` ADD `licence_address` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `releases` ADD `licence` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `releases` ADD `licence_address` text DEFAULT '' NOT NULL;