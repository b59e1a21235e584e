#!/usr/bin/env python3
"""Runs the benchmark programs and the program itself, and prints one table; scripts/bench calls it.

report.py [--quick] [--lexicon FILE] [--json FILE] BUILD ROOT

Each program runs in its own process, so that its peak memory is its own. A figure that can't be had (no valgrind, no perf, no
hunalign) is said to be skipped, and why.
"""
import argparse
import json
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time


def run_benchmarks(build, quick):
    """The rows of all programs: name → figures. Repetitions are aggregated by their best, since a busy machine only slows down."""
    rows = {}
    for program in sorted((build / 'tests' / 'bench').glob('bench_*')):
        if not os.access(program, os.X_OK) or program.is_dir():
            continue
        command = [str(program), '--benchmark_format=json']
        command += ['--benchmark_min_time=0.02'] if quick else ['--benchmark_min_time=0.5', '--benchmark_repetitions=3']
        print(f'bench: {program.name}', file=sys.stderr)
        out = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout
        for row in json.loads(out)['benchmarks']:
            if row.get('run_type') == 'aggregate':
                continue
            name = row['run_name'].removesuffix('/real_time')
            if name in rows and rows[name]['MB/s'] >= row['MB/s']:
                continue
            keep = ('MB/s', 'sentences/s', 'allocations/document', 'peak_MiB', 'bounded/zh', 'scored/zh', 'arcs/zh')
            rows[name] = {key: row[key] for key in keep if key in row}
            rows[name]['texts'] = row['label']
    if not rows:
        sys.exit(f'bench: no benchmark programs in {build}/tests/bench; is libbenchmark-dev installed?')
    return rows


def two_processes(build, quick):
    """MB/s of two processes at once that share nothing, together: what two threads could have at best on this machine, now."""
    command = [str(build / 'tests' / 'bench' / 'bench_whole'), '--benchmark_filter=threads/1', '--benchmark_format=json',
               f'--benchmark_min_time={0.02 if quick else 0.5}']
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) for _ in range(2)]
    return sum(json.loads(process.communicate()[0])['benchmarks'][0]['MB/s'] for process in started)


def count_instructions(command):
    """(instructions of a run, what counted them), or (None, why not)."""
    if shutil.which('perf'):
        ran = subprocess.run(['perf', 'stat', '-x,', '-e', 'instructions:u', *command], stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE, text=True)
        found = re.search(r'^(\d+),[^,]*,instructions:u', ran.stderr, re.MULTILINE)
        if ran.returncode == 0 and found:
            return int(found[1]), 'perf'
    if shutil.which('valgrind'):
        ran = subprocess.run(['valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null', *command],
                             stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        found = re.search(r'Collected : (\d+)', ran.stderr)
        if ran.returncode == 0 and found:
            return int(found[1]), 'callgrind'
        return None, 'perf counts no instructions here, and valgrind failed'
    return None, 'perf counts no instructions here, and there is no valgrind'


def first_byte(command, runs):
    """Seconds from the start of a program to the first byte on its standard output; the best of several."""
    best = float('inf')
    for _ in range(runs):
        begin = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.PIPE, bufsize=0) as process:
            if not process.stdout.read(1):
                sys.exit(f'bench: nothing from {" ".join(command)}')
            best = min(best, time.perf_counter() - begin)
            process.stdout.read()
    return best


def measure_program(build, root, lexicon, quick):
    """Start-up, instructions and memory of the program itself, on input that is the same everywhere."""
    duiqi = str(build / 'duiqi')
    with tempfile.TemporaryDirectory() as folder:
        tiny = [pathlib.Path(folder, name) for name in ('zh', 'en')]
        tiny[0].write_text('会议于3月15日在北京召开。\n', encoding='utf-8')
        tiny[1].write_text('The meeting was held in Beijing on March 15.\n', encoding='utf-8')
        options = ['align', '--format', 'vecalign', '-q'] + (['--lexicon', lexicon] if lexicon else [])
        start = [duiqi, *options, *map(str, tiny)]
        news = root / 'tests' / 'quality' / 'data' / 'news' / '000'
        work = [duiqi, *options, '--pre-split', f'{news}.zh', f'{news}.en']
        runs = 5 if quick else 30
        figures = {'first byte of --version, ms': 1000 * first_byte([duiqi, '--version'], runs),
                   'first byte of one sentence, ms': 1000 * first_byte(start, runs),
                   'first byte of a document of news, ms': 1000 * first_byte(work, runs)}
        skipped = []
        for name, command in (('one sentence', start), ('a document of news', work)):
            count, how = count_instructions(command)
            if count is None:
                skipped.append(f'instructions of {name}: {how}')
            else:
                figures[f'instructions of {name}, million ({how})'] = count / 1e6
    return figures, skipped


def long_documents(build, root, lexicon, quick):
    """Processor time and peak memory of one long document after the other, and the exponent of time over length (least
    squares in the logs). Each is run once: what is looked for is growth."""
    sizes = (1000, 2000, 4000) if quick else (4000, 8000, 16000, 32000, 64000)
    evaluation = pathlib.Path(os.environ['DUIQI_EVAL'])
    sets = [str(evaluation / name) for name in ('ntrex-cn', 'wmt21-zhen', 'wmt21-enzh', 'macdev') if (evaluation / name).is_dir()]
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            text = pathlib.Path(folder, 'long')
            subprocess.run([sys.executable, str(root / 'tests' / 'bench' / 'long_text.py'), str(text), str(size),
                            *(['--sets', *sets] if sets else [])], check=True)
            options = ['--lexicon', lexicon] if lexicon else []
            print(f'bench: {size:,} sentences', file=sys.stderr)
            process = subprocess.Popen([str(build / 'duiqi'), 'align', '-q', '--pre-split', '--no-evidence', '--format', 'vecalign',
                                        *options, '-o', os.devnull, f'{text}.zh', f'{text}.en'])
            _, status, used = os.wait4(process.pid, 0)
            if status != 0:
                sys.exit(f'bench: duiqi failed on {size} sentences')
            rows.append({'sentences': size, 'seconds': used.ru_utime + used.ru_stime, 'peak_MiB': used.ru_maxrss / 1024})
    return {'rows': rows, 'exponent': exponent([(row['sentences'], row['seconds']) for row in rows])}


def exponent(points):
    """The slope of ln y over ln x, by least squares."""
    logs = [(math.log(x), math.log(y)) for x, y in points]
    mean_x, mean_y = (sum(values) / len(logs) for values in zip(*logs))
    return sum((x - mean_x) * (y - mean_y) for x, y in logs) / sum((x - mean_x) ** 2 for x, _ in logs)


def other_ways(build, rows, lexicon, quick):
    """The same work done the obvious other way: ratios above 1 say how many times faster duiqi was in this run."""
    ratios = {}
    skipped = []
    for name in ('icu', 'boost_locale'):
        ratios[f'sentences: segment/duiqi to segment/{name}'] = rows['segment/duiqi']['MB/s'] / rows[f'segment/{name}']['MB/s']
    one = rows['whole/threads/1']['MB/s']
    ratios['two threads to one'] = rows['whole/threads/2']['MB/s'] / one
    ratios['two processes to one (what the machine had free)'] = two_processes(build, quick) / one
    hunalign = shutil.which('hunalign')
    evaluation = pathlib.Path(os.environ['DUIQI_EVAL'])
    pairs = sorted((evaluation / 'wmt21-zhen').glob('*.zh'))
    if hunalign is None:
        skipped.append('hunalign: its binary is not on PATH')
    elif not pairs:
        skipped.append(f'hunalign: no wmt21-zhen in {evaluation}')
    else:
        with tempfile.TemporaryDirectory() as folder:
            empty = pathlib.Path(folder, 'empty.dic')
            empty.write_text('')
            jobs = pathlib.Path(folder, 'jobs')
            jobs.write_text(''.join(f'{zh}\t{zh.with_suffix(".en")}\t{folder}/{zh.stem}.tsv\n' for zh in pairs))
            with_lexicon = ['--lexicon', lexicon] if lexicon else []
            seconds = []
            for command in ([str(build / 'duiqi'), 'align', '-q', '--pre-split', *with_lexicon, '--batch', str(jobs)],
                            [hunalign, '-batch', str(empty), str(jobs)]):
                begin = time.perf_counter()
                subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                seconds.append(time.perf_counter() - begin)
        ratios['batch of wmt21-zhen: duiqi to hunalign without a dictionary'] = seconds[1] / seconds[0]
    return ratios, skipped


def number(value):
    return f'{value:.3g}' if value < 100 else f'{value:,.0f}'


def print_table(report):
    columns = ('MB/s', 'sentences/s', 'allocations/document', 'peak_MiB')
    print(f'{"":28}' + ''.join(f'{name:>22}' for name in columns))
    for name, row in report['benchmarks'].items():
        print(f'{name:28}' + ''.join(f'{number(row[key]):>22}' for key in columns))
    search = report['benchmarks']['align/search']
    print(f'\nfor each Chinese sentence: {search["bounded/zh"]:.1f} ranges bounded, {search["scored/zh"]:.1f} scored, '
          f'{search["arcs/zh"]:.2f} arcs left')
    print('\none long document:')
    for row in report['long']['rows']:
        print(f'{row["sentences"]:>10,} sentences {row["seconds"]:>8.2f} s {row["peak_MiB"]:>8.0f} MiB')
    print(f'time grows as sentences ^ {report["long"]["exponent"]:.2f}')
    for title in ('program', 'ratios'):
        print()
        for name, value in report[title].items():
            print(f'{name}: {value:.3g}' if value < 1000 else f'{name}: {value:,.0f}')
    for line in report['skipped']:
        print(f'skipped: {line}')
    print(f'texts: {search["texts"]}')


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--quick', action='store_true')
    parser.add_argument('--lexicon')
    parser.add_argument('--json', type=pathlib.Path)
    parser.add_argument('build', type=pathlib.Path)
    parser.add_argument('root', type=pathlib.Path)
    arguments = parser.parse_args()
    if arguments.lexicon:
        arguments.lexicon = os.path.abspath(arguments.lexicon)
        os.environ['DUIQI_BENCH_LEXICON'] = arguments.lexicon
    os.environ.setdefault('DUIQI_EVAL', str(arguments.root.parent / 'shared' / 'eval'))
    rows = run_benchmarks(arguments.build, arguments.quick)
    program, missing = measure_program(arguments.build, arguments.root, arguments.lexicon, arguments.quick)
    ratios, skipped = other_ways(arguments.build, rows, arguments.lexicon, arguments.quick)
    lengthy = long_documents(arguments.build, arguments.root, arguments.lexicon, arguments.quick)
    report = {'benchmarks': rows, 'program': program, 'long': lengthy, 'ratios': ratios, 'skipped': missing + skipped}
    print_table(report)
    if arguments.json:
        arguments.json.write_text(json.dumps(report, indent=1, ensure_ascii=False) + '\n', encoding='utf-8')


if __name__ == '__main__':
    main()
