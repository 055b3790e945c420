"""Word lists: one file each, with its source, licence and date, and the reader of them all."""
