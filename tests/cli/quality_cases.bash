#!/usr/bin/env bash
# Tests of quality_report and scripts/quality. Usage: DUIQI_PROGRAM=… DUIQI_REPORT=… DUIQI_SOURCE_DIR=… quality_cases.bash CASE
shopt -s inherit_errexit
# shellcheck source=tests/cli/helpers.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/helpers.bash"

report() { "$DUIQI_REPORT" --folder sets "$@"; }

# Two sets of our own. In tiny/001 the gold says that the second sentences are no pair, so that 5 of 6 beads and 5 of 5 are right.
sets() {
  texts
  mkdir -p sets/tiny sets/raw-tiny sets/empty
  : >sets/tiny/STRICT
  local document
  for document in 000 001; do
    cp zh.txt sets/tiny/$document.zh
    cp en.txt sets/tiny/$document.en
  done
  printf '[0]:[0]\n[1]:[1]\n[2]:[2]\n' >sets/tiny/000.gold
  printf '[0]:[0]\n[1]:[]\n[]:[1]\n[2]:[2]\n' >sets/tiny/001.gold
  cp zh.txt sets/raw-tiny/000.zh.txt
  cp en.txt sets/raw-tiny/000.en.txt
  # The first two lines in one segment, the third left out in English.
  printf '0 61 0 78\n62 96 - -\n' >sets/raw-tiny/000.spans
}

# cells FILE FIRST COUNT: the row's cells, from the third on: documents, sentences zh, en, and for each setting F1, null, ece.
cells() { awk -v first="$2" -v is="$3" '$1 == first && $2 == is { for (k = 3; k <= NF; ++k) if (k < 6 || (k - 6) % 4 != 3) printf "%s ", $k; exit }' "$1"; }

# What the program's own evaluation says of a set: F1 of $2, null, ece.
by_program() {
  local set=$1 kind=$2 ending=.zh out=out raw=() split=(--pre-split)
  if [[ $set == raw* ]]; then ending=.zh.txt out=json raw=(--raw) split=(--no-evidence); fi
  shift 2
  mkdir -p "pred/$set"
  local zh name
  for zh in "sets/$set"/*"$ending"; do
    name=$(basename "$zh" "$ending")
    printf '%s\t%s\t%s\n' "$zh" "sets/$set/$name${ending/zh/en}" "pred/$set/$name.$out"
  done >"$set.list"
  duiqi align -q "${split[@]}" "$@" --batch "$set.list"
  duiqi eval "${raw[@]}" "sets/$set" "pred/$set" | sed "s/.*$kind P [0-9.]* R [0-9.]* F1 \([0-9.]*\).* null .* F1 \([0-9.]*\) | ece \([0-9.]*\)/\1 \2 \3/"
}

case_figures_are_those_of_eval() {
  sets
  expect 0 report
  local bare usual
  bare=$(by_program tiny strict --no-built-in)
  usual=$(by_program tiny strict)
  is <(cells out tiny strict) "2 6 6 $bare $usual "
  says out built-in
  [[ $bare == "0.9091 0.0000 "* && $usual == "0.9091 0.0000 "* ]] || fail "not 5 of 6: $bare, $usual"
  bare=$(by_program raw-tiny segment --no-built-in)
  usual=$(by_program raw-tiny segment)
  is <(cells out raw-tiny segment) "1 3 3 $bare $usual "
  # The third bead lies in no segment: 2 of 3 beads are inside, 1 of 1 segments is tiled.
  [[ $usual == "0.8000 "* ]] || fail "not 2 of 3: $usual"
  says out in-sample
  if grep -q empty out; then fail "a set without documents is shown"; fi
}

case_figures_on_our_own_gold_are_those_of_eval() {
  cp -r "$source_dir/tests/quality/data" sets
  expect 0 report --sets news,raw
  local set kind
  for set in news raw; do
    kind=$([ $set = news ] && echo strict || echo segment)
    is <(cells out $set "$kind" | cut -d' ' -f4-) "$(by_program $set "$kind" --no-built-in) $(by_program $set "$kind") "
  done
}

case_a_lexicon_adds_a_column() {
  sets
  printf '赵振业\tzhao zhenye\n' >mine.tsv
  duiqi lexicon build -o mine.dqlex mine.tsv 2>log
  expect 0 report --sets tiny --lexicon mine.dqlex
  says out given
  [ "$(cells out tiny strict | wc -w)" = 12 ] || fail "not three settings: $(cat out)"
  says out 'built-in and mine.dqlex'
  expect 0 report --sets tiny
  [ "$(cells out tiny strict | wc -w)" = 9 ] || fail "not two settings: $(cat out)"
  if grep -q given out; then fail "a column for no lexicon: $(cat out)"; fi
}

case_documents_have_rows_and_a_mean() {
  sets
  expect 0 report --sets tiny --documents --bootstrap 100
  grep -qE '^000 +1\.0000 +- +1\.0000 +-$' out || fail "000: $(cat out)"
  grep -qE '^001 +0\.8000 +0\.0000 +0\.8000 +0\.0000$' out || fail "001: $(cat out)"
  grep -qE '^mean +0\.9000 +0\.9000$' out || fail "mean: $(cat out)"
  says out 0.8000-1.0000  # of two documents, both may be drawn twice
}

case_a_later_run_is_compared() {
  sets
  expect 0 report --json old.json
  expect 0 report --compare old.json
  [ "$(grep -cE '^(raw-)?tiny +[a-z]+ +(=|-) +(=|-) += +0 +0 +(=|-) +(=|-) += +0 +0$' out)" = 2 ] || fail "not equal: $(cat out)"
  cp sets/tiny/000.gold sets/tiny/001.gold
  expect 0 report --compare old.json
  grep -qE '^tiny +strict +\+0\.0909 +- .* 1 +0 .* 1 +0$' out || fail "no gain: $(cat out)"
  expect 0 report --json new.json
  cp old.json kept.json
  printf '[0]:[0]\n[1]:[]\n[]:[1]\n[2]:[2]\n' >sets/tiny/001.gold
  expect 0 report --compare new.json
  grep -qE '^tiny +strict +-0\.0909 +- .* 0 +1 .* 0 +1$' out || fail "no loss: $(cat out)"
  mv sets/tiny sets/other
  expect 0 report --compare old.json
  grep -qE '^other +strict( +-){10}$' out || fail "a set that the earlier run had not: $(cat out)"
}

case_bad_usage_is_refused() {
  sets
  local line
  for line in '--frob' '--sets nowhere' '--sets' '--bootstrap x' '--bootstrap 0' '--lexicon'; do
    # shellcheck disable=SC2086
    expect 2 report $line
    says err quality_report:
    empty out
  done
  echo '{"sets": []}' >bad.json
  expect 1 report --compare bad.json
  says err 'bad.json: no figures of an earlier run'
  expect 1 report --lexicon nowhere.dqlex
  says err nowhere.dqlex
  expect 1 report --sets tiny --json nowhere/x.json
  says err nowhere/x.json
  expect 2 "$DUIQI_REPORT" --folder sets/empty
  says err 'no set in sets/empty'
}

case_without_sets_it_says_so() {
  expect 0 "$DUIQI_REPORT" --folder nowhere
  says out 'There are no evaluation sets: nowhere is no folder'
  DUIQI_EVAL=$work/nowhere expect 0 "$source_dir/scripts/quality"
  says out "There are no evaluation sets: $work/nowhere is no folder"
  empty err
  expect 0 "$source_dir/scripts/quality" --help
  # Each option of the report is one of the script.
  sed -n 's|^// *\(--[a-z]*\).*|\1|p' "$source_dir/tests/reports/quality_report.cpp" | grep -v -- --folder >options
  [ -s options ] || fail "no options"
  while IFS= read -r option; do says out "$option"; done <options
  expect 1 "$source_dir/scripts/quality" --frob
  says err 'unknown argument --frob'
}

run_case "$1"
