#!/bin/sh
# Finds a Chromium for the browser tests: the system's, else Playwright's own, else Debian's package. Prints its path.
set -eu
cd "$(dirname "$0")/.."
for name in "${KUULTU_CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    if [ -n "$name" ] && [ -x "$name" ]; then echo "$name"; exit 0; fi
done
own() { .venv/bin/python -c 'from playwright.sync_api import sync_playwright as s
with s() as p: print(p.chromium.executable_path)' 2>/dev/null; }
path=$(own || true)
if [ -n "$path" ] && [ -x "$path" ]; then echo "$path"; exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get -qq update >&2 && DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends chromium >&2
    if [ -x /usr/bin/chromium ]; then echo /usr/bin/chromium; exit 0; fi
fi
.venv/bin/python -m playwright install chromium >&2
own
