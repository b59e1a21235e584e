#!/usr/bin/env python3
"""Checks the gold set in tests/quality/data and makes data/raw from data/news. Needs Python 3 alone.

  make_raw.py           check everything, then write data/raw/
  make_raw.py --check   check everything, and that data/raw/ is what would be written; exit 1 where something is wrong
  make_raw.py --counts  also print documents, sentences and beads by type

A tool for those who edit the set; neither the build nor the tests call it.
"""
import collections
import pathlib
import re
import sys

DATA = pathlib.Path(__file__).resolve().parent / "data"
BEAD = re.compile(r"\[(\d+(?:,\d+)*)?\]:\[(\d+(?:,\d+)*)?\]")
# A speaker in an interview or a list number opens a paragraph.
OPENS_PARAGRAPH = re.compile(r"[\u4e00-\u9fff]{2,3}：|[QA]: |\d+\. ")
HAN = re.compile(r"[\u4e00-\u9fff]")
# A line that ends otherwise is a headline: it would run into the next sentence, so it closes its paragraph.
FULL_STOP = re.compile(r"[。！？…：.!?:][”’」』）\"')]*$")
problems = []


def complain(where, what):
    problems.append(f"{where}: {what}")


def read_lines(path):
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    if lines.pop() != "":
        complain(path, "no newline at the end")
    for number, line in enumerate(lines, 1):
        if not line or line != line.strip() or "\t" in line or "  " in line:
            complain(f"{path}:{number}", "empty line or stray white space")
    return lines


def read_gold(path):
    beads = []
    for number, line in enumerate(read_lines(path), 1):
        match = BEAD.fullmatch(line)
        if not match or not (match[1] or match[2]):
            complain(f"{path}:{number}", "not a bead")
            continue
        beads.append(tuple([int(n) for n in ids.split(",")] if ids else [] for ids in match.groups()))
    return beads


def check_beads(path, beads, sizes, monotone, contiguous):
    """Each sentence in exactly one bead; where asked, beads in order on both sides, and without gaps inside."""
    for side, name in enumerate(("zh", "en")):
        ids = [i for bead in beads for i in bead[side]]
        if sorted(ids) != list(range(sizes[side])):
            complain(path, f"{name} ids do not cover 0..{sizes[side] - 1} once each")
        if monotone and ids != sorted(ids):
            complain(path, f"{name} ids are not in order")
        for bead in beads:
            if bead[side] != sorted(bead[side]):
                complain(path, f"{name} ids of a bead are not in order: {bead}")
            if contiguous and bead[side] and bead[side][-1] - bead[side][0] + 1 != len(bead[side]):
                complain(path, f"{name} ids of a bead have a gap: {bead}")


def read_document(stem):
    zh, en = read_lines(stem.with_suffix(".zh")), read_lines(stem.with_suffix(".en"))
    if not all(map(HAN.search, zh)) or any(map(HAN.search, en)):
        complain(stem, "a line that is not in its language")
    return zh, en, read_gold(stem.with_suffix(".gold"))


def sizes_from(seed):
    """Paragraph sizes of 1 to 4 beads, the same on every machine."""
    while True:
        seed = (seed * 1103515245 + 12345) % 2**31
        yield (1, 2, 2, 3, 3, 4)[(seed >> 16) % 6]


def lay_out(units, joint, seed):
    """units: a list of sentences for each bead, empty for a null. Gives the running text and a byte span for each unit."""
    text, spans, size, count, fresh = "", [], sizes_from(seed), 0, True
    room = next(size)
    for unit in units:
        if unit and text and (fresh or count == room or OPENS_PARAGRAPH.match(unit[0])):
            text, room, count, fresh = text + "\n", next(size), 0, True
        if not unit:
            # A null takes a place in the paragraph too, so that both sides break alike.
            count = min(count + 1, room)
            spans.append(None)
            continue
        text += "" if fresh else joint
        begin = len(text.encode())
        text += joint.join(unit)
        spans.append((begin, len(text.encode())))
        count, fresh = count + 1, not FULL_STOP.search(unit[-1])
    return text + "\n", spans


def make_raw(number, zh, en, beads):
    zh_text, zh_spans = lay_out([[zh[i] for i in bead[0]] for bead in beads], "", number)
    # In every third document the English has paragraphs of its own, as newsrooms do.
    en_seed = number + (100 if number % 3 == 2 else 0)
    en_text, en_spans = lay_out([[en[i] for i in bead[1]] for bead in beads], " ", en_seed)
    rows = ""
    for bead, z, e in zip(beads, zh_spans, en_spans):
        for span, text, ids, lines, joint in ((z, zh_text, bead[0], zh, ""), (e, en_text, bead[1], en, " ")):
            piece = text.encode()[slice(*span)].decode() if span else ""
            if piece != joint.join(lines[i] for i in ids):
                complain(f"raw/{number:03d}", f"span {span} does not hold its bead {bead}")
        rows += " ".join(f"{s[0]} {s[1]}" if s else "- -" for s in (z, e)) + "\n"
    return {"zh.txt": zh_text, "en.txt": en_text, "spans": rows}


def check_record(stem, zh, en):
    """Every sentence stands in the record, in its language's order."""
    text = stem.with_suffix(".txt").read_text(encoding="utf-8")
    for lines in (zh, en):
        at = 0
        for line in lines:
            found = text.find(line, at)
            if found < 0:
                complain(stem, f"not in the record, or out of order: {line}")
            else:
                at = found + len(line)


def count(folder, documents):
    types = collections.Counter(f"{len(z)}-{len(e)}" for _, _, beads in documents for z, e in beads)
    total = sum(types.values())
    print(f"{folder}: {len(documents)} documents, {sum(len(d[0]) for d in documents)} Chinese and "
          f"{sum(len(d[1]) for d in documents)} English sentences, {total} beads")
    print("  " + ", ".join(f"{t} {n} ({n / total:.1%})" for t, n in types.most_common()))
    with_nulls = sum(any(not z or not e for z, e in beads) for _, _, beads in documents)
    print(f"  documents with nulls: {with_nulls}")


def main(argv):
    all_documents, raw = {}, {}
    for folder in ("news", "moved", "records"):
        stems = [p.with_suffix("") for p in sorted((DATA / folder).glob("*.gold"))]
        if not stems or not (DATA / folder / "STRICT").exists():
            complain(folder, "no gold, or no file STRICT")
        for stem in stems:
            zh, en, beads = document = read_document(stem)
            all_documents.setdefault(folder, []).append(document)
            check_beads(stem, beads, (len(zh), len(en)), folder == "news", folder != "records")
            if folder == "news":
                for ending, text in make_raw(int(stem.name), zh, en, beads).items():
                    raw[f"{stem.name}.{ending}"] = text
            if folder == "records":
                check_record(stem, zh, en)
    if "--counts" in argv:
        for folder, documents in all_documents.items():
            count(folder, documents)
    target = DATA / "raw"
    if "--check" in argv:
        there = {p.name: p.read_text(encoding="utf-8") for p in target.glob("*")} if target.exists() else {}
        for name in sorted(raw.keys() | there.keys()):
            if raw.get(name) != there.get(name):
                complain(f"raw/{name}", "is not what make_raw.py writes")
    elif not problems:
        target.mkdir(exist_ok=True)
        for name, text in raw.items():
            (target / name).write_text(text, encoding="utf-8", newline="\n")
    print("\n".join(problems) if problems else "no problem found")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
