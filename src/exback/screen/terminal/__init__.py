"""Pages on a real terminal: questions, fields, keys and the pager."""
