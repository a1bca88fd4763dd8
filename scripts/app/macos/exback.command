#!/bin/sh
# The Finder opens this file in a terminal window.
exec "$(dirname -- "$0")/exback" "$@"
