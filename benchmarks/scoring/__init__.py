"""Gold and predicted annotations in, counts out: the project's own measures."""
