# shellcheck shell=bash disable=SC2034
# Shared by scripts/demo, scripts/test, scripts/bench and .ci/run; sourced by bash with `set -euo pipefail`, from any folder.

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)

# Debian packages, as CMakeLists.txt and README.md list them.
build_packages=(g++ cmake ninja-build libicu-dev libboost-locale-dev libboost-iostreams-dev libfmt-dev libsimdjson-dev libxxhash-dev
                libstemmer-dev libtbb-dev libcli11-dev liblbfgs-dev)
test_packages=(catch2 libpugixml-dev pkg-config)
browser_packages=(chromium python3)  # scripts/test --all
# The engines of examples/cluster: some 30 MB to fetch, and 700 MB on the disk, nearly all of them Snakemake's.
cluster_packages=(python3-distributed snakemake parallel)
bench_packages=(libbenchmark-dev python3 valgrind)

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }
die() { say "$*"; exit 1; }

# need_packages NAME …: installs those that are missing, with apt.
need_packages() {
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    say "this system has no apt; going on with what is installed (needed, by their Debian names: $*)"
    return
  fi
  local name missing=()
  for name in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      die "these packages are missing, and without root or sudo they can't be installed: ${missing[*]}"
    as_root=(sudo)
    if [ ! -t 0 ]; then
      sudo -n true 2>/dev/null ||
        die "these packages are missing, and sudo wants a password but there is no terminal to ask on: ${missing[*]}"
    fi
  fi
  if [ -t 0 ] && [ -t 2 ]; then
    local answer
    read -r -p "${0##*/}: install ${missing[*]} with apt-get${as_root:+, through sudo}? [Y/n] " answer ||
      answer=n
    case $answer in '' | [Yy]*) ;; *) die "not installed; install them yourself, then run this again" ;; esac
  fi
  say "installing ${missing[*]}"
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y)
  local log
  log=$(mktemp)
  if ! { "${apt[@]}" update && "${apt[@]}" install --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    die "apt-get failed (above); is this Debian 12 or newer, and are its package sources reachable?"
  fi
  rm -f "$log"
}

# need_commands NAME …: for systems on which need_packages can't help.
need_commands() {
  local name
  for name in "$@"; do
    command -v "$name" >/dev/null || die "$name is missing; README.md lists what the build needs"
  done
}

# configure FOLDER [ARG …]: a Ninja build of the project in FOLDER, below the project's root.
configure() {
  local folder=$root/$1
  shift
  need_commands cmake ninja "${CXX:-c++}"
  # A tree that was moved or copied with its build folder: CMake would refuse it.
  if [ -e "$folder/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
    say "making ${folder#"$root"/} anew, since it was made for another folder"
    rm -rf "$folder"
  fi
  local arguments=(-S "$root" -B "$folder" -G Ninja)
  if command -v ccache >/dev/null; then arguments+=(-D CMAKE_CXX_COMPILER_LAUNCHER=ccache); fi
  cmake --log-level=WARNING "${arguments[@]}" "$@" >&2
}
