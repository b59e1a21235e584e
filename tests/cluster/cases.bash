#!/usr/bin/env bash
# Tests of examples/cluster. Usage: DUIQI_PROGRAM=… DUIQI_SOURCE_DIR=… cases.bash CASE
# shellcheck source=tests/cli/helpers.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/../cli/helpers.bash"

# Debian's own, for which its packages of the engines are; where there is none, that on the path.
python=/usr/bin/python3
[ -x "$python" ] || python=$(command -v python3) || skip "no python3"
cluster=$source_dir/examples/cluster
export PYTHONDONTWRITEBYTECODE=1

# The engines' own processes must not outlive a test that fails.
started=()
stop_started() {
  local pid
  for pid in "${started[@]}"; do kill -9 "$pid" 2>/dev/null || true; done
  chmod -R u+w "$work"
  rm -rf "$work"
}
trap stop_started EXIT

shards() { "$python" "$cluster/shards.py" "$@"; }

# made N: news.jsonl, and the run over it on one machine whose bytes all others must give: one.jsonl and what stands beside it.
made() {
  "$python" "$source_dir/tests/cluster/made_news.py" "$source_dir/tests/quality/data/news" "$1" >news.jsonl
  # A second file, compressed: a shard as a whole. Its last line has no end.
  head -n 40 news.jsonl | sed 's/"made-/"more-/' | head -c -1 | gzip >more.jsonl.gz
  duiqi corpus -q news.jsonl more.jsonl.gz -o one.jsonl --rejects one.jsonl.rejects --report one.jsonl.report.json
  [ "$(wc -l <one.jsonl)" -gt 300 ] || fail "too few pairs: $(wc -l <one.jsonl)"
  [ "$(wc -l <one.jsonl.rejects)" -ge 10 ] || fail "too few rejects"
  grep -q '"duplicate": [1-9][0-9][0-9]' one.jsonl.report.json || fail "too few duplicates"
  says one.jsonl '{"doc": "news.jsonl:'
  says one.jsonl.rejects '{"file": "news.jsonl", "line": '
}

# same OUT: the pairs, how often each came, the rejects and the report are those of the run on one machine.
same() {
  cmp "$1" one.jsonl
  cmp "$1.copies" one.jsonl.copies
  cmp "$1.rejects" one.jsonl.rejects
  "$python" - "$1.report.json" <<'PYTHON'
import json, sys
ours, one = (json.load(open(name)) for name in (sys.argv[1], "one.jsonl.report.json"))
for report in (ours, one):
    for rate in ("seconds", "threads", "documents_per_second", "mb_per_second"):
        del report[rate]
assert ours == one, (ours, one)
PYTHON
}

# A duiqi that says in `running` which process it is, and waits while there is a file `closed`; where a shard begins with a line of
# the file `bad`, it fails.
gated_duiqi() {
  cat >gated <<'BASH'
#!/usr/bin/env bash
here=$(dirname -- "$0")
[ "$1" = corpus ] || exec "$DUIQI_PROGRAM" "$@"
echo "$$ $PPID" >>"$here/running"
while [ -e "$here/closed" ]; do sleep 0.05; done
if [ -e "$here/bad" ] && [ "$2" = - ]; then
  IFS= read -r line
  if grep -qxF -- "$line" "$here/bad"; then echo "duiqi: the disk of this node is broken" >&2; exit 1; fi
  { printf '%s\n' "$line"; cat; } | "$DUIQI_PROGRAM" "$@"
  exit
fi
exec "$DUIQI_PROGRAM" "$@"
BASH
  chmod +x gated
}

# until_true SECONDS COMMAND…: waits until the command succeeds.
until_true() {
  local end=$((SECONDS + $1))
  shift
  while ! "$@"; do
    [ $SECONDS -le $end ] || fail "waited in vain: $* ($(tail -n 5 ./*.log 2>/dev/null))"
    sleep 0.05
  done
}

case_shards_are_those_of_one_run() {
  made 200
  # A byte order mark, line ends of Windows, blanks before an object, an id that is null or empty, metadata, a
  # brace in a string, no object at all, and bytes that are no UTF-8.
  printf '\xef\xbb\xbf' >odd.jsonl
  local texts='"zh": "会议于3月15日在北京召开。", "en": "The meeting was held in Beijing on March 15."'
  printf '%s\r\n' "{$texts}" "  {$texts, \"id\": null}" "{\"id\": \"\", $texts, \"n\": 1.50, \"m\": 1E+2}" '' \
    "{\"a\": \"{\", $texts}" '{}' '[1]' '"{' "{\"id\": [], $texts}" "{\"x\": \"$(printf '\xff')\", $texts}" >>odd.jsonl
  # No texts, but what duiqi escapes.
  printf '{"quoted \\" \\\\ /": "\\u0001\\t"}\n{"id": "odd.jsonl:13"}\n{%s}' "$texts" >>odd.jsonl
  # No two pairs alike: none must be lost as a duplicate.
  awk '{gsub(/3月15日/, "3月" NR "日"); gsub(/March 15/, "March " NR); print}' odd.jsonl >numbered && mv numbered odd.jsonl
  : >empty.jsonl
  # Shards of a line each, then larger ones, and a compressed file.
  shards_of 0.00001 10 odd.jsonl empty.jsonl
  says one.jsonl.rejects '"file": "odd.jsonl", "line": 12, '
  is <(wc -l <one.jsonl) 5
  says one.jsonl '"meta": {"n": '
  # A name need not say that a file is compressed.
  mv more.jsonl.gz more.jsonl
  shards_of 0.02 8 odd.jsonl empty.jsonl news.jsonl more.jsonl
}

# shards_of MIB LEAST INPUT…: at LEAST so many shards, with shards.py alone, against one run.
shards_of() {
  local size=$1 least=$2 count number
  shift 2
  duiqi corpus -q "$@" -o one.jsonl --rejects one.jsonl.rejects --report one.jsonl.report.json
  shards plan "$@" -o plan.json --size "$size"
  count=$(shards count plan.json)
  [ "$count" -ge "$least" ] || fail "only $count shards"
  rm -rf parts
  mkdir parts
  for ((number = 0; number < count; ++number)); do
    shards run plan.json $number -o "parts/$(printf %06d $number).jsonl.gz" --program "$DUIQI_PROGRAM" -- -q
  done
  shards join parts/*.jsonl.gz -o all.jsonl --program "$DUIQI_PROGRAM" --rejects all.jsonl.rejects --report all.jsonl.report.json
  same all.jsonl
  [ "$(find parts -name 'attempt-*' | wc -l)" = 0 ] || fail "folders of attempts were left"
}

case_shards_that_fail() {
  printf '{"id": "a", "zh": "会议。", "en": "A meeting."}\nno document\n{"id": "b", "zh": "会议。", "en": "A meeting."}\n' >in.jsonl
  shards plan in.jsonl -o plan.json --size 0.00001
  is <(shards count plan.json) 3
  expect 1 shards run plan.json 3 -o part.jsonl
  says err 'there is no shard 3: plan.json has 3, from 0'
  expect 1 shards run plan.json 1 -o part.jsonl --program "$DUIQI_PROGRAM" -- --strict
  says err 'in.jsonl, bytes 51 to 63: duiqi ended with exit code 1: '
  says err 'not valid JSON'
  expect 1 shards run plan.json 0 -o part.jsonl --program "$DUIQI_PROGRAM" -- --frob
  says err 'duiqi ended with exit code 2: '
  expect 1 shards run plan.json 0 -o part.jsonl --program "$DUIQI_PROGRAM" -- --dedup near
  says err '--dedup can'"'"'t go to the shards'
  # A program that is killed, and an input that was cut short since.
  printf '#!/bin/sh\nkill -9 $$\n' >killed
  chmod +x killed
  expect 1 shards run plan.json 0 -o part.jsonl --program ./killed
  says err 'duiqi was ended by SIGKILL'
  head -c 60 in.jsonl >short && mv short in.jsonl
  expect 1 shards run plan.json 2 -o part.jsonl --program "$DUIQI_PROGRAM"
  says err 'in.jsonl is shorter than it was'
  expect 1 shards plan - -o plan.json
  says err 'standard input can'"'"'t be cut'
  left 'in.jsonl killed plan.json'
}

# A scheduler and two workers over TCP on the loopback; `second` is the process of the second worker.
start_dask() {
  if [ ! -x /usr/bin/dask-scheduler ] || ! "$python" -c 'import distributed' 2>/dev/null; then
    skip "no Dask (Debian: python3-distributed)"
  fi
  export DASK_DISTRIBUTED__SCHEDULER__WORK_STEALING=False
  /usr/bin/dask-scheduler --host tcp://127.0.0.1 --port 0 --no-dashboard --scheduler-file scheduler.json >scheduler.log 2>&1 &
  started+=($!)
  until_true 60 test -s scheduler.json
  local worker
  for worker in first second; do
    /usr/bin/dask-worker --scheduler-file scheduler.json --host 127.0.0.1 --no-nanny --nthreads 1 --no-dashboard \
      --local-directory "$worker" >"$worker.log" 2>&1 &
    started+=($!)
    second=$!
  done
}
on_dask() { "$python" "$cluster/dask_corpus.py" --scheduler scheduler.json --program ./gated --shard-size 0.03 "$@"; }

count_is() { [ -e "$1" ] && [ "$(wc -l <"$1")" -ge "$2" ]; }
gone() { ! kill -0 "$1" 2>/dev/null; }

case_dask_gives_the_bytes_of_one_machine_without_a_worker() {
  start_dask
  made 400
  gated_duiqi
  touch closed
  until_true 60 grep -q 'Registered to' first.log
  until_true 60 grep -q 'Registered to' second.log
  on_dask news.jsonl more.jsonl.gz -o all.jsonl --rejects all.jsonl.rejects --report all.jsonl.report.json 2>err &
  local run=$!
  started+=("$run")
  # Both workers are in the middle of a shard; one is killed, and its duiqi dies with it.
  until_true 60 count_is running 2
  local lost
  lost=$(awk -v worker="$second" '$2 == worker {print $1}' running)
  [ -n "$lost" ] || fail "the second worker runs nothing: $(cat running)"
  kill -9 "$second"
  until_true 20 gone "$lost"
  [ "$(find all.jsonl.parts -name 'part-*' | wc -l)" = 0 ] || fail "a part stands though all were waiting"
  rm closed
  wait $run || fail "$(cat err)"
  same all.jsonl
  says err 'shards, 0 of them done before'
  # The shard that was lost was run once more than the others.
  local count
  count=$(sed -n 's/^dask_corpus.py: \([0-9]*\) shards.*/\1/p' err)
  [ "$count" -ge 10 ] || fail "only $count shards"
  is <(wc -l <running) $((count + 1))
  says scheduler.log 'Remove worker'
  [ ! -e all.jsonl.parts ] || fail "the parts were left"
}

case_dask_says_what_failed_and_goes_on_from_there() {
  start_dask
  made 200
  gated_duiqi
  # The begin of a shard in the middle.
  shards plan news.jsonl more.jsonl.gz -o plan.json --size 0.03
  local line
  line=$("$python" -c 'import json; print(json.load(open("plan.json"))[3]["line"])')
  sed -n "${line}p" news.jsonl >bad
  # It may be one that gets its id on the way.
  sed "s/^{/{\"id\": \"news.jsonl:$line\", /" bad >>bad.with && cat bad.with >>bad
  local run=(on_dask news.jsonl more.jsonl.gz -o all.jsonl --rejects all.jsonl.rejects --report all.jsonl.report.json)
  expect 1 "${run[@]}"
  says err 'news.jsonl, bytes '
  says err 'duiqi ended with exit code 1: duiqi: the disk of this node is broken'
  [ ! -e all.jsonl ] || fail "a run that failed left its output"
  [ ! -e all.jsonl.parts/part-000003.jsonl.gz ] || fail "a part that failed stands"
  # Not with other options: the parts would not fit together.
  expect 1 "${run[@]}" -- --min-probability 0.9
  says err 'all.jsonl.parts is of a run with other inputs or options'
  rm bad
  local before
  before=$(find all.jsonl.parts -name 'part-*.gz' | wc -l)
  [ "$before" -ge 1 ] || fail "no part stands before the one that failed"
  expect 0 "${run[@]}"
  says err "shards, $before of them done before"
  same all.jsonl
  # What duiqi doesn't take is said at once.
  expect 1 on_dask news.jsonl -o other.jsonl -- --frob
  says err 'duiqi ended with exit code 2'
}

case_dask_names_the_shard_under_which_workers_are_lost() {
  export DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES=0
  start_dask
  made 200
  printf '#!/bin/sh\nkill -9 $PPID\nsleep 60\n' >gated
  chmod +x gated
  until_true 60 grep -q 'Registered to' second.log
  expect 1 on_dask news.jsonl -o all.jsonl
  says err 'news.jsonl, bytes '
  says err 'KilledWorker'
  [ ! -e all.jsonl ] || fail "a run that failed left its output"
}

on_snakemake() {
  snakemake -s "$cluster/Snakefile" --cores 2 --config 'inputs=["news.jsonl", "more.jsonl.gz"]' out=all.jsonl duiqi=./gated \
    shard_size=0.06 retries=0 "$@"
}

case_snakemake_gives_the_bytes_of_one_machine_and_goes_on_after_a_failure() {
  [ -x /usr/bin/snakemake ] || skip "no Snakemake (Debian: snakemake)"
  export HOME=$work XDG_CACHE_HOME=$work/.cache
  made 200
  gated_duiqi
  shards plan news.jsonl more.jsonl.gz -o plan.json --size 0.06
  local line count
  count=$(shards count plan.json)
  line=$("$python" -c 'import json; print(json.load(open("plan.json"))[1]["line"])')
  sed -n "${line}p" news.jsonl >bad
  sed "s/^{/{\"id\": \"news.jsonl:$line\", /" bad >bad.with && cat bad.with >>bad
  expect 1 on_snakemake --keep-going
  says err 'Error in rule shard:'
  says parts/logs/000001.log 'duiqi ended with exit code 1: duiqi: the disk of this node is broken'
  [ ! -e all.jsonl ] || fail "a run that failed left its output"
  # All others stand, and the same command runs that one alone.
  is <(find parts -name 'part-*.gz' | wc -l) $((count - 1))
  rm bad running
  expect 0 on_snakemake
  is <(wc -l <running) 1
  same all.jsonl
  # And then nothing.
  expect 0 on_snakemake
  says err 'Nothing to be done'
}

# block HEADING: the commands that docs/cluster.md gives below a heading.
block() { awk -v heading="## $1" '$0 == heading {on = 1; next} /^## / {on = 0} on && /^    / {print substr($0, 5)}' "$source_dir/docs/cluster.md"; }

# The page's commands find their programs on the path.
on_path() {
  mkdir bin
  ln -s "$DUIQI_PROGRAM" bin/duiqi
  printf '#!/bin/sh\nexec "%s" "%s" "$@"\n' "$python" "$cluster/shards.py" >bin/shards.py
  chmod +x bin/shards.py
  PATH=$work/bin:$PATH
}

case_parallel_runs_what_the_page_says() {
  command -v parallel >/dev/null || skip "no GNU parallel (Debian: parallel)"
  export HOME=$work
  mkdir .parallel && touch .parallel/will-cite
  made 200
  on_path
  # The page's size is for gigabytes.
  block 'GNU parallel' | sed 's/--size 64/--size 0.05/' >commands
  says commands 'parallel '
  bash -euo pipefail commands 2>err || fail "$(cat err)"
  [ "$(find parts -name '*.jsonl.gz' | wc -l)" -ge 5 ] || fail "too few parts"
  same pairs.jsonl
}

# No Slurm here: a stand-in for sbatch runs the script for each index, as Slurm does on its nodes.
case_shards_run_by_the_commands_for_slurm() {
  made 200
  on_path
  cat >bin/sbatch <<'BASH'
#!/usr/bin/env bash
set -euo pipefail
while [[ $1 == --* ]]; do case $1 in --array=*) range=${1#--array=} ;; esac; shift; done
case ${range:-} in
  '') bash "$@" ;;
  0-*) for index in $(seq 0 "${range#0-}"); do SLURM_ARRAY_TASK_ID=$index bash "$@"; done ;;
  *) exit 1 ;;
esac
echo 4711
BASH
  chmod +x bin/sbatch
  block 'Slurm' | sed 's/--size 64/--size 0.05/' >commands
  says commands 'sbatch --parsable --array=0-'
  bash -euo pipefail commands 2>err || fail "$(cat err)"
  [ "$(find parts -name '*.jsonl.gz' | wc -l)" -ge 5 ] || fail "too few parts"
  same pairs.jsonl
}

run_case "$1"
