#!/usr/bin/env bash
# Pages that the program writes, in headless Chromium. Usage: DUIQI_PROGRAM=… DUIQI_SOURCE_DIR=… browser_cases.bash CASE
# Run by scripts/test --all, which installs Chromium; skipped where there is none.
# shellcheck source=tests/cli/helpers.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/helpers.bash"

case_report_page() {
  command -v python3 >/dev/null || skip "no python3"
  python3 - "$source_dir/tests/quality/data/news" >in.jsonl <<'PYTHON'
import json, sys
long = "x" * 300
for k in range(30):
    name = f"{sys.argv[1]}/{k:03}"
    print(json.dumps({"id": f"<img src=http://example.invalid/{k}.png> {long}", "zh": open(name + ".zh").read(),
                      "en": open(name + ".en").read()}, ensure_ascii=False))
print("nonsense")
PYTHON
  duiqi corpus -q in.jsonl -o out.jsonl --rejects bad.jsonl --min-length-ratio 3 --numbers complete --min-probability 0.9 \
    --report page.html
  printf '' >none.jsonl
  duiqi corpus -q none.jsonl -o "$(printf 'n%.0s' {1..150}).jsonl" --report empty.html
  # A page that is wrong on purpose: the test must see it.
  sed 's|default-src .none.; style-src .unsafe-inline.|default-src * data: '"'"'unsafe-inline'"'"'|; s|<h1>|<script>undefined_name()</script><img src="gone.png"/><div style="width:2000px">wide</div><h1>|' \
    page.html >wrong.html
  local code=0
  python3 "$source_dir/tests/browser/look.py" wrong.html >out || code=$?
  [ "$code" != 77 ] || skip "no chromium; scripts/test --all installs it on Debian"
  [ "$code" = 1 ] || fail "exit code $code for a page that is wrong"
  for what in 'request: file' 'exception: ' 'the page is 2' 'there is a script'; do says out "$what"; done
  expect 0 python3 "$source_dir/tests/browser/look.py" page.html empty.html
}

run_case "$1"
