#!/usr/bin/env bash
# Tests of examples/workflow. Usage: DUIQI_PROGRAM=… DUIQI_SOURCE_DIR=… workflow_cases.bash CASE
# shellcheck source=tests/cli/helpers.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/helpers.bash"

workflow() { DUIQI=$DUIQI_PROGRAM bash "$source_dir/examples/workflow/training_files.sh" "$@"; }

case_training_files_from_records_and_news() {
  workflow one 2>err
  local pairs
  pairs=$(wc -l <one/train.zh)
  # Of 30 documents of 15 sentences or so.
  [ "$pairs" -ge 350 ] || fail "only $pairs pairs"
  local side all=0
  for side in train dev test; do
    is <(wc -l <one/$side.en) "$(wc -l <one/$side.zh)"
    is <(wc -l <one/$side.ids) "$(wc -l <one/$side.zh)"
    all=$((all + $(wc -l <one/$side.zh)))
    # The documents of each side: the second column behind the texts.
    cut -f2 one/$side.ids | sort -u >$side.documents
  done
  is <(zcat one/corpus.jsonl.gz | wc -l) "$all"
  is <(wc -l <dev.documents) 3
  is <(wc -l <test.documents) 3
  # No document on two sides.
  is <(sort train.documents dev.documents test.documents | uniq -d) ''
  says err "$pairs pairs in one/train.zh and train.en"
  ! grep -nP '^$|\t' one/train.zh one/train.en || fail "a line that is empty or has a tab"
  # Line by line they belong together: the place and the day of one dateline.
  cat one/{train,dev,test}.zh >all.zh
  cat one/{train,dev,test}.en >all.en
  local number
  number=$(grep -n '^海纳社银川6月12日电 12日' all.zh | cut -d: -f1)
  says <(sed -n "${number}p" all.en) 'YINCHUAN, June 12 (Haina)'
  says one/report.txt 'documents read                        36'
  [ -s one/news.dropped.jsonl ] || fail "nothing was filtered"
  empty one/news.rejects
  # Once more over the same folder, as after a kill: the same.
  cp one/train.zh one/train.en .
  workflow one 2>err
  cmp train.zh one/train.zh
  cmp train.en one/train.en
}

case_training_files_of_own_texts() {
  mkdir records news
  cp "$source_dir/examples/data/yushu.txt" records/
  cp "$source_dir"/tests/quality/data/news/00[0-3].{zh,en} news/
  # An article that two sources have, and one whose translation is missing.
  cp news/000.zh news/again.zh
  cp news/000.en news/again.en
  cp news/000.zh news/alone.zh
  workflow made records news 2>err
  says err ' dropped, '
  is <(zcat made/corpus.jsonl.gz | grep -c '"doc": "again"' || true) 0
  is <(zcat made/corpus.jsonl.gz | grep -c '"doc": "000"') "$(zgrep -c '"doc": "000"' made/news.jsonl.gz)"
  says made/news.rejects 'alone.en'
  says made/report.txt 'rejected                             1'
  # What fails ends it, and makes no files for training.
  expect 2 workflow other gone news
  says err 'gone/*.txt'
  [ ! -e other/train.zh ] || fail "files for training in spite of a failure"
}

run_case "$1"
