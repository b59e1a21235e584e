#!/usr/bin/env bash
# From news in two forms to the plain parallel files that a trainer of translation models reads.
#
#   training_files.sh OUT [RECORDS] [NEWS]
#     OUT       the folder to make: train.zh and train.en (a pair a line), dev and test likewise, and how they came about
#     RECORDS   a folder of .txt files that hold both languages, a document a file (docs/text.md)
#     NEWS      a folder of NAME.zh and NAME.en, a sentence a line
#
# Without folders it takes the project's own texts. Uses the program in $DUIQI, else duiqi on the path. Each step is one command; take
# them apart as you need. docs/corpus.md has the options.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
duiqi=${DUIQI:-duiqi}
out=${1:?"usage: training_files.sh OUT [RECORDS] [NEWS]"}
records=${2:-$here/../../tests/quality/data/records}
news=${3:-$here/../../tests/quality/data/news}
ls "$records"/*.txt "$news"/*.zh >/dev/null  # A folder that has none ends it here.
mkdir -p "$out"

# 1. Records to pairs. duiqi finds which half is Chinese, leaves labels, sources and counters out, splits both into sentences and
#    aligns them. What is probably no translation is filtered; dropped.jsonl says what and why, so that the filters can be judged.
#    Pairs that come twice stay for now: step 3 sees those of all sources. --resume goes on after a kill, or starts afresh.
#    (--rejects: documents that can't be read. A handful is usual; many mean that the input is not what it should be.)
"$duiqi" corpus --input records "$records"/*.txt -o "$out/records.jsonl.gz" --dedup none --resume \
  --min-probability 0.7 --rejects "$out/records.rejects" --explain-drop "$out/records.dropped.jsonl" --report "$out/records.json"

# 2. The other source: two files a document, which a manifest names with the document's id. --pre-split: the lines are the sentences.
for zh in "$news"/*.zh; do
  name=${zh##*/}
  printf '%s\t%s\t%s\n' "$zh" "${zh%.zh}.en" "${name%.zh}"
done >"$out/news.tsv"
"$duiqi" corpus --input manifest "$out/news.tsv" -o "$out/news.jsonl.gz" --dedup none --resume --pre-split \
  --min-probability 0.7 --rejects "$out/news.rejects" --explain-drop "$out/news.dropped.jsonl" --report "$out/news.json"

# 3. One corpus of both, each pair once, with where it comes from. The report is that of all steps so far.
"$duiqi" merge "$out/records.jsonl.gz" "$out/news.jsonl.gz" -o "$out/corpus.jsonl.gz" --dedup near \
  --shard-report "$out/records.json" --shard-report "$out/news.json" --report "$out/report.txt"

# 4. What is kept apart, to choose the model by (dev) and to judge it by (test): whole documents, and none whose near copy is in
#    train. A twelfth of the documents each is for a corpus as small as this; of a large one take --dev 2000 --test 2000, say.
"$duiqi" partition "$out/corpus.jsonl.gz" -o "$out/sides" --dev 3 --test 3

# 5. The trainer's files, in the form that Moses had them: train.zh and train.en, line by line, and train.ids, which says of each line
#    where it comes from; so for dev and test. Tabs and line breaks within a sentence become spaces.
for side in train dev test; do
  "$duiqi" merge -q "$out/sides/$side.jsonl.gz" -o "$out/$side.moses" --dedup none
done

printf '%s pairs in %s\n' "$(wc -l <"$out/train.zh")" "$out/train.zh and train.en" >&2
