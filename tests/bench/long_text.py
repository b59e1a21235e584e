#!/usr/bin/env python3
"""Makes one long pair of texts out of many short ones with known alignment, for tests of length.

    long_text.py OUT SENTENCES [--sets DIR...] [--seed N] [--hole SIDE:AT:COUNT]...

writes OUT.zh, OUT.en (a sentence a line) and OUT.gold (beads as [ids]:[ids]). Documents come in a new order
in each round and never twice alike: digits and the Latin words that both sides have are spelled anew, the same
way on both sides, a tenth of the beads is left out, and one sentence in thirty loses its counterpart. A hole
takes COUNT sentences of SIDE (zh, en) away from the share AT of the text on. The same arguments give the same
texts everywhere.
"""
import argparse
import json
import random
import re
from pathlib import Path

NEWS = Path(__file__).resolve().parents[1] / "quality" / "data" / "news"
LATIN = re.compile(r"[A-Za-z]{3,}")
LEFT_OUT = 0.1
ALONE = 1 / 30


def read_documents(sets):
    documents = []
    for directory in sets:
        for gold in sorted(Path(directory).glob("*.gold")):
            lines = [gold.with_suffix(s).read_text(encoding="utf-8").split("\n") for s in (".zh", ".en")]
            beads = []
            for line in gold.read_text(encoding="utf-8").splitlines():
                sides = line.split(":")[:2]
                if len(sides) == 2 and sides[0].startswith("["):
                    beads.append(tuple([lines[k][i] for i in json.loads(sides[k])] for k in (0, 1)))
            if beads:
                documents.append(beads)
    return documents


def respelled(beads, dice):
    """Names and numbers of their own for this copy of a document; 0 stays, so that 3.2亿 stays 320 million."""
    digits = list("123456789")
    dice.shuffle(digits)
    letters = list("abcdefghijklmnopqrstuvwxyz")
    dice.shuffle(letters)
    spell = dict(zip("123456789", digits))
    spell_letter = dict(zip("abcdefghijklmnopqrstuvwxyz", letters))
    spell_letter.update({a.upper(): b.upper() for a, b in list(spell_letter.items())})
    both = set(LATIN.findall(" ".join(s for zh, _ in beads for s in zh)))
    both &= set(LATIN.findall(" ".join(s for _, en in beads for s in en)))

    def change(sentence):
        sentence = re.sub(r"[1-9]", lambda m: spell[m[0]], sentence)
        return LATIN.sub(
            lambda m: "".join(map(spell_letter.get, m[0])) if m[0] in both else m[0], sentence)

    return [tuple([change(s) for s in side] for side in bead) for bead in beads]


def make(documents, size, dice, holes=()):
    zh, en, gold = [], [], []
    order = []
    while min(len(zh), len(en)) < size:
        if not order:
            order = list(documents)
            dice.shuffle(order)
        beads = order.pop()
        for a, b in respelled(beads, dice):
            if dice.random() < LEFT_OUT:
                continue
            lost = dice.random()
            if a and b and lost < ALONE:
                a, b = (a, []) if lost < ALONE / 2 else ([], b)
            gold.append((list(range(len(zh), len(zh) + len(a))), list(range(len(en), len(en) + len(b)))))
            zh += a
            en += b
    for side, at, count in holes:
        texts = (zh, en)
        k = 0 if side == "zh" else 1
        begin = int(at * len(texts[k]))
        del texts[k][begin:begin + count]
        for bead in gold:
            bead[k][:] = [i if i < begin else i - count for i in bead[k] if not begin <= i < begin + count]
    return zh, en, gold


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out")
    parser.add_argument("sentences", type=int)
    parser.add_argument("--sets", nargs="*", default=[str(NEWS)])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--hole", action="append", default=[], metavar="SIDE:AT:COUNT")
    args = parser.parse_args()
    holes = [(s, float(a), int(c)) for s, a, c in (h.split(":") for h in args.hole)]
    zh, en, gold = make(read_documents(args.sets), args.sentences, random.Random(args.seed), holes)
    Path(args.out + ".zh").write_text("\n".join(zh) + "\n", encoding="utf-8")
    Path(args.out + ".en").write_text("\n".join(en) + "\n", encoding="utf-8")
    Path(args.out + ".gold").write_text("".join(f"{a}:{b}\n" for a, b in gold), encoding="utf-8")


if __name__ == "__main__":
    main()
