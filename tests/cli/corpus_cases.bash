#!/usr/bin/env bash
# Tests of `duiqi corpus`. Usage: DUIQI_PROGRAM=… DUIQI_SOURCE_DIR=… corpus_cases.bash CASE
# shellcheck source=tests/cli/helpers.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/helpers.bash"

# news N [SHORT]: N documents of JSON lines from the quality tests: each SHORTth (the 5th) whole, of the others a line.
news() {
  python3 - "$source_dir/tests/quality/data/news" "$1" "${2:-5}" <<'PYTHON'
import json, sys
folder, count, short = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
for k in range(count):
    name = f"{folder}/{k % 30:03}"
    zh, en = open(name + ".zh").read(), open(name + ".en").read()
    if k % short: zh, en = zh.split("\n")[0], en.split("\n")[0]
    print(json.dumps({"id": f"n{k}", "zh": zh, "en": en, "page": k}, ensure_ascii=False))
PYTHON
}

# A document of three sentences, as a JSON line.
meeting='{"zh": "会议于3月15日在北京召开。赵振业出席会议。双方签署了5亿元的协议。", "en": "The meeting was held in Beijing on March 15. Zhao Zhenye attended the meeting. The two sides signed an agreement worth 500 million yuan."}'

case_corpus_wrong_usage() {
  printf '%s\n' "$meeting" >in.jsonl
  for line in 'corpus in.jsonl' 'corpus -o out.jsonl' 'corpus in.jsonl -o out.xyz' 'corpus in.jsonl -o in.jsonl' \
    'corpus in.jsonl -o ./in.jsonl' 'corpus - - -o out.jsonl' 'corpus in.jsonl -o out.jsonl --format xml' \
    'corpus in.jsonl -o out.jsonl --rejects out.jsonl' 'corpus in.jsonl -o out.jsonl --rejects in.jsonl' \
    'corpus in.jsonl list.tsv -o out.jsonl' 'corpus --input folders in.jsonl -o out.jsonl' \
    'corpus in.jsonl -o out.jsonl --max-document 0'; do
    expect 2 duiqi $line
    says err 'duiqi: '
  done
  left 'in.jsonl'
  expect 1 duiqi corpus gone.jsonl -o out.jsonl
  says err 'gone.jsonl: can'"'"'t be opened'
  expect 1 duiqi corpus in.jsonl -o no/such/folder.jsonl
  says err 'no/such/folder.jsonl: can'"'"'t be written'
  left 'in.jsonl'
}

case_corpus_pairs_are_those_of_align() {
  texts
  command -v python3 >/dev/null || skip "no python3"
  python3 -c 'import json; print(json.dumps({"key": 7, "c": open("zh.txt").read(), "e": open("en.txt").read(), "day": "x"}))' >in.jsonl
  duiqi corpus -q --keep all in.jsonl -o out.tsv --id-field key --zh-field c --en-field e
  duiqi align -q --format tsv zh.txt en.txt >expected
  cut -f1-3 out.tsv | cmp - expected
  says out.tsv $'\t7\t0\t0\t'
  says out.tsv '{"day": "x"}'
  # Standard input and output, the folders and the record of the sample.
  duiqi corpus -q --keep all - -o - --format tsv --id-field key --zh-field c --en-field e <in.jsonl | cmp - out.tsv
  mkdir zh en
  cp zh.txt zh/a.txt
  cp en.txt en/a.txt
  duiqi corpus -q --keep all zh en -o - --format tsv | cut -f1-3 | cmp - expected
  duiqi corpus -q --keep all "$source_dir/examples/data/yushu.txt" -o - --format tsv | cut -f1-3 >out
  duiqi align -q --record --format tsv "$source_dir/examples/data/yushu.txt" | cmp - out
}

case_corpus_bytes_do_not_depend_on_threads() {
  command -v python3 >/dev/null || skip "no python3"
  news 600 >in.jsonl
  duiqi corpus in.jsonl -o one.jsonl --threads 1 2>err
  says err '600 documents read, 0 rejected'
  gzip -k in.jsonl
  duiqi corpus -q in.jsonl.gz -o four.jsonl.gz --threads 4
  zcat four.jsonl.gz | cmp - one.jsonl
  duiqi corpus -q in.jsonl.gz -o again.jsonl.gz --threads 2
  cmp four.jsonl.gz again.jsonl.gz
  if command -v zstd >/dev/null; then
    zstd -q in.jsonl
    duiqi corpus -q in.jsonl.zst -o three.jsonl.zst --threads 3
    zstd -dcq three.jsonl.zst | cmp - one.jsonl
    if command -v pzstd >/dev/null; then
      pzstd -q in.jsonl -o parallel.jsonl.zst
      duiqi corpus -q parallel.jsonl.zst -o parallel.jsonl --threads 2
      cmp parallel.jsonl one.jsonl
    fi
    head -c 9000 in.jsonl.zst >cut.jsonl.zst
    expect 1 duiqi corpus cut.jsonl.zst -o cut.jsonl
    says err 'cut.jsonl.zst: the zstd data end too soon'
  fi
  head -c 9000 in.jsonl.gz >cut.jsonl.gz
  expect 1 duiqi corpus cut.jsonl.gz -o cut.jsonl
  says err 'cut.jsonl.gz: the gzip data are damaged or end too soon'
  [ ! -e cut.jsonl ] || fail "a failed run left its output"
  # A pipe gets the pairs of what could be read: of the last 64 KiB before the damage it may be none.
  head -c "$(($(stat -c %s in.jsonl.gz) * 3 / 4))" in.jsonl.gz >cut.jsonl.gz
  expect 1 duiqi corpus cut.jsonl.gz -o - --format jsonl
  [ -s out ] || fail "nothing was written"
  head -n "$(wc -l <out)" one.jsonl | cmp - out
}

case_corpus_rejects() {
  printf '%s\n' "$meeting" nonsense '{"zh": "会议。"}' >in.jsonl
  expect 0 duiqi corpus in.jsonl -o out.jsonl
  says err 'rejected: in.jsonl:2: not valid JSON'
  says err 'rejected: in.jsonl:3: no field "en"'
  says err '3 documents read, 2 rejected; 3 pairs found, 0 dropped, 3 written'
  expect 0 duiqi corpus in.jsonl -o out.jsonl --rejects bad.jsonl
  says bad.jsonl '{"file": "in.jsonl", "line": 2, "reason": "not valid JSON'
  says bad.jsonl '"input": "nonsense"}'
  is <(wc -l <bad.jsonl) 2
  expect 1 duiqi corpus --strict in.jsonl -o strict.jsonl
  says err 'in.jsonl:2: not valid JSON'
  [ ! -e strict.jsonl ] || fail "--strict left an output"
  # A manifest whose files are missing, and text that is in no known encoding.
  printf 'gone.txt\talso.txt\n' >list.tsv
  expect 0 duiqi corpus list.tsv -o out.jsonl
  says err 'rejected: list.tsv:1: gone.txt: can'"'"'t be opened'
}

case_corpus_filters() {
  # Of four sentences one has another amount, and one is a credit.
  printf '{"id": "a", "zh": "会议于3月15日在北京召开。\\n全球有3.2亿人受到影响，赵振业表示。\\n双方签署了5亿元的协议。\\n责任编辑：王小明", "en": "%s"}\n' \
    'The meeting was held in Beijing on March 15.\nWorldwide 32 million people are affected, said Zhao Zhenye.\nThe two sides signed an agreement worth 500 million yuan.\nEditor: Wang Xiaoming' >in.jsonl
  expect 0 duiqi corpus in.jsonl -o out.tsv --explain-drop drops.jsonl --min-probability 0
  says err '4 pairs found, 2 dropped, 2 written'
  says out.tsv 'agreement worth 500 million yuan.'
  says drops.jsonl '{"reason": "numbers", "why": "number 320000000 against number 32000000", "doc": "a"'
  says drops.jsonl '{"reason": "boilerplate", "why": "credit on the Chinese side", "doc": "a"'
  duiqi corpus -q in.jsonl -o out.tsv --keep boilerplate,numbers --min-probability 0
  is <(wc -l <out.tsv) 4
  duiqi corpus -q in.jsonl -o out.tsv --keep all
  is <(wc -l <out.tsv) 4
  for line in '--keep frob' '--min-probability nan' '--max-mix 2' '--numbers some' '--explain-drop in.jsonl' '--explain-drop out.tsv'; do
    expect 2 duiqi corpus in.jsonl -o out.tsv $line
  done
}

case_corpus_deduplication_and_report() {
  command -v python3 >/dev/null || skip "no python3"
  news 60 >in.jsonl
  cat in.jsonl in.jsonl >twice.jsonl
  duiqi corpus -q in.jsonl -o once.jsonl
  duiqi corpus -q twice.jsonl -o out.jsonl --report report.json --threads 3
  cmp out.jsonl once.jsonl
  duiqi corpus -q twice.jsonl -o near.jsonl --dedup near --report report.txt
  cmp near.jsonl once.jsonl
  duiqi corpus -q twice.jsonl -o none.jsonl --dedup none
  [ "$(wc -l <none.jsonl)" -ge "$((2 * $(wc -l <once.jsonl)))" ] || fail "--dedup none dropped something"
  [ ! -e none.jsonl.copies ] || fail "--dedup none counted copies"
  is <(cut -f1 out.jsonl.copies) "$(seq "$(wc -l <once.jsonl)")"
  says report.txt 'dropped: duplicate'
  says report.txt 'documents/s'
  python3 - <<'PYTHON'
import json
report = json.load(open("report.json"))
lines = sum(1 for _ in open("out.jsonl"))
pairs = report["pairs"]
assert report["documents"]["read"] == 120, report
assert pairs["written"] == lines == sum(report["probability"]) == sum(report["type"].values()), report
assert pairs["found"] == pairs["written"] + pairs["dropped"] and pairs["dropped"] == sum(report["drop"].values()), report
assert sum(int(line.split()[1]) for line in open("out.jsonl.copies")) == report["drop"]["duplicate"], report
PYTHON
  # In a log, lines of progress come now and then; a short run has none.
  duiqi corpus in.jsonl -o out.jsonl 2>err
  is <(wc -l <err) 1
  duiqi corpus in.jsonl -o out.jsonl --progress 0.00001 2>err
  grep -qE '^duiqi: [0-9]+ documents, .* MB/s, [0-9]+ pairs, 0:[0-9]{2}:[0-9]{2} left$' err || fail "no lines of progress: $(cat err)"
  ! grep -q $'\r' err || fail "a terminal's line in a log"
  duiqi corpus in.jsonl -o out.jsonl --progress 0 2>err
  is <(wc -l <err) 1
  command -v script >/dev/null || return 0
  script -qec "$DUIQI_PROGRAM corpus in.jsonl -o out.jsonl" /dev/null >screen </dev/null
  says screen ' documents, '
  says screen ' MB/s, '
  grep -qE ' pairs, 0:[0-9]{2}:[0-9]{2} left' screen || fail "no remaining time"
}

case_corpus_report_page() {
  printf '%s\n' "$meeting" >in.jsonl
  expect 0 duiqi corpus in.jsonl -o out.jsonl --report page.html --min-probability 0.01 --id-field '<b>&"'
  for text in '<!DOCTYPE html>' 'Corpus report: out.jsonl' '>--min-probability</th><td class="text">0.01<' '&lt;b&gt;&amp;&quot;'; do
    says page.html "$text"
  done
  if grep -qE '<script|<b>|https?://' page.html; then fail "the page has what it must not have"; fi
  # That of a merge: of the pairs alone, or with the reports of the shards of the whole run.
  duiqi corpus -q in.jsonl -o 1.jsonl --report 1.json
  duiqi merge -q 1.jsonl 1.jsonl -o 2.jsonl --report merged.html
  if grep -q '<h2>Sentences' merged.html; then fail "a merge speaks of sentences that it does not know of"; fi
  says merged.html 'dropped: duplicate'
  says merged.html '<h2>Length ratio'
  duiqi merge -q 1.jsonl -o 2.jsonl --shard-report 1.json --report merged.html
  says merged.html '<h2>Sentences'
  duiqi merge -q 1.jsonl -o 2.jsonl --shard-report 1.json --report 2.json
  is <(grep length_ratio 2.json | cut -d] -f1) "$(grep length_ratio 1.json | cut -d] -f1)"
  expect 2 duiqi corpus in.jsonl -o page.html --format jsonl --report page.html
  expect 1 duiqi corpus -q in.jsonl -o out.jsonl --report no/such/page.html
  says err 'no/such/page.html: can'"'"'t be'
}

case_partition() {
  command -v python3 >/dev/null || skip "no python3"
  news 30 1 >in.jsonl
  # Each document a second time, a word of each sentence replaced.
  python3 - in.jsonl >>in.jsonl.copies <<'PYTHON'
import json, random, sys
random.seed(5)
for line in open(sys.argv[1]):
    document = json.loads(line)
    lines = [text.split(" ") for text in document["en"].split("\n")]
    for words in lines: words[random.randrange(len(words))] = "replacement"
    document["id"] += "-copy"
    document["en"] = "\n".join(" ".join(words) for words in lines)
    print(json.dumps(document, ensure_ascii=False))
PYTHON
  cat in.jsonl.copies >>in.jsonl
  duiqi corpus -q in.jsonl -o pairs.jsonl.gz --keep all
  expect 0 duiqi partition pairs.jsonl.gz -o parts --dev 30% --test 40%
  says err '60 documents in 30 groups, of which the largest has 2'
  for side in train dev test; do says err "duiqi: $side: "; done
  python3 - <<'PYTHON'
sides = dict(line.rstrip("\n").split("\t")[:2] for line in open("parts/documents.tsv"))
for k in range(30): assert sides[f"n{k}"] == sides[f"n{k}-copy"], k
assert set(sides.values()) == {"train", "dev", "test"}, sides
PYTHON
  zcat parts/*.jsonl.gz | sort >got
  zcat pairs.jsonl.gz | sort | cmp - got
  cp -r parts before
  duiqi partition -q pairs.jsonl.gz -o parts --dev 30% --test 40% 2>err
  empty err
  diff -r parts before
  # Counts, another format of output, and what can't be had.
  zcat pairs.jsonl.gz >pairs.jsonl
  expect 0 duiqi partition pairs.jsonl -o counted --format jsonl.zst --dev 4 --test 6
  says err 'duiqi: dev: 4 documents in 2 groups'
  says err 'duiqi: test: 6 documents in 3 groups'
  [ -s counted/train.jsonl.zst ] || fail "no counted/train.jsonl.zst"
  expect 0 duiqi partition pairs.jsonl -o counted --dev 1 --test 0
  says err 'warning: dev has 0 documents instead of 1'
  for line in 'partition pairs.jsonl' 'partition - -o x --format jsonl' 'partition pairs.jsonl -o x --dev 60% --test 60%' \
    'partition pairs.jsonl -o x --dev few' 'partition pairs.jsonl -o x --dev -1' 'partition pairs.jsonl -o x --share 0' \
    'partition pairs.jsonl -o x --test 1.5' 'partition pairs.jsonl -o x --dev nan' 'partition pairs.jsonl -o x --format xml'; do
    expect 2 duiqi $line
    says err 'duiqi: '
  done
  [ ! -e x ] || fail "x was made"
  head -c 3000 pairs.jsonl.gz >cut.jsonl.gz
  expect 1 duiqi partition cut.jsonl.gz -o x
  says err 'cut.jsonl.gz: the gzip data'
  head -c 1000 pairs.jsonl >cut.jsonl
  expect 1 duiqi partition cut.jsonl -o x
  says err 'cut.jsonl:'
  [ ! -e x ] || fail "x was made"
}

case_corpus_full_disk_and_closed_pipe() {
  [ -e /dev/full ] || skip "no /dev/full"
  printf '%s\n' "$meeting" >in.jsonl
  expect 1 duiqi corpus in.jsonl -o /dev/full --format jsonl
  says err '/dev/full: can'"'"'t be written: No space left on device'
  { duiqi corpus in.jsonl -o - 2>err || echo $? >code; } | true
  is code 1
  says err 'standard output: can'"'"'t be written: Broken pipe'
}

# many N: N short documents, some of which can't be read, and some of which are duplicates.
many() {
  news "$1" 1 | python3 -c '
import json, sys
for k, line in enumerate(sys.stdin):
    document = json.loads(line)
    if k % 97 == 50: print("nonsense", k)
    elif k % 11:
        zh = "\n".join(f"第{k + 100}号文件说，{text}" for text in document["zh"].split("\n")[:4])
        en = "\n".join(f"Paper No. {k + 100} says: {text}" for text in document["en"].split("\n")[:4])
        print(json.dumps({"id": k, "zh": zh, "en": en}, ensure_ascii=False))
    else: print(sys.argv[1])' "$meeting"
}

# corpus_run OUT [OPTION…]: the run whose bytes must not change.
corpus_run() {
  local out=$1
  shift
  duiqi corpus -q in.jsonl -o "$out" --rejects "$out.rejects" --explain-drop "$out.drops.jsonl.gz" --threads 2 "$@"
}

# The same in the background, as $run.
run_in_background() {
  local out=$1
  shift
  (exec "$DUIQI_PROGRAM" corpus -q in.jsonl -o "$out" --rejects "$out.rejects" --explain-drop "$out.drops.jsonl.gz" --threads 2 "$@") &
  run=$!
}

same_files() {
  for ending in '' .rejects .drops.jsonl.gz .copies; do cmp "$1$ending" "$2$ending"; done
  for file in "$2".*state* "$2".*part "$2".keys*; do [ ! -e "$file" ] || fail "$file was left"; done
}

case_corpus_resume_after_kill() {
  command -v python3 >/dev/null || skip "no python3"
  many 1600 >in.jsonl
  corpus_run whole.jsonl.gz
  [ "$(zcat whole.jsonl.gz | wc -l)" -gt 1000 ] || fail "too few pairs"
  says whole.jsonl.gz.rejects '"input": "nonsense 50"'
  [ "$(zgrep -c '"reason": "duplicate"' whole.jsonl.gz.drops.jsonl.gz)" -gt 100 ] || fail "too few duplicates"
  # With no state, and after completion, it is a run from the start.
  corpus_run out.jsonl.gz --resume
  same_files whole.jsonl.gz out.jsonl.gz
  corpus_run out.jsonl.gz --resume
  same_files whole.jsonl.gz out.jsonl.gz
  rm out.*
  # Each round is killed soon after it has written its state: while it works on the frame behind, or cuts it.
  local killed=0 done=no before
  for _ in $(seq 60); do
    before=$(cat out.jsonl.gz.state 2>/dev/null || true)
    run_in_background out.jsonl.gz --resume
    while kill -0 "$run" 2>/dev/null && [ "$(cat out.jsonl.gz.state 2>/dev/null || true)" = "$before" ]; do sleep 0.005; done
    sleep 0.0$((RANDOM % 5))
    # Without a state it is about to give its files their names, and would be done anew.
    if [ -e out.jsonl.gz.state ] && kill -9 "$run" 2>/dev/null; then killed=$((killed + 1)); fi
    if wait "$run" 2>/dev/null; then done=yes; break; fi
    # It has its name only once it is whole; then it was killed at its very end.
    [ ! -e out.jsonl.gz ] || cmp out.jsonl.gz whole.jsonl.gz
  done
  [ $done = yes ] || fail "not done after $killed kills"
  [ $killed -ge 2 ] || fail "only $killed kills"
  same_files whole.jsonl.gz out.jsonl.gz
}

case_corpus_resume_after_full_disk_and_signal() {
  command -v python3 >/dev/null || skip "no python3"
  many 1500 >in.jsonl
  corpus_run whole.jsonl
  # A limit on the size of files, of which the program is told as of a full disk.
  local blocks=$(($(stat -c %s whole.jsonl) / 1024 / 2))
  (ulimit -f $blocks; corpus_run out.jsonl) 2>err && fail "written in spite of the limit"
  says err 'out.jsonl: can'"'"'t be written: File too large; what is done is kept: the same command with --resume goes on'
  [ -e out.jsonl.state ] && [ -e out.jsonl.part ] || fail "nothing to resume"
  # Not with other options, and not with what was damaged.
  expect 2 corpus_run out.jsonl --resume --min-probability 0.7
  says err 'left by a run with other inputs or options'
  cp out.jsonl.state kept.state
  head -n 5 kept.state >out.jsonl.state
  expect 1 corpus_run out.jsonl --resume
  says err 'out.jsonl.state: damaged'
  cp kept.state out.jsonl.state
  cp out.jsonl.part kept.part
  head -c 100 kept.part >out.jsonl.part
  expect 1 corpus_run out.jsonl --resume
  says err 'out.jsonl.part: shorter than the '
  cp kept.part out.jsonl.part
  corpus_run out.jsonl --resume
  same_files whole.jsonl out.jsonl
  # A signal (bash has its background ignore Ctrl-C's), where the input waits for more: what was read is finished first.
  rm out.*
  mkfifo pipe
  (exec "$DUIQI_PROGRAM" corpus pipe -o out.jsonl 2>err) & local run=$!
  exec 9>pipe
  cat in.jsonl >&9
  while [ ! -e out.jsonl.state ]; do sleep 0.05; done
  kill -TERM "$run"
  exec 9>&-
  local code=0
  wait "$run" || code=$?
  [ $code = 1 ] || fail "exit code $code after an interrupt"
  says err 'interrupted; what is done is kept'
  [ ! -e out.jsonl ] || fail "an interrupted output has its name"
  # Without --resume it is a run from the start.
  corpus_run out.jsonl
  same_files whole.jsonl out.jsonl
  expect 2 duiqi corpus in.jsonl -o - --resume
}

case_corpus_documents() {
  command -v python3 >/dev/null || skip "no python3"
  # Half of the documents are duplicates; each fifth is whole.
  news 60 >in.jsonl
  for more in '' '--context 1'; do
    duiqi corpus -q in.jsonl -o pairs.jsonl $more
    duiqi corpus -q in.jsonl -o out.jsonl.gz --documents --threads 3 $more
    cmp pairs.jsonl.copies out.jsonl.gz.copies
    zcat out.jsonl.gz >documents.jsonl
    python3 - <<'PYTHON'
import json
pairs = [json.loads(line) for line in open("pairs.jsonl")]
documents = [json.loads(line) for line in open("documents.jsonl")]
assert 1 < len(documents) < 60 and all(document["pairs"] for document in documents)
assert [{"doc": d["doc"], **pair, "meta": d["meta"]} for d in documents for pair in d["pairs"]] == pairs
assert len({d["doc"] for d in documents}) == len(documents) and max(len(d["pairs"]) for d in documents) > 3
PYTHON
  done
  duiqi corpus -q in.jsonl -o shard.jsonl --documents --shard-size 0.02 --context 1
  cat shard-*.jsonl | cmp - documents.jsonl
  expect 1 duiqi merge documents.jsonl -o again.jsonl
  says err 'documents.jsonl:1: no line that duiqi corpus wrote: a document record'
  expect 2 duiqi corpus in.jsonl -o out.tsv --documents
}

case_corpus_context() {
  command -v python3 >/dev/null || skip "no python3"
  # The second pair has another amount and is dropped.
  printf '{"id": "a", "zh": "会议于3月15日在北京召开。\\n全球有3.2亿人受到影响，赵振业表示。\\n双方签署了5亿元的协议。", "en": "%s"}\n%s\n' \
    'The meeting was held in Beijing on March 15.\nWorldwide 32 million people are affected, said Zhao Zhenye.\nThe two sides signed an agreement worth 500 million yuan.' \
    "$meeting" >in.jsonl
  news 10 >>in.jsonl
  # A Chinese sentence without a counterpart.
  sed 's/赵振业出席会议。/&今年夏天的水果价格比往年低了很多，农民们对此感到担忧。/' <<<"$meeting" >>in.jsonl
  duiqi corpus -q in.jsonl -o plain.jsonl --dedup none
  duiqi corpus -q in.jsonl -o out.jsonl --dedup none --context 2 --threads 2
  python3 - <<'PYTHON'
import json
plain, out = ([json.loads(line) for line in open(name)] for name in ("plain.jsonl", "out.jsonl"))
contexts = [line.pop("context") for line in out]
assert out == plain
first, second = contexts[0], contexts[1]
assert first["before"] == [] and second["after"] == []
# What was dropped stands in the context: it is the text.
assert [bead["zh"] for bead in first["after"]] == ["全球有3.2亿人受到影响，赵振业表示。", out[1]["zh"]], first
assert [bead["zh"] for bead in second["before"]] == [out[0]["zh"], "全球有3.2亿人受到影响，赵振业表示。"], second
assert second["before"][0]["en"] == out[0]["en"]
nulls = 0
for line, context in zip(out, contexts):
    assert set(context) == {"before", "after"} and max(map(len, context.values())) <= 2
    nulls += sum(not bead["zh"] or not bead["en"] for beads in context.values() for bead in beads)
assert nulls > 0
PYTHON
  # Shards with it are merged as they are.
  duiqi merge -q out.jsonl -o again.jsonl --dedup none
  cmp out.jsonl again.jsonl
  expect 2 duiqi corpus in.jsonl -o out.tsv --context 1
  says err 'out.tsv: context is written as jsonl alone'
}

# The files of a run, in a folder of its own: shards of three files each, with a kill now and then.
case_corpus_shards_resume_after_kill() {
  command -v python3 >/dev/null || skip "no python3"
  many 1600 >in.jsonl
  mkdir whole cut
  corpus_run whole/out.moses.gz --shard-size 0.05
  local shards
  shards=$(ls whole/out-*.ids.gz | wc -l)
  [ "$shards" -gt 3 ] || fail "only $shards shards"
  # Left by a longer run: they would be taken for a part of this one.
  for side in zh en ids; do printf 'old\n' >"cut/out-$(printf %05d $((shards + 1))).$side.gz"; done
  local killed=0 done=no before
  for _ in $(seq 60); do
    before=$(cat cut/out.moses.gz.state 2>/dev/null || true)
    run_in_background cut/out.moses.gz --shard-size 0.05 --resume
    while kill -0 "$run" 2>/dev/null && [ "$(cat cut/out.moses.gz.state 2>/dev/null || true)" = "$before" ]; do sleep 0.005; done
    sleep 0.0$((RANDOM % 5))
    if [ -e cut/out.moses.gz.state ] && kill -9 "$run" 2>/dev/null; then killed=$((killed + 1)); fi
    if wait "$run" 2>/dev/null; then done=yes; break; fi
  done
  [ $done = yes ] || fail "not done after $killed kills"
  [ $killed -ge 2 ] || fail "only $killed kills"
  diff -r whole cut
}

case_corpus_moses_and_tmx() {
  command -v python3 >/dev/null || skip "no python3"
  news 40 >in.jsonl
  duiqi corpus -q in.jsonl -o pairs.tsv
  duiqi corpus -q in.jsonl -o train.moses --threads 2
  cut -f1 pairs.tsv | cmp - train.zh
  cut -f2 pairs.tsv | cmp - train.en
  cut -f3- pairs.tsv | cmp - train.ids
  cmp pairs.tsv.copies train.moses.copies
  duiqi corpus -q in.jsonl -o base --format moses.zst
  if command -v zstd >/dev/null; then zstd -dcq base.en.zst | cmp - train.en; fi
  duiqi corpus -q in.jsonl -o pairs.tmx.gz
  zcat pairs.tmx.gz >pairs.tmx
  python3 - <<'PYTHON'
import xml.etree.ElementTree as xml
lines = [line.rstrip("\n").split("\t") for line in open("pairs.tsv")]
units = xml.parse("pairs.tmx").getroot().findall("body/tu")
assert len(units) == len(lines)
for k, (unit, line) in enumerate(zip(units, lines)):
    assert unit.get("tuid") == str(k + 1)
    assert [seg.text for seg in unit.findall("tuv/seg")] == line[:2]
    props = {prop.get("type"): prop.text for prop in unit.findall("prop")}
    assert props == {"x-document": line[3], "x-zh-ids": line[4], "x-en-ids": line[5], "x-type": line[8], "x-probability": line[2]}, props
PYTHON
  # Several files have no place on standard output, and are no inputs.
  for line in '-o - --format moses' '-o - --format jsonl --shard-size 1' '-o /dev/null --format moses' '-o in.jsonl --shard-size 0' \
    '-o in-00001.jsonl --format jsonl --shard-size -1'; do
    expect 2 duiqi corpus in.jsonl $line
  done
  cp in.jsonl in.zh
  expect 2 duiqi corpus --input jsonl in.zh -o in.moses
  says err 'would write over in.zh'
  cp in.jsonl news-00007.jsonl
  expect 2 duiqi corpus news-00007.jsonl -o news.jsonl --shard-size 1
  says err 'would write over news-00007.jsonl'
}

case_corpus_end_is_made_up_for() {
  command -v python3 >/dev/null || skip "no python3"
  news 12 >in.jsonl
  mkfifo pipe
  (exec "$DUIQI_PROGRAM" corpus pipe -o out.jsonl --rejects bad.jsonl 2>err) & local run=$!
  exec 9>pipe
  cat in.jsonl >&9
  while [ ! -e out.jsonl.part ]; do sleep 0.05; done
  # A second run on this output is refused; the first goes on.
  expect 1 duiqi corpus in.jsonl -o out.jsonl
  says err 'out.jsonl: another run writes it'
  # Here the renames get stuck, behind all work.
  mkdir out.jsonl.copies
  exec 9>&-
  local code=0
  wait "$run" || code=$?
  [ $code = 1 ] || fail "exit code $code instead of 1"
  [ -e out.jsonl.part ] && [ -e out.jsonl.state ] && [ ! -e out.jsonl ] || fail "not between work and names"
  local file
  file=$(stat -c %i out.jsonl.part)
  rmdir out.jsonl.copies
  # The pipe has nobody who writes: a run that read it again would not end.
  timeout 20 "$DUIQI_PROGRAM" corpus pipe -o out.jsonl --rejects bad.jsonl --resume 2>err
  says err '12 documents read, 0 rejected'
  [ "$(stat -c %i out.jsonl)" = "$file" ] || fail "done anew"
  duiqi corpus -q in.jsonl -o again.jsonl
  cmp out.jsonl again.jsonl
  cmp out.jsonl.copies again.jsonl.copies
  left again.jsonl again.jsonl.copies bad.jsonl in.jsonl out.jsonl out.jsonl.copies pipe
}

run_case "$1"
