#!/usr/bin/env bash
# Tests of `duiqi merge`. Usage: DUIQI_PROGRAM=… DUIQI_SOURCE_DIR=… merge_cases.bash CASE
# shellcheck source=tests/cli/helpers.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/helpers.bash"

# shards: an input of 90 documents, each of 30 three times, and its three thirds 1.jsonl, 2.jsonl, 3.jsonl.
shards() {
  python3 - "$source_dir/tests/quality/data/news" <<'PYTHON'
import json, sys
lines = []
for k in range(90):
    name = f"{sys.argv[1]}/{k % 30:03}"
    zh, en = open(name + ".zh").read(), open(name + ".en").read()
    if k % 7: zh, en = "".join(zh.splitlines(True)[:3]), "".join(en.splitlines(True)[:3])
    lines.append(json.dumps({"id": f"n{k}", "zh": zh, "en": en, "source": {"page": k, "of": "世界 \t 报"}}, ensure_ascii=False) + "\n")
open("in.jsonl", "w").write("".join(lines))
for part, begin, end in ((1, 0, 25), (2, 25, 70), (3, 70, 90)): open(f"{part}.jsonl", "w").write("".join(lines[begin:end]))
PYTHON
}

# each ENDING: the shards as outputs s1.ENDING and so on, with their reports.
each() {
  for part in 1 2 3; do duiqi corpus -q $part.jsonl -o s$part."$1" --dedup none --report r$part.json; done
}

case_merge_gives_the_bytes_of_one_run() {
  command -v python3 >/dev/null || skip "no python3"
  shards
  each jsonl
  each tsv.gz
  for dedup in none exact near; do
    for ending in jsonl tsv; do
      duiqi corpus -q in.jsonl -o whole.$ending --dedup $dedup --explain-drop whole.drops --keep all
      for part in 1 2 3; do duiqi corpus -q $part.jsonl -o k$part.$ending.zst --dedup none --keep all; done
      duiqi merge -q k1.$ending.zst k2.$ending.zst k3.$ending.zst -o out.$ending --dedup $dedup --threads 3
      cmp whole.$ending out.$ending
      [ $dedup = none ] || cmp whole.$ending.copies out.$ending.copies
      if [ $dedup = none ]; then
        [ ! -e out.$ending.copies ] || fail "--dedup none counted copies"
      fi
      rm -f out.* whole.$ending*
    done
  done
  # The filters of the shards are those of the run; a shard may come from a pipe, and tsv of jsonl.
  expect 0 duiqi corpus -q in.jsonl -o whole.tsv --report whole.json
  duiqi merge -q s1.jsonl - s3.jsonl --format tsv -o - <s2.jsonl | cmp - whole.tsv
  expect 0 duiqi merge s1.tsv.gz s2.tsv.gz s3.tsv.gz -o out.tsv.zst --shard-report r1.json --shard-report r2.json \
    --shard-report r3.json --report out.json --threads 2
  says err ' of them duplicates; '
  if command -v zstd >/dev/null; then zstd -dcq out.tsv.zst | cmp - whole.tsv; fi
  cmp whole.tsv.copies out.tsv.zst.copies
  # But for the times, and figures of six digits at the edge of a twentieth, the report is that of the run.
  python3 - <<'PYTHON'
import json
whole, out = json.load(open("whole.json")), json.load(open("out.json"))
for name in ("documents", "warning", "sentences", "pairs", "drop", "type", "bytes"): assert whole[name] == out[name], name
assert sum(whole["probability"]) == sum(out["probability"]) == whole["pairs"]["written"]
PYTHON
  # The duplicates, with the reason; a report without those of the shards.
  duiqi merge -q s1.jsonl s2.jsonl s3.jsonl -o out.jsonl --explain-drop drops.jsonl.gz --report out.txt
  duiqi corpus -q in.jsonl -o whole.jsonl --explain-drop whole.drops
  zcat drops.jsonl.gz | cmp - <(grep '"reason": "duplicate"' whole.drops)
  says out.txt 'dropped: duplicate'
  if grep -q documents\ read out.txt; then fail "documents that nobody counted"; fi
}

case_merge_refuses_damage() {
  command -v python3 >/dev/null || skip "no python3"
  shards
  each jsonl
  printf 'before\n' >out.jsonl
  refused() { # refused MESSAGE SHARD…
    local message=$1
    shift
    expect 1 duiqi merge "$@" -o out.jsonl
    says err "$message"
    is out.jsonl before
    [ ! -e out.jsonl.part ] || fail "out.jsonl.part was left"
  }
  refused "gone.jsonl: can't be opened" s1.jsonl gone.jsonl
  local lines
  lines=$(wc -l <s2.jsonl)
  head -c -1 s2.jsonl >cut.jsonl
  refused "cut.jsonl:$lines: the last line has no end" s1.jsonl cut.jsonl
  head -n 3 s1.jsonl >foreign.jsonl
  printf '{"zh": "会议", "en": "A meeting"}\n' >>foreign.jsonl
  refused 'foreign.jsonl:4: no line that duiqi corpus wrote: no field "doc"' foreign.jsonl s2.jsonl
  printf 'nonsense\n' >foreign.jsonl
  refused 'foreign.jsonl:1: no line that duiqi corpus wrote: not valid JSON' s1.jsonl foreign.jsonl
  duiqi corpus -q 1.jsonl -o x.jsonl --explain-drop drops.jsonl --min-probability 1
  refused 'drops.jsonl:1: no line that duiqi corpus wrote: a pair that was dropped' drops.jsonl
  gzip -k s2.jsonl
  head -c 3000 s2.jsonl.gz >cut.jsonl.gz
  refused 'cut.jsonl.gz: the gzip data are damaged or end too soon' s1.jsonl cut.jsonl.gz
  if command -v zstd >/dev/null; then
    zstd -q s2.jsonl
    head -c 3000 s2.jsonl.zst >cut.jsonl.zst
    refused 'cut.jsonl.zst: the zstd data ' s1.jsonl cut.jsonl.zst
  fi
  duiqi corpus -q 1.jsonl -o t1.tsv --dedup none
  head -n 1 t1.tsv | cut -f1-3 >short.tsv
  expect 1 duiqi merge short.tsv -o out.tsv
  says err 'short.tsv:1: no line that duiqi corpus wrote: 3 columns instead of 13'
  # A shard too few for its reports; a report that is none.
  refused 'their reports speak of' s1.jsonl --shard-report r1.json --shard-report r2.json
  refused 's1.jsonl: no report of duiqi corpus' s1.jsonl --shard-report s1.jsonl
  for line in 't1.tsv -o out.jsonl' 's1.jsonl -o s1.jsonl' '- - -o out.jsonl' 's1.jsonl -o out.xyz' '-o out.jsonl' \
    't1.tsv -o out.tsv --explain-drop d.jsonl' 's1.jsonl -o out.jsonl --report s1.jsonl'; do
    expect 2 duiqi merge $line
  done
  is out.jsonl before
}

case_merge_killed_leaves_no_half() {
  command -v python3 >/dev/null || skip "no python3"
  shards
  each jsonl
  mkfifo pipe
  (exec "$DUIQI_PROGRAM" merge -q s1.jsonl pipe -o out.jsonl 2>err) & local run=$!
  exec 9>pipe
  cat s2.jsonl >&9
  sleep 0.3
  kill -9 "$run"
  wait "$run" 2>/dev/null && fail "not killed"
  exec 9>&-
  [ ! -e out.jsonl ] || fail "a half output has its name"
  duiqi merge -q s1.jsonl s2.jsonl -o out.jsonl
  [ ! -e out.jsonl.part ] || fail "out.jsonl.part was left"
  cat s1.jsonl s2.jsonl >s12.jsonl
  duiqi merge -q s12.jsonl -o again.jsonl
  cmp out.jsonl again.jsonl
}

run_case "$1"
