#!/usr/bin/env bash
# How long it takes from command to window with the gap on screen, on the sample workspace.
#   bash .ci/startup.sh [runs]
# Prints for each run the milliseconds since the JVM's start and since the command. Needs Xvfb where there is no display.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-3}
work=$(mktemp -d)
export ECART_HOME="$work/home"
xvfb=
finish() {
  [ -z "$xvfb" ] || kill "$xvfb"
  rm -rf "$work"
}
trap finish EXIT
if [ -z "${DISPLAY:-}" ]; then
  exec 3>"$work/display"
  Xvfb -displayfd 3 -screen 0 1440x900x24 2>/dev/null &
  xvfb=$!
  until [ -s "$work/display" ]; do sleep 0.1; done
  DISPLAY=":$(cat "$work/display")"
  export DISPLAY
fi
export ECART_OPTS="${ECART_OPTS:-} -Decart.started=true"
echo "first run, with the import: $(./ecart) ms since the start of the JVM"
for _ in $(seq "$runs"); do
  before=$(date +%s%3N)
  inside=$(./ecart)
  echo "$inside ms since the start of the JVM, $(($(date +%s%3N) - before)) ms from command to exit"
done
