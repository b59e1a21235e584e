# shellcheck shell=bash
# Shared by the files of cases: each function `case_NAME` is a test. A case fails with the first command that fails; exit code 77
# means skipped. Sourced; leaves the shell in an empty folder.
set -euo pipefail
unset COLUMNS NO_COLOR

source_dir=$DUIQI_SOURCE_DIR
eval_dir=${DUIQI_EVAL:-$source_dir/../shared/eval}
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"

duiqi() { "$DUIQI_PROGRAM" "$@"; }

fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
skip() { printf 'skipped: %s\n' "$*"; exit 77; }

# expect CODE COMMAND…: the command's exit code; its output is in out and err.
expect() {
  local wanted=$1 got=0
  shift
  "$@" >out 2>err || got=$?
  [ "$got" = "$wanted" ] || fail "exit code $got instead of $wanted: $* ($(head -c 500 err))"
}
# says FILE TEXT: the file holds the text.
says() { grep -qF -- "$2" "$1" || fail "no \"$2\" in $1: $(head -c 800 "$1")"; }
# is FILE TEXT: the file holds nothing else.
is() {
  local content
  content=$(cat "$1")
  [ "$content" = "$2" ] || fail "\"$content\" is not \"$2\""
}
empty() { [ ! -s "$1" ] || fail "$1 is not empty: $(head -c 800 "$1")"; }
# left FILE…: the files that stand in the folder, but for out and err.
left() { is <(ls -A | grep -vxE 'out|err' | tr '\n' ' ') "$* "; }

texts() {
  # A meeting; three sentences on each side.
  printf '会议于3月15日在北京召开。\n赵振业出席会议。\n双方签署了5亿元的协议。\n' >zh.txt
  printf 'The meeting was held in Beijing on March 15.\nZhao Zhenye attended the meeting.\nThe two sides signed an agreement worth 500 million yuan.\n' >en.txt
}

run_case() {
  declare -F "case_$1" >/dev/null || fail "no case $1"
  "case_$1"
}
