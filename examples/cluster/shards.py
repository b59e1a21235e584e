#!/usr/bin/python3
"""Cuts JSON Lines into shards and runs `duiqi corpus` on them: what every engine of a cluster needs.

  shards.py plan IN… -o PLAN.json [--size MIB]
      A plain file is cut at line ends into shards of about MIB; one that is compressed (.gz, .zst) is a shard as a whole,
      since it can't be entered in the middle.
  shards.py run PLAN.json N -o PART [--program DUIQI] [-- OPTION…]
      Runs shard N (from 0): `duiqi corpus … -o PART --dedup none OPTION…`, on one thread unless OPTIONs say more. Beside PART stand
      PART.rejects and PART.report.json; all three get their names once the shard is whole.
  shards.py count PLAN.json
      How many shards there are.
  shards.py join PART… -o OUT [--program DUIQI] [--rejects FILE] [--report FILE] [-- OPTION…]
      Joins the outputs of all shards, given in their order, with `duiqi merge PART… -o OUT OPTION…`, and what stands beside them.

Pairs, rejects and counts are those of one run over the same files: so documents without an id are named after their file and line
in the whole input. Needs nothing but Python 3.9 and duiqi.
"""
import argparse
import collections
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile

# Of shards. `duiqi corpus` takes some 1.6 MB a second and core (docs/corpus.md): 64 MiB are 40 s of work, so that starting
# the program (.02 s) and an engine's own second or so a task don't count, and a lost worker costs less than a minute.
DEFAULT_MIB = 64
# How gzip files and frames of zstd begin (RFC 1952, RFC 8878).
COMPRESSED = (b"\x1f\x8b", b"\x28\xb5\x2f\xfd")
# What shards set themselves; the other options are the user's.
OWN_OPTIONS = ("-o", "--output", "--format", "--dedup", "--dedup-memory", "--rejects", "--report", "--resume", "--explain-drop",
               "--shard-size")


class ShardError(Exception):
    """A shard that failed, with what the program said."""


# A shard: the file, and what of it: [begin, end) in bytes, and the number of its first line, from 1. Of a file that is
# taken as a whole, begin is None.
Shard = collections.namedtuple("Shard", "file begin end line")


def describe(shard):
    if shard.begin is None:
        return shard.file
    return f"{shard.file}, bytes {shard.begin} to {shard.end}"


def plan(inputs, size):
    """The shards of the inputs, in their order; plain files are cut behind the line in which `size` bytes are full."""
    shards = []
    for path in inputs:
        if path == "-":
            raise ShardError("standard input can't be cut into shards; name files that all workers see")
        with open(path, "rb") as file:
            head = file.read(4)
        if not head:
            continue
        if head.startswith(COMPRESSED) or os.path.getsize(path) <= size:
            shards.append(Shard(path, None, None, 1))
            continue
        begin = at = 0
        line = first = 1
        with open(path, "rb") as file:
            for text in file:
                at += len(text)
                line += 1
                if at - begin >= size:
                    shards.append(Shard(path, begin, at, first))
                    begin, first = at, line
        if at > begin:
            shards.append(Shard(path, begin, at, first))
    return shards


def id_field(options):
    """The name of the field with the id, from the options for duiqi."""
    for at, option in enumerate(options):
        if option == "--id-field" and at + 1 < len(options):
            return options[at + 1]
        if option.startswith("--id-field="):
            return option.split("=", 1)[1]
    return "id"


def id_of(name, field):
    """What gives a document its id: the first member of its object, which is the one that counts."""
    return f"{json.dumps(field, ensure_ascii=False)}: {json.dumps(name, ensure_ascii=False)}, ".encode()


def lacks_id(line, field):
    """Whether a line is a document without an id. Of what is no JSON object the program says what is wrong."""
    try:
        document = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(document, dict) and bool(document) and document.get(field) in (None, "")


def lines_of(shard, field, given, home):
    """The lines of a part of a file, each document with an id; `given` gets what was put into which line, from 1."""
    with open(os.path.join(home, shard.file), "rb") as file:
        file.seek(shard.begin)
        number, at = 0, shard.begin
        while at < shard.end:
            line = file.readline()
            if not line:
                raise ShardError(f"{shard.file} is shorter than it was when it was cut: make the plan anew")
            at += len(line)
            number += 1
            if lacks_id(line, field):
                given[number] = id_of(f"{shard.file}:{shard.line + number - 1}", field)
                # The rest stays as it is, byte for byte: it becomes the pairs' metadata.
                line = line.replace(b"{", b"{" + given[number], 1)
            yield line


def own_rejects(path, shard, given):
    """Gives rejected lines the file, the number and the text that they have in the whole input."""
    name = json.dumps(shard.file, ensure_ascii=False).encode()
    with open(path, "rb") as file:
        lines = file.readlines()
    with open(path, "wb") as out:
        for line in lines:
            placed = re.match(rb'\{"file": "-", "line": (\d+)', line)
            if not placed:
                raise ShardError(f"a reject without its line: {line[:200]!r}")
            number = int(placed[1])
            rest = line[placed.end():]
            if number in given:
                escaped = json.dumps(given[number].decode(), ensure_ascii=False)[1:-1].encode()
                rest = rest.replace(b"{" + escaped, b"{", 1)
            out.write(b'{"file": %s, "line": %d' % (name, shard.line + number - 1) + rest)


def check_options(options):
    for option in options:
        if option.split("=", 1)[0] in OWN_OPTIONS or re.match(r"-o.", option):
            raise ShardError(f"{option} can't go to the shards: their outputs are joined, and deduplicated, at the end")


def run(shard, out, options=(), program="duiqi", home=""):
    """Runs a shard; OUT, OUT.rejects and OUT.report.json stand when it is whole. All names but OUT are seen from the folder
    `home`. May run on two machines at once, as happens when an engine takes one for lost: each
    works in a folder of its own, and the bytes are the same."""
    check_options(options)
    out = os.path.abspath(out)
    given = {}
    folder = tempfile.mkdtemp(prefix=f"attempt-{os.getpid()}-", dir=os.path.dirname(out))
    try:
        name = os.path.join(folder, os.path.basename(out))
        command = [program, "corpus", "-" if shard.begin is not None else shard.file, "--input", "jsonl", "-o", name, "--dedup",
                   "none", "--rejects", name + ".rejects", "--report", name + ".report.json", *options]
        if not any(option.split("=", 1)[0] == "--threads" for option in options):
            command += ["--threads", "1"]  # the engine runs as many shards at once as there are cores
        # A worker that is killed takes its program along, where there is setpriv (util-linux).
        if shutil.which("setpriv"):
            command = ["setpriv", "--pdeathsig", "KILL", "--"] + command
        with open(os.path.join(folder, "stderr"), "w+b") as said:
            source = subprocess.PIPE if shard.begin is not None else subprocess.DEVNULL
            with subprocess.Popen(command, stdin=source, stdout=subprocess.DEVNULL, stderr=said, cwd=home or None,
                                  bufsize=1 << 20) as process:
                try:
                    if shard.begin is not None:
                        feed(process.stdin, lines_of(shard, id_field(options), given, home))
                except BaseException:
                    process.kill()  # what it went on to write would be thrown away
                    close(process.stdin)
                    raise
            said.seek(0)
            complaint = said.read().decode("utf-8", "replace").strip()
        if process.returncode != 0:
            raise ShardError(f"{describe(shard)}: {ending(process.returncode)}: {complaint or 'it said nothing'}")
        if shard.begin is not None:
            own_rejects(name + ".rejects", shard, given)
        # The output last: where it stands, the others do.
        for end in (".rejects", ".report.json", ""):
            os.replace(name + end, out + end)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def ending(code):
    if code < 0:
        try:
            name = signal.Signals(-code).name
        except ValueError:
            name = str(-code)
        return f"duiqi was ended by {name}" + (" (is memory full?)" if -code == signal.SIGKILL else "")
    return f"duiqi ended with exit code {code}"


def feed(pipe, lines):
    try:
        for line in lines:
            pipe.write(line)
    except BrokenPipeError:
        pass  # it ended before its input did; its exit code and what it said tell why
    close(pipe)


def close(pipe):
    try:
        if pipe:
            pipe.close()
    except BrokenPipeError:
        pass  # what was still held back


def join(parts, out, options=(), program="duiqi", rejects=None, report=None):
    """Joins parts, and what stands beside them, to OUT and its rejects and report."""
    command = [program, "merge", *parts, "-o", out]
    if report:
        for part in parts:
            command += ["--shard-report", part + ".report.json"]
        command += ["--report", report]
    code = subprocess.run([*command, *options], check=False).returncode
    if code != 0:
        raise ShardError(f"duiqi merge ended with {code} (what it said stands above); the parts are kept")
    if not rejects:
        return
    with open(rejects + ".part", "wb") as joined:
        for part in parts:
            with open(part + ".rejects", "rb") as file:
                shutil.copyfileobj(file, joined)
    os.replace(rejects + ".part", rejects)


def write_plan(shards, path):
    with open(path + ".part", "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(shard._asdict(), ensure_ascii=False) for shard in shards) + "\n]\n")
    os.replace(path + ".part", path)


def read_plan(path):
    with open(path, encoding="utf-8") as file:
        return [Shard(**shard) for shard in json.load(file)]


def own_and_passed(arguments):
    """What stands before -- and what stands behind it, which is for duiqi."""
    if "--" not in arguments:
        return arguments, []
    at = arguments.index("--")
    return arguments[:at], arguments[at + 1:]


def main(arguments):
    arguments, options = own_and_passed(arguments)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("plan")
    command.add_argument("inputs", nargs="+")
    command.add_argument("-o", required=True)
    command.add_argument("--size", type=float, default=DEFAULT_MIB)
    command = commands.add_parser("count")
    command.add_argument("plan")
    command = commands.add_parser("run")
    command.add_argument("plan")
    command.add_argument("number", type=int)
    command.add_argument("-o", required=True)
    command.add_argument("--program", default="duiqi")
    command = commands.add_parser("join")
    command.add_argument("parts", nargs="+")
    command.add_argument("-o", required=True)
    command.add_argument("--program", default="duiqi")
    command.add_argument("--rejects")
    command.add_argument("--report")
    flags = parser.parse_args(arguments)
    if flags.command == "plan":
        write_plan(plan(flags.inputs, int(flags.size * (1 << 20))), flags.o)
    elif flags.command == "count":
        print(len(read_plan(flags.plan)))
    elif flags.command == "run":
        shards = read_plan(flags.plan)
        if not 0 <= flags.number < len(shards):
            raise ShardError(f"there is no shard {flags.number}: {flags.plan} has {len(shards)}, from 0")
        run(shards[flags.number], flags.o, options, flags.program)
    else:
        join(flags.parts, flags.o, options, flags.program, flags.rejects, flags.report)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except (ShardError, OSError) as error:
        sys.exit(f"shards.py: {error}")
