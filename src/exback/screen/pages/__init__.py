"""Pages that are drawn with rich and only read: status, insights, journal, the map of steps."""
