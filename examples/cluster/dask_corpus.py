#!/usr/bin/python3
"""Runs `duiqi corpus` over many machines with Dask: the same pairs, byte for byte, as one machine writes.

  dask_corpus.py IN.jsonl… -o OUT --scheduler ADDRESS|FILE.json [--dedup none|exact|near] [-- OPTION…]

The input is cut into shards (shards.py); each is a task that runs duiqi on a worker and leaves its part in the folder of parts;
at the end `duiqi merge` joins the parts in the order of the input and deduplicates over all of them, here, where this runs. What
stands behind -- goes to `duiqi corpus` on the workers, such as --lexicon cedict.dqlex or --min-probability 0.7.

All machines must see the folder in which this is started, the input, the folder of parts (OUT.parts, or --parts) and duiqi under
the same names: a shared file system.
A worker that is lost has its shards run again by others. A shard on which duiqi fails is tried again (--retries), and then ends
the run with what duiqi said. After that, or after a kill, the same command runs the missing parts only.

A cluster by hand, for Debian's python3-distributed:

  dask-scheduler --scheduler-file /shared/scheduler.json &
  dask-worker --scheduler-file /shared/scheduler.json --nworkers "$(nproc)" --nthreads 1      # on each machine
"""
import argparse
import json
import os
import shutil
import sys

import cloudpickle
from distributed import Client, as_completed

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import shards as cutter  # noqa: E402

# The functions travel with the tasks, so workers need no copy of this folder: what is of this very program goes by value, and so
# does what it uses of the module.
cloudpickle.register_pickle_by_value(cutter)


def run_shard(shard, *arguments):
    """On a worker. Arguments are of plain types, which the other end knows; so is what is thrown."""
    try:
        cutter.run(cutter.Shard(*shard), *arguments)
    except cutter.ShardError as error:
        raise RuntimeError(str(error)) from None


def parse(arguments):
    arguments, options = cutter.own_and_passed(arguments)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="+", metavar="IN")
    parser.add_argument("-o", "--output", required=True, metavar="OUT", help="as `duiqi corpus` takes it: .jsonl, .tsv …")
    parser.add_argument("--scheduler", required=True, help="tcp://HOST:PORT, or the scheduler's file (its name ends in .json)")
    parser.add_argument("--dedup", choices=("none", "exact", "near"), default="exact")
    parser.add_argument("--dedup-memory", type=int, metavar="MIB", help="of `duiqi merge`")
    parser.add_argument("--shard-size", type=float, default=cutter.DEFAULT_MIB, metavar="MIB")
    parser.add_argument("--parts", metavar="FOLDER", help="shared by all machines (default: OUT.parts)")
    parser.add_argument("--keep-parts", action="store_true", help="leave the folder of parts when done")
    parser.add_argument("--program", default="duiqi", help="where duiqi is, on every machine")
    parser.add_argument("--rejects", metavar="FILE", help="documents that could not be read, of all shards")
    parser.add_argument("--report", metavar="FILE", help="of the whole run")
    parser.add_argument("--retries", type=int, default=1, metavar="N", help="of a shard on which duiqi fails")
    flags = parser.parse_args(arguments)
    flags.options = options
    flags.parts = os.path.abspath(flags.parts or flags.output + ".parts")
    return flags


def prepare(flags, shards):
    """The folder of parts, for this plan and these options alone: parts of another run must not be taken for ours."""
    about = json.dumps({"shards": shards, "options": flags.options, "files": [
        [path, os.path.getsize(path), os.stat(path).st_mtime_ns] for path in flags.inputs]}, ensure_ascii=False)
    note = os.path.join(flags.parts, "plan.json")
    os.makedirs(flags.parts, exist_ok=True)
    if os.path.exists(note):
        with open(note, encoding="utf-8") as file:
            if file.read() != about:
                raise cutter.ShardError(f"{flags.parts} is of a run with other inputs or options: remove it, or give --parts")
    elif os.listdir(flags.parts):
        raise cutter.ShardError(f"{flags.parts} has files in it, but no plan: give a new folder with --parts")
    else:
        with open(note + ".part", "w", encoding="utf-8") as file:
            file.write(about)
        os.replace(note + ".part", note)


def run_all(client, shards, parts, flags):
    """Runs the shards whose parts don't stand yet."""
    futures = {}
    for number, (shard, part) in enumerate(zip(shards, parts)):
        if not os.path.exists(part):
            # pure=False: results are files, so one of the same arguments must not be taken from an earlier run.
            future = client.submit(run_shard, tuple(shard), part, flags.options, flags.program, os.getcwd(),
                                   pure=False, retries=flags.retries, key=f"shard-{number}-{os.getpid()}")
            futures[future] = number
    say(f"{len(shards)} shards, {len(shards) - len(futures)} of them done before")
    done = 0
    for future in as_completed(list(futures)):
        shard = shards[futures[future]]
        if future.status != "finished":
            error = future.exception()
            client.cancel(list(futures))
            # Else it is KilledWorker: all workers that it ran on were lost, as happens where a shard fills the memory.
            said = str(error) if type(error) is RuntimeError else f"{cutter.describe(shard)}: {type(error).__name__}: {error}"
            raise cutter.ShardError(said)
        done += 1
        say(f"{done} of {len(futures)}: {cutter.describe(shard)}")


def say(text):
    print(f"dask_corpus.py: {text}", file=sys.stderr, flush=True)


def main(arguments):
    flags = parse(arguments)
    cutter.check_options(flags.options)
    shards = cutter.plan(flags.inputs, int(flags.shard_size * (1 << 20)))
    prepare(flags, shards)
    parts = [os.path.join(flags.parts, f"part-{number:06}.jsonl.gz") for number in range(len(shards))]
    at = {"scheduler_file": flags.scheduler} if flags.scheduler.endswith(".json") else {"address": flags.scheduler}
    with Client(**at, timeout="60s") as client:
        run_all(client, shards, parts, flags)
    options = ["--dedup", flags.dedup]
    if flags.dedup_memory:
        options += ["--dedup-memory", str(flags.dedup_memory)]
    cutter.join(parts, flags.output, options, flags.program, flags.rejects, flags.report)
    if not flags.keep_parts:
        shutil.rmtree(flags.parts)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except (cutter.ShardError, OSError) as error:
        sys.exit(f"dask_corpus.py: {error}")
