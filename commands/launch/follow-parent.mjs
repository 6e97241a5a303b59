/** Loaded into a child with --import: ends the child when its parent is gone. */
if (process.channel) {
  process.once("disconnect", () => process.exit(1));
  process.channel.unref();
}
