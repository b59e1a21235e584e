#!/usr/bin/python3
"""Writes N documents as JSON Lines, made from the project's own news texts: made_news.py FOLDER N.

Sentences are left out, numbers changed on both sides alike, so that the documents differ; every eighth document is an earlier
one once more. Some have no id, and some lines are no document. The same bytes for the same N.
"""
import json
import random
import re
import sys

NUMBER = re.compile(r"[0-9]+")


def numbers_changed(zh, en, random_):
    """Both sides with other numbers, where a number stands on both."""
    both = set(NUMBER.findall(zh)) & set(NUMBER.findall(en))
    # The length stays, and no 0 in front, so that days and years look like such.
    other = {number: "".join(random_.choice("12") for _ in number) for number in sorted(both)}

    def change(match):
        return other.get(match[0], match[0])
    return NUMBER.sub(change, zh), NUMBER.sub(change, en)


def document(texts, random_):
    zh, en = (text.split("\n") for text in random_.choice(texts))
    # Eight neighbouring sentences or so, without one of them here and there.
    begin = random_.random() * .6
    zh, en = (side[int(len(side) * begin):int(len(side) * begin) + 8] for side in (zh, en))
    for side in (zh, en):
        if len(side) > 3 and random_.random() < .3:
            del side[random_.randrange(len(side))]
    return numbers_changed("\n".join(zh), "\n".join(en), random_)


def main(folder, count):
    random_ = random.Random(20220101)
    texts = [tuple(open(f"{folder}/{number:03}.{side}", encoding="utf-8").read() for side in ("zh", "en"))
             for number in range(30)]
    made = []
    for number in range(count):
        if number % 8 == 7:
            zh, en = random_.choice(made)
        else:
            zh, en = document(texts, random_)
        made.append((zh, en))
        line = {"id": f"made-{number}", "zh": zh, "en": en, "share": number / 8}
        if number % 5 == 4:
            del line["id"]
        if number % 37 == 20:
            del line["en"]  # with an id or without one
        print(json.dumps(line, ensure_ascii=False))
        if number % 41 == 11:
            print("no document", number)
        if number % 43 == 13:
            print()


main(sys.argv[1], int(sys.argv[2]))
