"""Pages that are only read: the status, the insights, the journal, and the map of steps."""
