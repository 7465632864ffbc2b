#!/bin/sh
# Runs a command with DATABASE_URL pointing at a PostgreSQL of its own on loopback, gone afterwards.
#   scripts/postgres.sh make test-all
set -eu
find_bin() { for d in /usr/lib/postgresql/*/bin; do [ -x "$d/initdb" ] && echo "$d"; done | sort -V | tail -n 1; }
bin=$(find_bin)
if [ -z "$bin" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get -qq update >&2 && DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends postgresql >&2
    bin=$(find_bin)
fi
if [ -z "$bin" ]; then echo "PostgreSQL 15 or newer is needed: apt install postgresql." >&2; exit 1; fi

home=$(mktemp -d)
# The server refuses to run as root; the package brings a user for it.
if [ "$(id -u)" = 0 ]; then chown postgres "$home"; as="runuser -u postgres --"; else as=""; fi
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
trap '$as "$bin/pg_ctl" -D "$home/data" -m immediate stop >/dev/null 2>&1; rm -rf "$home"' EXIT INT TERM
cd "$home"
$as "$bin/initdb" -D "$home/data" -U kuultu --auth=trust --encoding=UTF8 --locale=C.UTF-8 >/dev/null
$as "$bin/pg_ctl" -D "$home/data" -w -l "$home/log" -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$home -c fsync=off" start >/dev/null
cd - >/dev/null
DATABASE_URL="postgres://kuultu@127.0.0.1:$port/postgres" "$@"
