#!/usr/bin/env bash
# How long it takes from command to window with the gap on screen, on the sample workspace.
#   bash .ci/startup.sh [runs]
# Prints for each run the milliseconds since the JVM's start and since the command; how many they are fails nothing. Where
# there is no display it needs Xvfb and GTK: it installs them where it may, and else leaves the measurement out.
set -euo pipefail
cd "$(dirname "$0")/.."

lacking() {
  command -v Xvfb >/dev/null || echo xvfb
  PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null | grep 'libgtk-3\.so' >/dev/null || echo libgtk-3-0
}
install() {
  command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 1
  export DEBIAN_FRONTEND=noninteractive
  # Some releases of Debian and Ubuntu call GTK libgtk-3-0t64.
  apt-get install -y -qq "$@" >/dev/null 2>&1 || {
    apt-get update -qq >/dev/null 2>&1
    apt-get install -y -qq "$@" >/dev/null 2>&1 || apt-get install -y -qq "${@/%gtk-3-0/gtk-3-0t64}" >/dev/null 2>&1
  }
}
if [ -z "${DISPLAY:-}" ]; then
  mapfile -t packages < <(lacking)
  if [ ${#packages[@]} -gt 0 ] && ! install "${packages[@]}"; then
    echo "No display here, and ${packages[*]} cannot be installed: the time to the window is not measured."
    exit 0
  fi
fi

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
  for _ in $(seq 100); do
    [ -s "$work/display" ] && break
    sleep 0.1
  done
  if [ ! -s "$work/display" ]; then
    echo "The virtual display does not start: the time to the window is not measured."
    exit 0
  fi
  DISPLAY=":$(cat "$work/display")"
  export DISPLAY
fi
export ECART_OPTS="${ECART_OPTS:-} -Decart.started=true"
echo "first run, with the import: $(timeout 300 ./ecart) ms since the start of the JVM"
for _ in $(seq "$runs"); do
  before=$(date +%s%3N)
  inside=$(timeout 300 ./ecart)
  echo "$inside ms since the start of the JVM, $(($(date +%s%3N) - before)) ms from command to exit"
done
