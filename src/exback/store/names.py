"""The names that the progress file goes by, for whoever looks at it without the rest of the store."""

FILE = "progress.json"
FORMAT = "exback-progress"
SEALED = "exback-sealed"
"""The format of a file that is locked with a passphrase."""

VERSION = 1
"""The version of the format that this exback writes; a file with a higher one is left alone."""
