#!/usr/bin/env bash
# Tests of the program. Usage: DUIQI_PROGRAM=… DUIQI_SOURCE_DIR=… cases.bash CASE
# A case fails with the first command that fails; exit code 77 means skipped.
# shellcheck source=tests/cli/helpers.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/helpers.bash"

case_version_and_help() {
  expect 0 duiqi --version
  grep -qE '^duiqi [0-9]+\.[0-9]+\.[0-9]+$' out || fail "version: $(cat out)"
  for command in '' align split anchors eval corpus merge lexicon 'lexicon build' 'lexicon info' 'lexicon learn' 'lexicon lookup' 'lexicon merge'; do
    expect 0 duiqi $command --help
    says out Examples:
    empty err
    # Wide lines break in a terminal of 100 columns.
    awk 'length($0) > 120 { exit 1 }' out || fail "a wide line in the help of '$command'"
  done
}

case_exit_codes_of_wrong_usage() {
  texts
  for line in '' frob --frob 'align' 'align zh.txt' 'align zh.txt en.txt zh.txt' 'align --record zh.txt en.txt' \
    'align - -' 'align --format xml zh.txt en.txt' 'align -o out.xyz zh.txt en.txt' 'align -o zh.txt zh.txt en.txt' \
    'align -o ./en.txt zh.txt en.txt' 'align --min-probability 2 zh.txt en.txt' 'align --min-probability nan zh.txt en.txt' 'eval --floor nan zh.txt en.txt' 'split -o zh.txt ./zh.txt' 'align --width 1 zh.txt en.txt' \
    'align --nulls --no-nulls zh.txt en.txt' 'align --pre-split --sentences icu zh.txt en.txt' \
    'align --date 2024-02-30 zh.txt en.txt' 'align --date today zh.txt en.txt' 'align --date 2024-+3-15 zh.txt en.txt' 'align --encoding klingon zh.txt en.txt' \
    'align --max-one-to-many 0 zh.txt en.txt' 'align --color red zh.txt en.txt' 'align --batch list zh.txt en.txt' \
    'split' 'split --language fr zh.txt' 'anchors' 'anchors zh.txt en.txt zh.txt' 'anchors - -' 'eval zh.txt' 'eval - -'; do
    expect 2 duiqi $line
    empty out
    says err 'duiqi: '
    is <(wc -l <err) 1
  done
  cmp zh.txt <(texts; cat zh.txt)
}

case_exit_codes_of_failed_work() {
  texts
  expect 1 duiqi align missing.txt en.txt
  says err 'missing.txt: can'"'"'t be opened: No such file or directory'
  expect 1 duiqi align . en.txt
  says err 'Is a directory'
  printf 'ok\xff\n' >bad.txt
  expect 1 duiqi align --encoding utf-8 bad.txt en.txt
  says err 'bad.txt: byte 2: '
  expect 0 duiqi align --encoding utf-8 --replace-invalid bad.txt en.txt
  expect 1 duiqi align --record en.txt
  says err 'en.txt: '
  expect 1 duiqi align -o no/such/folder.json zh.txt en.txt
  says err 'no/such/folder.json: '
  printf 'Mr. x\nInc\n' >abbreviations
  expect 1 duiqi align --abbreviations no-file zh.txt en.txt
  empty out
}

case_text_is_the_default_and_plain_in_a_pipe() {
  texts
  duiqi align zh.txt en.txt >out
  says out 'zh.txt = en.txt'
  says out '3 Chinese and 3 English sentences'
  if grep -q $'\x1b' out; then fail "colour in a pipe"; fi
  duiqi align --color always zh.txt en.txt >out
  says out $'\x1b['
  duiqi align --width 60 zh.txt en.txt >narrow
  says narrow "$(printf '─%.0s' $(seq 9))"
  COLUMNS=60 duiqi align zh.txt en.txt | cmp - narrow
  # An empty file and a text without a counterpart are results.
  : >empty.txt
  expect 0 duiqi align empty.txt empty.txt
  expect 0 duiqi align zh.txt empty.txt
  says out 'no counterpart'
}

case_standard_input() {
  texts
  duiqi align --format vecalign zh.txt en.txt >expected
  duiqi align --format vecalign - en.txt <zh.txt | cmp - expected
  duiqi align --format vecalign zh.txt - <en.txt | cmp - expected
  duiqi align --format json - en.txt <zh.txt >out
  says out '"file": "-"'
  duiqi split - <zh.txt | cmp - zh.txt
  duiqi align --record --format vecalign - <"$source_dir/examples/data/yushu.txt" >out
  says out '[0]:[0]'
}

case_formats_follow_the_ending() {
  texts
  for ending in txt json jsonl tsv vecalign out tmx; do duiqi align -q -o a.$ending zh.txt en.txt; done
  says a.txt '1-1'
  says a.json '"beads": ['
  is <(wc -l <a.jsonl) 3
  says a.jsonl '"zh_ids": [2], "en_ids": [2]'
  is <(cut -f1 a.tsv) "$(cat zh.txt)"
  is <(cut -f2 a.tsv) "$(cat en.txt)"
  is <(cut -d: -f1,2 a.vecalign) $'[0]:[0]\n[1]:[1]\n[2]:[2]'
  cmp a.vecalign a.out
  says a.tmx '<tmx version="1.4">'
  duiqi align --format tsv -o a.strange zh.txt en.txt
  cmp a.strange a.tsv
  duiqi align -o - --format tsv zh.txt en.txt | cmp - a.tsv
  if command -v python3 >/dev/null; then
    python3 - <<'PYTHON'
import json, xml.dom.minidom
json.load(open("a.json", encoding="utf-8"))
assert len([json.loads(line) for line in open("a.jsonl", encoding="utf-8")]) == 3
assert len(xml.dom.minidom.parse("a.tmx").getElementsByTagName("tu")) == 3
PYTHON
  fi
}

case_options_of_writing() {
  printf '甲。\n乙。\n' >zh.txt
  printf 'A.\n' >en.txt
  duiqi align --pre-split --format vecalign zh.txt en.txt >out
  is <(wc -l <out) "$(duiqi align --pre-split --nulls --format tsv zh.txt en.txt | wc -l)"
  duiqi align --pre-split --min-probability 1 --format tsv zh.txt en.txt >out
  duiqi align --pre-split --format json --min-probability 1 zh.txt en.txt >out
  says out '"kept": '
  duiqi align --pre-split --format json zh.txt en.txt >out
  says out '"evidence": '
  duiqi align --pre-split --no-evidence --format json zh.txt en.txt >out
  if grep -q evidence out; then fail "evidence is there"; fi
  duiqi align --pre-split --explain zh.txt en.txt >out
  says out 'together'
  # Pre-split: a blank line keeps its id.
  printf '甲。\n\n乙。\n' >zh.txt
  duiqi align --pre-split --format json zh.txt en.txt >out
  is <(grep -c '"begin"' out) 4
}

# Six sentences, English that renders them, and other English.
two_stories() {
  printf '%s\n' '市水务局5日表示，春江上游的三座水库已蓄水12.6亿立方米。' '局长陆鸣说，这比去年同期多出18%。' '“今年夏天不会限水。”他说。' \
    '然而，农民仍在担心。' '家住柳塘村的何桂兰有7亩稻田。' '她说，水渠已有两年没有修过。' >whole.zh
  printf '%s\n' "The three reservoirs on the upper Chunjiang River hold 1.26 billion cubic metres of water, the city's water bureau said on the 5th." \
    'That is 18 percent more than a year earlier, said Lu Ming, its director.' '"There will be no restrictions this summer," he said.' \
    'Farmers still worry, however.' 'He Guilan, from the village of Liutang, has 7 mu of paddy.' 'She says the canals have not been repaired for two years.' >whole.en
  printf '%s\n' 'The striker scored twice before the break.' 'His coach praised the defence.' 'Tickets sold out within an hour.' \
    'The stadium has been rebuilt.' 'Fans queued through the night.' 'Nobody complained!' >other.en
}

case_summary() {
  two_stories
  duiqi align --pre-split --format json whole.zh whole.en >out 2>err
  says out '"summary": {"zh": {"translated": '
  says out '"parallel": true, "drifts": []'
  empty err
  duiqi align --pre-split whole.zh whole.en >out 2>err
  says out 'translated, by length: '
  empty err
  # Texts that do not belong together: a warning with the document's name, in a batch too.
  duiqi align --pre-split --format json whole.zh other.en >out 2>err
  says out '"parallel": false'
  says err 'duiqi: warning: whole.zh: these texts may be no translations of each other'
  printf 'whole.zh\twhole.en\ta.jsonl\nwhole.zh\tother.en\tb.jsonl\n' >list
  duiqi align --pre-split --batch list 2>err
  is <(wc -l <err) 1
  says err 'duiqi: warning: whole.zh: these texts may be'
  is <(grep -c '"parallel": true' a.jsonl) "$(wc -l <a.jsonl)"
  duiqi align -q --pre-split --batch list 2>err
  empty err
}

case_drift_is_reported() {
  # Our own news, one text after the other; the English of two in the middle gives way to others'.
  local news=$source_dir/tests/quality/data/news
  for name in $(ls "$news" | sed -n 's/\.zh$//p' | head -12); do
    cat "$news/$name.zh" >>zh
    cat "$news/$name.en" >>sound
  done
  for name in $(ls "$news" | sed -n 's/\.zh$//p' | head -12 | sed '5,6d;7i\
last'); do
    if [ "$name" = last ]; then
      for other in $(ls "$news" | sed -n 's/\.zh$//p' | tail -2); do cat "$news/$other.en" >>broken; done
    else
      cat "$news/$name.en" >>broken
    fi
  done
  duiqi align --pre-split --no-evidence --format json -o sound.json zh sound 2>err
  empty err
  says sound.json '"drifts": []'
  duiqi align --pre-split --no-evidence --format json -o broken.json zh broken 2>err
  says broken.json '"drifts": [{"zh": ['
  says err 'duiqi: warning: zh: Chinese sentences '
  duiqi align --pre-split zh broken >out
  says out 'warning: Chinese sentences '
}

case_explain() {
  texts
  sed -n '1p;3p' zh.txt >fewer.zh
  for format in text json jsonl; do
    duiqi align --pre-split --nulls --explain --format $format fewer.zh en.txt >out.$format
  done
  says out.text 'type.1-1 1.00 × '
  says out.text 'or else: '
  says out.text 'words: '
  for format in json jsonl; do
    says out.$format '"rivals": [{"zh": ['
    says out.$format '"weight": '
  done
  # The null's as well.
  grep -A99 'no counterpart' out.text | grep -q 'null.en 1.00 × ' || fail "the null is not explained"
  duiqi align --pre-split --format json fewer.zh en.txt >plain
  if grep -qE 'rivals|features' plain; then fail "explained without being asked"; fi
}

case_output_is_whole_or_not_at_all() {
  texts
  duiqi align -o a.json zh.txt en.txt
  left a.json en.txt zh.txt
  cp a.json before
  # A file that may not grow stands for a full disk.
  expect 1 bash -c 'ulimit -f 0; "$0" align --format json -o a.json zh.txt en.txt 2>/dev/null' "$DUIQI_PROGRAM"
  cmp a.json before
  rm before
  left a.json en.txt zh.txt
  expect 1 duiqi align -o . --format json zh.txt en.txt
  chmod 640 a.json
  duiqi align -o a.json zh.txt en.txt
  is <(stat -c %a a.json) 640
  (umask 027; duiqi align -o b.json zh.txt en.txt)
  is <(stat -c %a b.json) 640
  ln -s b.json link.json
  : >b.json
  duiqi align -o link.json zh.txt en.txt
  [ -L link.json ] || fail "the link was replaced"
  says b.json beads
  if [ "$(id -u)" != 0 ]; then
    chmod a-w a.json
    expect 1 duiqi align -o a.json zh.txt en.txt
    says err 'Permission denied'
  fi
}

case_devices_and_pipes() {
  texts
  duiqi align --format tsv -o /dev/stdout zh.txt en.txt >out
  is <(wc -l <out) 3
  echo first >out
  duiqi align --format tsv -o /dev/stdout zh.txt en.txt >>out
  is <(wc -l <out) 4
  duiqi align --format tsv -o /dev/null zh.txt en.txt
  [ -c /dev/null ] || fail "/dev/null is gone"
  if [ -e /dev/full ]; then
    for command in 'align zh.txt en.txt' 'split zh.txt' 'anchors zh.txt en.txt' '--help' 'align --help' '--version'; do
      local code=0
      duiqi $command >/dev/full 2>err || code=$?
      is <(echo $code) 1
      says err 'standard output'
    done
    expect 1 duiqi align --format tsv -o /dev/full zh.txt en.txt
    says err '/dev/full: can'"'"'t be written: No space left on device'
  fi
  # A reader that goes away at once.
  awk '{ for (k = 0; k < 4000; ++k) print }' zh.txt >long.txt
  { duiqi split long.txt 2>err || echo $? >code; } | true
  is code 1
  says err 'Broken pipe'
  mkfifo pipe
  duiqi align --format tsv -o pipe zh.txt en.txt &
  is <(cat pipe | wc -l) 3
  wait
  [ -p pipe ] || fail "the pipe was replaced"
}

case_warnings_once_and_not_when_quiet() {
  texts
  duiqi align --format tsv en.txt zh.txt >out 2>err # swapped
  says err 'duiqi: warning: en.txt (the Chinese side) looks English'
  is <(sort err | uniq -d) ''
  duiqi align -q --format tsv en.txt zh.txt >out 2>err
  empty err
  # Text on standard output ends with them.
  duiqi align en.txt zh.txt >out 2>err
  empty err
  says out 'warning: '
  # Every command that reads a text says how it was decoded.
  printf '\xBB\xE1\xD2\xE9\xD6\xD0\xB9\xFA\xFF\xA1\xA3\n' >gb.txt
  for line in 'split gb.txt' 'anchors gb.txt' 'anchors gb.txt en.txt' 'align --format tsv gb.txt en.txt'; do
    expect 0 duiqi $line --replace-invalid
    says err 'was read as GB18030, which is a guess'
    says err '1 invalid sequence of bytes was replaced'
    is <(grep -o gb.txt err | wc -l) 2
    expect 0 duiqi $line --replace-invalid -q
    empty err
  done
}

case_batch() {
  texts
  printf 'zh.txt\ten.txt\ta.json\r\n\nmissing.txt\ten.txt\tb.json\nzh.txt\ten.txt\tc.tsv\n' >list
  expect 1 duiqi align --batch list
  says err 'list:3: missing.txt: '
  says err '1 of 3 documents failed'
  left a.json c.tsv en.txt list zh.txt
  duiqi align -o d.json zh.txt en.txt
  cmp a.json d.json
  rm a.json c.tsv d.json

  # What can't be right is refused before any work, with its line.
  refused() {
    printf "$2" >list
    expect "$1" duiqi align --batch list
    says err "$3"
    left en.txt list zh.txt
  }
  refused 2 'zh.txt\ten.txt\ta.json\nen.txt\tzh.txt\t./a.json\n' 'list:2: the output ./a.json is that of line 1 too'
  refused 1 'zh.txt\ten.txt\ta.json\nzh.txt\ten.txt\n' 'list:2: a line has three fields'
  refused 2 'zh.txt\ten.txt\ta.json\n-\ten.txt\tb.json\n' 'list:2: '
  refused 2 'zh.txt\ten.txt\ta.json\nzh.txt\ten.txt\tb\n' 'list:2: the ending of b'
  refused 2 'zh.txt\ten.txt\ta.txt\na.txt\ten.txt\tb.txt\n' 'list:1: the output '
  refused 2 'zh.txt\ten.txt\t-\nzh.txt\ten.txt\t/dev/stdout\n' 'list:2: '

  printf '%s\ta.tmx\n' "$source_dir/examples/data/yushu.txt" >list
  duiqi align -q --record --batch - <list
  says a.tmx '<tu '
}

case_batch_threads() {
  texts
  # Documents that warn, fail and differ in length, in every format.
  local formats=(json jsonl tsv vecalign txt tmx) k
  printf 'ok\xff\n' >bad.txt
  for k in {10..57}; do
    for ((i = 0; i <= k % 7; ++i)); do cat zh.txt; done >"$k.zh"
    for ((i = 0; i <= k % 5; ++i)); do cat en.txt; done >"$k.en"
    printf '%s.zh\t%s.en\tOUT/%s.%s\n' $k $k $k "${formats[k % 6]}"
    [ $((k % 9)) != 0 ] || printf 'missing%s.txt\ten.txt\tOUT/missing%s.json\n' $k $k
    [ $((k % 11)) != 0 ] || printf 'bad.txt\ten.txt\tOUT/bad%s.json\n' $k
    [ $((k % 13)) != 0 ] || printf '%s.en\t%s.zh\tOUT/turned%s.json\n' $k $k $k
  done >all
  for threads in 1 2 7 0; do
    mkdir $threads.out
    sed "s:OUT/:$threads.out/:" all >list
    expect 1 duiqi align --encoding utf-8 --batch list --threads $threads
    empty out
    sed "s:\b$threads\.out/:OUT/:g" err >$threads.err
  done
  says 1.err '10 of 62 documents failed; the others were written'
  says 1.err 'list:12: missing18.txt: '
  says 1.err 'warning: '
  [ "$(ls 1.out | wc -l)" = 52 ] || fail "$(ls 1.out | wc -l) outputs"
  for threads in 2 7 0; do
    cmp 1.err $threads.err
    diff -r 1.out $threads.out
  done
  # New files are as the mask wants them, whoever writes them.
  [ -z "$(find . -path './*.out/*' ! -perm "$(printf '%o' $((0666 & ~$(umask))))")" ] || fail 'permissions'

  # One file in two spellings, also through links, before anything is written.
  mkdir real
  ln -s real link
  printf 'zh.txt\ten.txt\tfirst.json\nzh.txt\ten.txt\treal/a.json\nzh.txt\ten.txt\tlink/../link/a.json\n' >list
  expect 2 duiqi align --batch list --threads 2
  says err 'list:3: the output link/../link/a.json is that of line 2 too'
  [ ! -e first.json ] && [ -z "$(ls real)" ] || fail 'written all the same'

  # What holds for all documents stops the batch.
  printf 'zh.txt\ten.txt\ta.json\nzh.txt\ten.txt\tb.json\n' >list
  expect 2 duiqi align --encoding klingon --batch list --threads 2
  is <(wc -l <err) 1
  [ ! -e a.json ] && [ ! -e b.json ] || fail 'written all the same'

  expect 2 duiqi align --threads 2 zh.txt en.txt
  says err '--threads requires --batch'
  expect 2 duiqi align --batch list --threads -1
}

case_record() {
  duiqi align -q --record --format json "$source_dir/examples/data/yushu.txt" >out
  says out '"date": "2024-03-15"'
  says out '"name": "title"'
  duiqi align -q --record --date 2020-01-02 --format json "$source_dir/examples/data/yushu.txt" >out
  says out '"date": "2020-01-02"'
  duiqi align --record "$source_dir/examples/data/yushu.txt" >out
  says out 'Beijing and Yushu Strengthen Cooperation'
}

case_split() {
  printf '他说:“好。”会议结束了。\n' >zh.txt # a quotation, and a sentence
  duiqi split zh.txt >out
  says out '会议结束了。'
  duiqi split --format offsets zh.txt >out
  awk -F'\t' 'NF != 3 || $1 >= $2 { exit 1 }' out || fail "offsets: $(cat out)"
  duiqi split --format json zh.txt >out
  says out '"language": "zh"'
  printf 'Mr. Zhao spoke; he left. It ended.\n' >en.txt
  duiqi split --semicolons en.txt >out
  is out $'Mr. Zhao spoke;\nhe left.\nIt ended.'
  duiqi split --language en --format json -o s.json en.txt
  says s.json '"language": "en"'
  for rules in icu boost; do duiqi split --sentences $rules zh.txt >out; says out '会议'; done
  # Hard-wrapped text: one sentence over two lines.
  printf 'It ended\nlate.\n\nThey left.\n' >en.txt
  duiqi split --paragraphs blank en.txt >out
  is out $'It ended late.\nThey left.'
}

case_anchors() {
  texts
  duiqi anchors zh.txt >out
  duiqi anchors zh.txt en.txt >out
  says out '# Chinese: zh.txt'
  says out '# English: en.txt'
  duiqi anchors --record "$source_dir/examples/data/yushu.txt" >out
  awk -F'\t' '!/^#/ && NF != 7 { exit 1 }' out || fail "fields: $(head -3 out)"
}

# A word list of two words, and its lexicon.
lexicons() {
  printf '# words\n会议\tmeeting; conference; session\t1\n里程碑\tmilestone\t3\n' >mine.tsv
  duiqi lexicon build --licence CC0-1.0 -o mine.dqlex mine.tsv
}

case_lexicon_build_and_info() {
  lexicons
  expect 0 duiqi lexicon info mine.dqlex
  says out $'entries\t2'
  says out $'equivalents\t4'
  says out $'class 3\t1'
  says out $'licence\tCC0-1.0'
  grep -qE $'^hash\t[0-9a-f]{16}$' out || fail "hash: $(cat out)"
  empty err
  duiqi lexicon info built-in >out
  says out $'licence\tApache-2.0'
  # The same words give the same bytes, through text, .gz and standard output too.
  duiqi lexicon build --name words -o a.dqlex mine.tsv
  says <(duiqi lexicon info a.dqlex) $'source\twords'
  says <(duiqi lexicon info a.dqlex) $'licence\tunknown'
  gzip -c mine.tsv >mine.tsv.gz
  duiqi lexicon build --name words -o - mine.tsv.gz | cmp - a.dqlex
  gzip -k a.dqlex
  duiqi lexicon build -o b.dqlex a.dqlex.gz
  cmp a.dqlex b.dqlex
  duiqi lexicon build -o c.tsv a.dqlex
  says c.tsv $'会议\tmeeting; conference; session\t1'
}

case_lexicon_lookup() {
  lexicons
  expect 0 duiqi lexicon lookup --lexicon mine.dqlex 會議 # traditional
  says out $'会议\tmeeting; conference; session\t1'
  expect 0 duiqi lexicon lookup --lexicon mine.dqlex Conference milestone
  says out $'会议\t'
  says out $'里程碑\t'
  expect 1 duiqi lexicon lookup --lexicon mine.dqlex 会议 conf 国
  says err 'no entry for conf'
  says err 'no entry for 国'
  is <(wc -l <out) 1
  expect 0 duiqi lexicon lookup --lexicon built-in --lexicon mine.dqlex 中国 里程碑 # one in each
  says out '# built-in'
  says out '# mine.dqlex'
  expect 0 duiqi lexicon lookup 中國
  says out China
}

case_lexicon_merge() {
  lexicons
  printf '会议\tmeeting; gathering\n国\tcountry; state\n' >more.tsv
  duiqi lexicon build --licence MIT -o more.dqlex more.tsv
  duiqi lexicon merge -o all.dqlex mine.dqlex more.dqlex
  expect 0 duiqi lexicon lookup --lexicon all.dqlex 会议 国
  says out $'会议\tmeeting; conference; session; gathering\t1'
  says out 国
  duiqi lexicon info all.dqlex >out
  says out $'licence\tCC0-1.0'
  says out $'licence\tMIT'
  duiqi lexicon merge -o twice.dqlex all.dqlex mine.dqlex
  cmp all.dqlex twice.dqlex
}

# A dictionary in the form of CC-CEDICT, with invented words.
case_get_cedict() {
  printf '#! date=2031-02-03T04:05:06Z\n水壺 水壶 [shui3 hu2] /kettle/to boil (water)/\n' >made.u8
  DUIQI=$DUIQI_PROGRAM expect 0 "$source_dir/scripts/get-cedict" -o made.dqlex --from made.u8
  says err 'CC BY-SA 4.0'
  expect 0 duiqi lexicon lookup --lexicon made.dqlex 水壺
  says out $'水壶\tkettle; boil'
  expect 0 duiqi lexicon info made.dqlex
  says out $'source\tCC-CEDICT 2031-02-03'
  says out $'licence\tCC-BY-SA-4.0'

  # As the npm package holds it; its code is never run.
  if command -v node >/dev/null; then
    mkdir -p package/data
    printf 'export default {"all":[["水壺","水壶","shui3 hu2",["kettle","to boil (water)"],[],[]],["米","米","mi3","rice/grain",[],[]]],"more":{}};\nthrow new Error("run");\n' >package/data/all.js
    printf '{"updated_at":"2031-02-03T04:05:06Z"}' >package/data/status.json
    tar -czf made.tgz package
    DUIQI=$DUIQI_PROGRAM expect 0 "$source_dir/scripts/get-cedict" --from made.tgz
    expect 0 duiqi lexicon lookup --lexicon cedict.dqlex 水壶 米
    says out $'水壶\tkettle; boil'
    says out $'米\trice; grain'
    printf x >package/data/all.js
    tar -czf made.tgz package
    DUIQI=$DUIQI_PROGRAM expect 1 "$source_dir/scripts/get-cedict" --from made.tgz
    says err 'can'\''t read the dictionary'
  fi

  DUIQI=nonesuch expect 1 "$source_dir/scripts/get-cedict" --from made.u8
  says err nonesuch
  DUIQI=$DUIQI_PROGRAM expect 1 "$source_dir/scripts/get-cedict" --from made.zip
  DUIQI=$DUIQI_PROGRAM expect 1 "$source_dir/scripts/get-cedict" --frob
  says err --frob
}

# Documents of thirty sentences that meet the same words in changing company.
documents() {
  local zh=(会议 桥梁 苹果 医院 河流 老师) en=(meeting bridge apple hospital river teacher) d i a b
  for d in 1 2 3 4; do
    for ((i = 0; i < 30; ++i)); do
      a=$(((i + d) % 6)) b=$(((i * 5 + i / 6 + d * 2 + 1) % 6))
      printf '%s在%s，%d。\n' "${zh[a]}" "${zh[b]}" $((100 * d + i)) >>zh$d.txt
      printf 'The %s is at the %s, %d.\n' "${en[a]}" "${en[b]}" $((100 * d + i)) >>en$d.txt
    done
    printf 'zh%d.txt\ten%d.txt\n' $d $d >>list
  done
}

case_lexicon_learn() {
  documents
  expect 0 duiqi lexicon learn --no-built-in --licence CC0-1.0 -o learned.dqlex --batch list
  empty out
  empty err
  expect 0 duiqi lexicon lookup --lexicon learned.dqlex 桥梁 医院
  grep -q $'^桥梁\tbridge=' out || fail "$(cat out)"
  grep -q $'^医院\thospital=' out || fail "$(cat out)"
  expect 0 duiqi lexicon info learned.dqlex
  says out $'source\tlist'
  says out $'licence\tCC0-1.0'
  says out 'beads of 4 documents'
  # The same for any number of threads; as text, it can be edited and built.
  for threads in 1 3; do
    duiqi lexicon learn --no-built-in --licence CC0-1.0 --threads $threads -o - --batch list | cmp - learned.dqlex
  done
  duiqi lexicon learn --no-built-in --licence CC0-1.0 -o learned.tsv --batch list
  duiqi lexicon build -o built.dqlex learned.tsv
  cmp built.dqlex learned.dqlex
  expect 0 duiqi align --no-built-in --lexicon learned.dqlex zh1.txt en1.txt
  # Beads that were aligned before, here in another order than the documents'.
  for d in 4 2 3 1; do duiqi align --format jsonl zh$d.txt en$d.txt >>beads.jsonl; done
  expect 0 duiqi lexicon learn --name beads -o beads.dqlex beads.jsonl
  expect 0 duiqi lexicon lookup --lexicon beads.dqlex 老师
  grep -q $'^老师\tteacher=' out || fail "$(cat out)"
  says <(duiqi lexicon info beads.dqlex) $'source\tbeads'
  # Two texts alone.
  expect 0 duiqi lexicon learn -o two.tsv zh1.txt en1.txt
  # A document that can't be read is left out, and told of once.
  printf 'zh1.txt\tmissing.txt\n' >>list
  expect 1 duiqi lexicon learn --no-built-in --name list -o without.tsv --batch list
  is <(grep -c missing.txt err) 1
  says err '1 of 5 documents failed'
  cmp <(grep -v '^#' without.tsv) <(grep -v '^#' learned.tsv)
}

case_lexicon_learn_refuses() {
  documents
  refused() {
    local wanted=$1 text=$2
    shift 2
    expect "$wanted" duiqi lexicon learn "$@"
    empty out
    says err "$text"
  }
  refused 2 'two texts are wanted' -o a.tsv zh1.txt
  refused 2 'nothing to learn from' -o a.tsv
  refused 2 'must end in .dqlex' -o a.txt zh1.txt en1.txt
  refused 2 'would overwrite an input' -o ./a.tsv a.tsv en1.txt
  refused 2 'standard input' -o a.tsv - en1.txt
  refused 2 '--passes' -o a.tsv --passes 0 zh1.txt en1.txt
  printf 'zh1.txt\n' >short
  refused 1 'short:1: a line has two fields' -o a.tsv --batch short
  printf '{"zh": "一", "en": "One"}\n{"zh": "二"}\n' >bad.jsonl
  refused 1 'bad.jsonl:2: "en" is missing' -o a.tsv bad.jsonl
  printf '{"zh": "一", "en": "One", "probability": 7}\n' >bad.jsonl
  refused 1 'probability must be a probability from 0 to 1' -o a.tsv bad.jsonl
  : >empty.jsonl
  refused 1 'no sentences that translate each other' -o a.tsv empty.jsonl
  [ ! -e a.tsv ] || fail 'a.tsv was made'
}

case_lexicon_refuses() {
  lexicons
  refused() {
    local wanted=$1 text=$2
    shift 2
    expect "$wanted" duiqi lexicon "$@"
    says err "$text"
    empty out
    is <(wc -l <err) 1
  }
  cp mine.dqlex before
  head -c 500 mine.dqlex >cut.dqlex
  { head -c 500 mine.dqlex; printf x; tail -c +502 mine.dqlex; } >bad.dqlex
  : >empty.dqlex
  cp mine.tsv foreign.dqlex
  printf 'no gzip' >no.tsv.gz
  gzip -c mine.tsv | head -c 40 >cut.tsv.gz
  refused 1 'cut.dqlex: byte 500: the file is truncated' info cut.dqlex
  refused 1 'bad.dqlex: the file is damaged: its checksum does not fit' lookup --lexicon bad.dqlex 会议
  refused 1 'empty.dqlex: byte 0: the file is empty' info empty.dqlex
  refused 1 'foreign.dqlex: byte 0: this is no lexicon of duiqi' merge -o new.dqlex mine.dqlex foreign.dqlex
  refused 1 'no.tsv.gz: this is no .gz file' build -o new.dqlex no.tsv.gz
  refused 1 'cut.tsv.gz: the .gz file is truncated' build -o new.dqlex cut.tsv.gz
  refused 1 'missing.dqlex: can'"'"'t be opened' info missing.dqlex
  refused 1 'Is a directory' info .
  refused 2 'would overwrite an input' merge -o ./mine.dqlex built-in mine.dqlex
  refused 2 'stands for no form of lexicon' build -o new.dqlex "$source_dir/README.md"
  refused 2 'must end in .dqlex' build -o new.bin mine.tsv
  refused 2 'there is no command "lexicon frob"' frob
  refused 2 'subcommand is required'
  refused 2 'required' build mine.tsv
  refused 2 'required' lookup --lexicon mine.dqlex
  cmp mine.dqlex before
  [ ! -e new.dqlex ] || fail "new.dqlex was written"
}

case_eval_of_files() {
  printf '# gold\n[0]:[0]\n[1]:[1,2]\n[2]:[]\n' >gold.vecalign
  printf '[0]:[0]:0.1\n[1]:[1]:0.2\n[2]:[2]:0.7\n' >pred.vecalign
  expect 0 duiqi eval gold.vecalign pred.vecalign
  is out 'gold.vecalign      strict P 0.3333 R 0.5000 F1 0.4000 | lax P 0.6667 R 1.0000 F1 0.8000 | segment P 0.6667 R 0.5000 F1 0.5714 | null P 0.0000 R 0.0000 F1 0.0000 | ece 0.2000'
  printf '0 0 1\n1 1 1\n2 3 1\n3 3 0\n' >pred.ladder
  expect 0 duiqi eval gold.vecalign pred.ladder
  says out 'strict P 1.0000 R 1.0000'
  expect 1 duiqi eval --floor 0.99 gold.vecalign pred.vecalign
  says out 'strict'
  printf '[0]:[0]\n[1:[1]\n' >pred.vecalign
  expect 1 duiqi eval gold.vecalign pred.vecalign
  says err 'pred.vecalign:2: '
}

# Gold and predictions of all kinds, the odd ones too, made with a fixed seed.
made_sets() {
  python3 - <<'PYTHON'
import json, os, random
random.seed(5)
def ids(at, n): return list(range(at, at + n))
def beads(m, n, wild):
    out, i, j = [], 0, 0
    while i < m or j < n:
        a, b = min(random.choice([0, 1, 1, 1, 2, 3]), m - i), min(random.choice([0, 1, 1, 1, 2]), n - j)
        if a or b:
            zh, en = ids(i, a), ids(j, b)
            if wild and random.random() < .2: zh = [random.randrange(m + 2) for _ in range(2)]
            out.append((zh, en))
            if wild and random.random() < .1: out.append((zh, en))
        i, j = i + a, j + b
    return out
for strict in (False, True):
    gold, pred = f"gold{strict}", f"pred{strict}"
    os.makedirs(gold), os.makedirs(pred)
    if strict: open(f"{gold}/STRICT", "w").close()
    open(f"{gold}/.hidden.gold", "w").write("[0]:[0]\n")
    for k in range(40):
        m, n = random.randrange(1, 30), random.randrange(1, 30)
        open(f"{gold}/{k}.zh", "w", newline="").write(random.choice(["\n", "\r\n", "\r"]).join(["x"] * m) + random.choice(["", "\n"]))
        open(f"{gold}/{k}.en", "w").write("x\n" * n)
        open(f"{gold}/{k}.gold", "w").write("# remark\n\n" + "".join(f"{a}:{b}\n" for a, b in beads(m, n, False)))
        if k == 7 and strict: continue
        cost = lambda: random.choice(["0.5", "0.25", f"{random.random():.6f}", str(random.random()), "0", "1"])
        every = k != 9 or not strict
        open(f"{pred}/{k}.out", "w").write("".join(f"{a}:{b}:{cost()}\n" if every else f"{a}:{b}\n" for a, b in beads(m, n, True)))
os.makedirs("goldraw"), os.makedirs("predraw")
for k in range(40):
    def side():
        cuts = sorted(random.sample(range(400), random.randrange(4, 24) * 2))
        return list(zip(cuts[::2], cuts[1::2]))
    zs, es = side(), side()
    n = min(len(zs), len(es))
    rows = [(z, e) for z, e in zip(zs, es)]
    with open(f"goldraw/{k}.spans", "w") as f:
        for z, e in rows:
            z, e = ("%d %d" % z, "%d %d" % e) if random.random() > .1 else random.choice([("- -", "%d %d" % e), ("%d %d" % z, "- -")])
            f.write(f"{z} {e}\n")
    jitter = lambda spans: [{"begin": min(e, max(0, b + random.choice([0, 0, 0, -3, 2]))), "end": e} for b, e in spans]
    zh, en = jitter(zs), jitter(es)
    if k % 5 == 0: random.shuffle(zh)
    made = [{"zh": a, "en": b, "probability": round(random.random(), random.choice([1, 6]))} for a, b in beads(len(zh), len(en), True)]
    if k != 3: json.dump({"zh": {"sentences": zh}, "en": {"sentences": en}, "beads": made}, open(f"predraw/{k}.json", "w"))
PYTHON
}

case_eval_equals_score_py() {
  command -v python3 >/dev/null || skip "no python3"
  [ -f "$eval_dir/score.py" ] || skip "no evaluation sets in $eval_dir"
  made_sets
  local compared=0
  same() {
    local theirs=0 ours=0
    python3 "$eval_dir/score.py" "$@" >theirs || theirs=$?
    duiqi eval "$@" >ours || ours=$?
    cmp theirs ours || fail "$*: $(cat theirs ours)"
    [ $theirs = $ours ] || fail "exit codes $theirs and $ours: $*"
    compared=$((compared + 1))
  }
  same --worst 100 goldFalse predFalse/
  same --worst 5 goldTrue/ predTrue
  same --raw --worst 100 goldraw predraw
  same --floor 0.99 goldFalse predFalse
  same --floor 0.01 goldFalse predFalse
  same goldFalse nowhere
  for set in macdev ntrex-cn-omit; do
    mkdir "$set"
    for zh in "$eval_dir/$set"/*.zh; do
      printf '%s\t%s\t%s\n' "$zh" "${zh%.zh}.en" "$set/$(basename "${zh%.zh}").out"
    done >list
    duiqi align -q --pre-split --batch list
    same --worst 10 "$eval_dir/$set" "$set"
  done
  set=raw-wmt21-zhen-omit
  mkdir "$set"
  for zh in "$eval_dir/$set"/*.zh.txt; do
    printf '%s\t%s\t%s\n' "$zh" "${zh%.zh.txt}.en.txt" "$set/$(basename "${zh%.zh.txt}").json"
  done >list
  duiqi align -q --no-evidence --batch list
  same --raw --worst 10 "$eval_dir/$set" "$set"
  [ $compared = 9 ] || fail "compared $compared"
}

# Every command line that the help and the manual show is one that the program takes.
case_shown_examples_work() {
  texts
  cp zh.txt zh.sentences
  cp en.txt en.sentences
  cp "$source_dir/examples/data/yushu.txt" article.txt
  printf 'zh.txt\ten.txt\tbatch.json\n' >list.tsv
  printf 'Maj.\nBros.\n' >news.abbreviations
  printf '[0]:[0]\n[1]:[1]\n[2]:[2]\n' >gold.vecalign
  cp gold.vecalign out.vecalign
  mkdir -p GOLD PRED
  cp gold.vecalign GOLD/000.gold
  cp gold.vecalign PRED/000.out
  cp zh.txt GOLD/000.zh
  cp en.txt GOLD/000.en
  printf '0 34 0 44\n' >GOLD/000.spans
  duiqi align -o PRED/000.json zh.txt en.txt
  lexicons
  printf '會議 会议 [hui4 yi4] /meeting/conference/\n' >cedict.u8
  printf 'zh.txt\ten.txt\n' >pairs.tsv
  mkdir chinese english
  cp zh.txt chinese/a.txt
  cp en.txt english/a.txt
  printf '{"zh": "会议开始。", "en": "The meeting began."}\n' >news.jsonl
  cp news.jsonl part-1.jsonl
  cp news.jsonl part-2.jsonl
  duiqi corpus -q news.jsonl -o news.jsonl.zst
  duiqi align --format jsonl -o beads.jsonl zh.txt en.txt
  {
    for command in '' align split anchors eval corpus merge lexicon 'lexicon '{build,info,learn,lookup,merge}; do duiqi $command --help; done | sed -n 's/^  \(duiqi .*\)/\1/p' | sed 's/   .*//'
    sed -n 's/^\.Dl \(duiqi .*\)/\1/p' "$source_dir/docs/man/duiqi.1" | sed 's/\\&//g'
    sed -n 's/^    \(duiqi .*\)/\1/p' "$source_dir"/docs/{formats,corpus}.md
  } >examples
  [ "$(wc -l <examples)" -ge 25 ] || fail "only $(wc -l <examples) examples found"
  while IFS= read -r line; do
    bash -c "duiqi() { \"$DUIQI_PROGRAM\" \"\$@\"; }; set -o pipefail; $line" >out 2>err </dev/null || fail "$line: $(cat err)"
  done <examples
}

case_manual_is_clean() {
  command -v mandoc >/dev/null || skip "no mandoc"
  mandoc -T lint -W warning "$source_dir/docs/man/duiqi.1"
  # All options of all commands stand in it.
  mandoc -T utf8 "$source_dir/docs/man/duiqi.1" | col -b >manual
  for command in '' align split anchors eval corpus merge 'lexicon '{build,info,learn,lookup,merge}; do duiqi $command --help; done | grep -oE '^  (-[a-z],)?--[a-z-]+' |
    grep -oE -- '--[a-z-]+' | sort -u >options
  while IFS= read -r option; do says manual "$option"; done <options
}

run_case "$1"
