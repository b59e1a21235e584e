#!/usr/bin/env python3
"""Makes a collection of any size out of few documents: pairs of news articles as `duiqi corpus` reads them.

    news_pairs.py MEGABYTES [--sets DIR...] [--seed N] > OUT.jsonl

writes an object a line (id, zh, en) until both texts together have so many megabytes (10⁶ bytes). No two copies of
a document are alike: digits and the Latin words that both sides have are spelled anew, the same way on both sides;
a tenth of the beads is left out; one sentence in thirty loses its counterpart; and in half of the beads a word of
the English side is missing, so that most of them are near-duplicates of others and not the same. Paragraphs are of
one to four beads. The same arguments give the same collection everywhere.
"""
import argparse
import json
import random
import sys

from long_text import ALONE, LEFT_OUT, NEWS, read_documents, respelled

CHANGED = 0.5
MOST_IN_PARAGRAPH = 4


def without_a_word(sentence, dice):
    """A word in small letters goes, so that no name, number or mark is touched."""
    words = sentence.split(" ")
    small = [i for i, word in enumerate(words) if word.isalpha() and word.islower()]
    if small:
        del words[dice.choice(small)]
    return " ".join(words)


def article(beads, dice):
    paragraphs = {"zh": [[]], "en": [[]]}
    left = dice.randint(1, MOST_IN_PARAGRAPH)
    for zh, en in respelled(beads, dice):
        if dice.random() < LEFT_OUT:
            continue
        if dice.random() < CHANGED and en:
            k = dice.randrange(len(en))
            en = en[:k] + [without_a_word(en[k], dice)] + en[k + 1:]
        if dice.random() < ALONE:
            zh, en = ([], en) if dice.random() < 0.5 else (zh, [])
        paragraphs["zh"][-1] += zh
        paragraphs["en"][-1] += en
        left -= 1
        if left == 0:
            left = dice.randint(1, MOST_IN_PARAGRAPH)
            paragraphs["zh"].append([])
            paragraphs["en"].append([])
    return {side: "\n\n".join(joint.join(p) for p in paragraphs[side] if p) for side, joint in (("zh", ""), ("en", " "))}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("megabytes", type=float)
    parser.add_argument("--sets", nargs="+", default=[NEWS], help="folders of NAME.zh, NAME.en and NAME.gold")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    documents = read_documents(arguments.sets)
    if not documents:
        parser.error("no documents in " + " ".join(map(str, arguments.sets)))
    dice = random.Random(arguments.seed)
    size = made = 0
    while size < arguments.megabytes * 1e6:
        texts = article(dice.choice(documents), dice)
        made += 1
        size += sum(len(text.encode()) for text in texts.values())
        sys.stdout.write(json.dumps({"id": f"made-{made:07d}", **texts}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
