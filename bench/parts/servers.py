"""Starting a server on 127.0.0.1, waiting for its first answer, loading it with wrk, and ending it by its id."""

import json
import os
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

from . import machine


class Failed(Exception):
    """A bench cannot go on; the words say why and what to do."""


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def fetch(url, timeout=30):
    """Status and body; an error status is no exception."""
    try:
        with urllib.request.urlopen(url, timeout=timeout) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as e:
        return e.code, e.read()


class Server:
    """A server that runs between `with` and its end. `command` and `env` may hold {port}."""

    def __init__(self, name, command, probe, log, env=None, cwd=None, patience=60):
        self.name, self.probe, self.log, self.cwd, self.patience = name, probe, log, cwd, patience
        self.port = free_port()
        self.command = [str(c).replace("{port}", str(self.port)) for c in command]
        self.env = {**os.environ, **(env or {})}
        self.base = f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        start = time.monotonic()
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(self.command, env=self.env, cwd=self.cwd, stdout=log, stderr=log, start_new_session=True)
        self.pid = self.process.pid
        while True:
            try:
                status, _ = fetch(self.base + self.probe, 10)
                if status == 200:
                    break
            except OSError:
                status = "no answer"
            if self.process.poll() is not None or time.monotonic() - start > self.patience:
                words = open(self.log).read()[-1500:]
                self.__exit__()
                raise Failed(f"{self.name} gives {status} for {self.probe}; its log ends:\n{words}")
            time.sleep(0.002)
        self.start_ms = 1000 * (time.monotonic() - start)
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT if self.name.startswith("Redress") else signal.SIGTERM)
            try:
                self.process.wait(8)
            except subprocess.TimeoutExpired:
                # The session is this server's own: its workers go with it, and nothing else.
                os.killpg(self.pid, signal.SIGKILL)
                self.process.wait()

    def memory(self):
        return machine.memory_mb(self.pid)


LUA = """-- Asks the addresses of a file in random order; written by bench/run.
local addresses, n = {}, 0
for line in io.lines("%(list)s") do addresses[#addresses + 1] = line end
math.randomseed(%(seed)d)
request = function()
  n = n + 1
  local address = addresses[math.random(#addresses)]
  %(fresh)s
  return wrk.format("GET", address)
end
done = function(summary, latency)
  io.write(string.format("RESULT {\\"requests\\": %%d, \\"us\\": %%d, \\"bytes\\": %%d, \\"p50\\": %%.3f, \\"p99\\": %%.3f, \\"max\\": %%.3f, \\"bad\\": %%d}\\n",
    summary.requests, summary.duration, summary.bytes, latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
"""


def load(server, addresses, folder, noise, clients, seconds, seed=7, fresh=False):
    """Loads a server with wrk, one thread: requests per second, CPU-ms a request, latencies in ms, foreign share.

    `fresh` makes every address new by a query that the page ignores.
    """
    listed = folder / "addresses.txt"
    listed.write_text("\n".join(addresses) + "\n")
    script = folder / "load.lua"
    unlike = 'address = address .. "?n=" .. n .. "x" .. %d' % (time.time_ns() % 10**9) if fresh else ""
    script.write_text(LUA % {"list": listed, "seed": seed, "fresh": unlike})
    command = ["wrk", "-t1", f"-c{clients}", f"-d{seconds}s", "--timeout", "30s", "-s", str(script), server.base]
    with machine.Watch(server.pid) as watch:
        out = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 60)
    noise.sample(watch)
    found = re.search(r"^RESULT (.*)$", out.stdout, re.M)
    if not found:
        raise Failed(f"wrk gave no result for {server.name}: {out.stdout[-500:]}{out.stderr[-500:]}")
    r = json.loads(found[1])
    if r["bad"] > r["requests"] * 0.001:
        raise Failed(f"{server.name} answered {r['bad']} of {r['requests']} requests with an error")
    rps = r["requests"] / (r["us"] / 1e6)
    return {"rps": rps, "cpu_ms": 1000 * watch.cpu / max(r["requests"], 1), "p50": r["p50"], "p99": r["p99"], "max": r["max"],
            "bytes": r["bytes"] / max(r["requests"], 1), "foreign": watch.foreign, "requests": r["requests"]}
