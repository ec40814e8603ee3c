"""Store: item pages from files into fresh SQLite databases, published, followed and indexed, by `redress import DIR`."""

import os
import shutil
import sqlite3
import subprocess
import time

from . import agenda_pages, machine, table
from .servers import Failed

WANTED_SECONDS = 60
# A curve is flat where the second half of the files adds less than this to the peak of the first half.
WANTED_GROWTH = 1.25
# An import that takes longer is stopped.
PATIENCE = 900


def once(place, folder, data, count):
    """One import into a new folder: wall and processor seconds, and peak memory when each quarter of the files was in."""
    shutil.rmtree(data, ignore_errors=True)
    quarters, peaks, seen = [count * n // 4 for n in (1, 2, 3, 4)], [], 0
    start = time.monotonic()
    with machine.Watch() as watch:
        process = subprocess.Popen([place.redress, "import", folder, "--data", data], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        last = ""
        try:
            for line in process.stderr:
                last = line
                # The program says one such line of each source.
                seen += line.startswith("mgAi_")
                if len(peaks) < 4 and seen == quarters[len(peaks)]:
                    peaks.append((machine.status_mb(process.pid, "VmHWM"), time.monotonic() - start))
                if time.monotonic() - start > PATIENCE:
                    raise Failed(f"redress import took {PATIENCE} s for {seen} of {count} files")
        except BaseException:
            process.kill()
            process.wait()
            raise
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0 or len(peaks) < 4:
        raise Failed(f"redress import ended with {process.returncode} after {seen} of {count} files: {last}")
    with sqlite3.connect(f"file:{data / 'register.db'}?mode=ro", uri=True) as register:
        published = register.execute("select count(*) from standing where kind = 'item' and not withdrawn").fetchone()[0]
        records = register.execute("select count(*) from publication").fetchone()[0]
    register.close()
    if published != count:
        raise Failed(f"{published} of {count} items were published: {last}")
    result = {"wall": watch.wall, "cpu": used.ru_utime + used.ru_stime, "end": used.ru_maxrss / 1024, "foreign": watch.foreign,
              "records": records, "written": used.ru_oublock * 512 / 1e6, "disk": sum(f.stat().st_size for f in data.rglob("*") if f.is_file()) / 1e6}
    for n, (peak, at) in enumerate(peaks, 1):
        result |= {f"peak{n}": peak, f"at{n}": at}
    return result, watch


def run(place, options, noise, targets):
    count, meetings = (1_000, 72) if options.small else (10_000, 715)
    folder, data = place.work / "store" / "pages", place.work / "store" / "data"
    size = agenda_pages.write(folder, count, meetings)
    rounds = []
    for _ in range(options.rounds):
        noise.calibrate()
        result, watch = once(place, folder, data, count)
        noise.sample(watch)
        rounds.append(result)
    shutil.rmtree(data, ignore_errors=True)
    middle = {name: table.median(rounds, name) for name in rounds[0]}
    table.show(f"Store: {count:,} item pages ({size / 1e6:.0f} MB) of {meetings} meetings into fresh SQLite, {middle['records']:,.0f} publications",
               ["", "wall s", "rounds", "CPU s", "CPU-ms/page", "written MB", "on disk MB", "foreign %"],
               [["redress import", middle["wall"], table.spread(rounds, "wall"), middle["cpu"], 1000 * middle["cpu"] / count,
                 middle["written"], middle["disk"], middle["foreign"]]])
    heads = [f"{25 * n} %" for n in (1, 2, 3, 4)]
    table.show("Peak memory (RSS, MB) and seconds when so many of the files were in", ["", *heads, "end, indexed"],
               [["peak RSS MB", *(middle[f"peak{n}"] for n in (1, 2, 3, 4)), middle["end"]],
                ["second", *(middle[f"at{n}"] for n in (1, 2, 3, 4)), middle["wall"]]])
    if not options.small:
        targets.below(f"store: {count:,} items imported and published", middle["wall"], WANTED_SECONDS, " s")
    targets.below("store: peak RSS at 100 %, times that at 50 %", middle["peak4"] / middle["peak2"], WANTED_GROWTH, " x")
    return rounds
