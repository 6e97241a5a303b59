ALTER TABLE `study` ADD `withheld_up_to` integer DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE `releases` ADD `withheld_up_to` integer DEFAULT 5 NOT NULL;