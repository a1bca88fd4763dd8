#!/bin/sh
# Starts exback in a terminal window, a new one if there's none yet. The window closes when exback is left.
folder=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1
if ! [ -t 0 ] || ! [ -t 1 ]; then
    for terminal in xdg-terminal-exec x-terminal-emulator gnome-terminal kgx konsole xfce4-terminal xterm; do
        command -v "$terminal" >/dev/null || continue
        case $terminal in
        xdg-terminal-exec) exec "$terminal" "$folder/open-exback.sh" ;;
        gnome-terminal | kgx) exec "$terminal" -- "$folder/open-exback.sh" ;;
        xfce4-terminal) exec "$terminal" -x "$folder/open-exback.sh" ;;
        *) exec "$terminal" -e "$folder/open-exback.sh" ;;
        esac
    done
    exit 1
fi
"$folder/exback" "$@"
code=$?
case $code in
0 | 130) ;;  # left, or left with Ctrl-C
*)
    printf 'To close this window, press Enter. '
    read -r _
    ;;
esac
exit "$code"
