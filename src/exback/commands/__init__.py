"""What each command does: one module a command, named as it is typed."""
