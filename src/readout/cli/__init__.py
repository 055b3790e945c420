"""The `readout` command: parses, makes one library call, prints."""
