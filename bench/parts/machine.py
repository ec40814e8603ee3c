"""What the machine did while something was measured: processor time, memory, and the share that others took."""

import hashlib
import os
import re
import statistics
import time

TICKS = os.sysconf("SC_CLK_TCK")
CORES = os.cpu_count() or 1


def _fields(pid):
    with open(f"/proc/{pid}/stat") as f:
        return f.read().rsplit(")", 1)[1].split()


def family(pid):
    """A process and every process below it."""
    children = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                children.setdefault(int(_fields(name)[1]), []).append(int(name))
            except OSError:
                pass
    found, waiting = [pid], [pid]
    while waiting:
        below = children.get(waiting.pop(), [])
        found += below
        waiting += below
    return found


def cpu_seconds(pids):
    """Processor time of these processes and of their children that have ended, in seconds."""
    total = 0
    for pid in pids:
        try:
            total += sum(int(n) for n in _fields(pid)[11:15])
        except OSError:
            pass
    return total / TICKS


def memory_mb(pid):
    """RSS, PSS and private memory of a family, in MB. PSS shares out what several processes map."""
    sums = {"Rss": 0, "Pss": 0, "Private_Dirty": 0}
    for p in family(pid):
        try:
            with open(f"/proc/{p}/smaps_rollup") as f:
                text = f.read()
        except OSError:
            continue
        for name in sums:
            sums[name] += int(re.search(rf"^{name}:\s+(\d+)", text, re.M)[1])
    return {"rss": sums["Rss"] / 1024, "pss": sums["Pss"] / 1024, "private": sums["Private_Dirty"] / 1024}


def status_mb(pid, field):
    """`VmRSS` or `VmHWM` of one process in MB; 0 once it has ended."""
    try:
        with open(f"/proc/{pid}/status") as f:
            found = re.search(rf"^{field}:\s+(\d+)", f.read(), re.M)
        return int(found[1]) / 1024 if found else 0.0
    except OSError:
        return 0.0


def _whole_machine():
    with open("/proc/stat") as f:
        n = [int(x) for x in f.readline().split()[1:9]]
    # idle and waiting for the disk are free time; time stolen by other machines counts as taken.
    return sum(n), sum(n) - n[3] - n[4]


class Watch:
    """Between `with` and its end: wall time, processor time of some families, and what others took of the machine."""

    def __init__(self, *roots):
        self.roots = roots

    def _ours(self):
        pids = [p for root in self.roots for p in family(root)]
        own = os.times()
        return cpu_seconds(pids), own.user + own.system + own.children_user + own.children_system

    def __enter__(self):
        self.at = time.monotonic()
        self.machine = _whole_machine()
        self.ours = self._ours()
        return self

    def __exit__(self, *_):
        self.wall = time.monotonic() - self.at
        total, busy = (b - a for a, b in zip(self.machine, _whole_machine()))
        watched, own = (b - a for a, b in zip(self.ours, self._ours()))
        self.cpu = watched
        self.foreign = 100 * CORES * max(0.0, busy / TICKS - watched - own) / max(total / TICKS, 0.01)


def calibration():
    """SHA-256 of this machine now, MB per CPU-second: the same in a quiet and a busy hour unless the clock is lowered."""
    block, rates = bytes(1 << 20), []
    for _ in range(3):
        start = time.process_time()
        for _ in range(24):
            hashlib.sha256(block).digest()
        rates.append(24 / (time.process_time() - start))
    return statistics.median(rates)


class Noise:
    """Noise over a whole run: every sample's foreign share and every calibration."""

    def __init__(self):
        self.foreign, self.speed = [], []

    def sample(self, watch):
        self.foreign.append(watch.foreign)

    def calibrate(self):
        self.speed.append(calibration())

    def words(self):
        if not self.foreign or not self.speed:
            return "not measured"
        f, s = self.foreign, self.speed
        return (f"foreign CPU {min(f):.0f} to {max(f):.0f} % of {100 * CORES} (median {statistics.median(f):.0f}); "
                f"SHA-256 {min(s):.0f} to {max(s):.0f} MB per CPU-second; load {os.getloadavg()[0]:.1f}")
