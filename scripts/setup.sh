#!/bin/sh
# Makes .venv from the lock file with the first Python >= 3.12 that really runs.
#   scripts/setup.sh          what running needs
#   scripts/setup.sh dev      what testing needs as well
set -eu
cd "$(dirname "$0")/.."
lock=requirements.lock
[ "${1:-}" = dev ] && lock=requirements-dev.lock

# A pyenv shim may exist and still fail, so each candidate is asked to run.
good() { "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1; }
candidates() {
    for name in python3.14 python3.13 python3.12 python3; do command -v "$name" 2>/dev/null || true; done
    ls -d "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[2-9]*/bin/python 2>/dev/null | sort -rV || true
}
find_python() {
    for candidate in $(candidates); do
        if good "$candidate"; then echo "$candidate"; return; fi
    done
}

stamp=.venv/.made-from
want=$(cat "$lock" pyproject.toml | cksum)-$lock
if [ -x .venv/bin/python ] && [ "$(cat $stamp 2>/dev/null)" = "$want" ]; then exit 0; fi
# The larger environment serves the smaller need too.
if [ "$lock" = requirements.lock ] && [ -x .venv/bin/python ] &&
   [ "$(cat $stamp 2>/dev/null)" = "$(cat requirements-dev.lock pyproject.toml | cksum)-requirements-dev.lock" ]; then exit 0; fi

if command -v uv >/dev/null 2>&1; then
    python=$(find_python)
    echo "Making .venv with uv and ${python:-a Python that uv finds} …"
    UV_VENV_CLEAR=1 uv venv --quiet --seed -p "${python:-3.13}" .venv
    uv pip install --quiet --python .venv/bin/python --require-hashes -r "$lock"
else
    python=$(find_python)
    if [ -z "$python" ]; then
        echo "Kuultu needs Python 3.12 or newer, and none was found." >&2
        echo "Install one (Debian 13 or Ubuntu 24.04: apt install python3 python3-venv; or: pyenv install 3.13; or install uv) and run this again." >&2
        exit 1
    fi
    echo "Making .venv with $python …"
    rm -rf .venv
    "$python" -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
fi
# The checkout itself: on the path, and its command beside the interpreter.
site=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
pwd > "$site/kuultu-checkout.pth"
printf '#!/bin/sh\nexec "$(dirname "$0")/python" -m kuultu "$@"\n' > .venv/bin/kuultu
chmod +x .venv/bin/kuultu
echo "$want" > $stamp
