"""Word lists: one file each, with its source, licence and date; their readers stand elsewhere."""
