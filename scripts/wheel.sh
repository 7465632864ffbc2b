#!/bin/sh
# Builds the wheel, installs it into an empty environment and runs the demo there: templates, fonts and all.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
.venv/bin/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation -w "$work" .
.venv/bin/python -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps "$work"/kuultu-*.whl
cd "$work"
KUULTU_DATA_DIR="$work/data" "$work/venv/bin/kuultu" demo --out "$work/out"
count=$(find "$work/out" -type f | wc -l)
echo "The wheel works by itself: $count files made."
[ "$count" -ge 30 ]
