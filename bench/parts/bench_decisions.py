"""Decisions: 13,000 decisions of officers in one register; the list, each filter and the table of commas, on SQLite and PostgreSQL."""

import contextlib
import csv
import io
import json
import os
import pwd
import shutil
import subprocess
import time
from pathlib import Path

from . import decision_pages, table
from .servers import Failed, Server, fetch, free_port

WANTED_SECONDS = 1
ASKED = [
    ("list", "/decisions"),
    ("last page", "/decisions?page={last}"),
    ("by maker", "/decisions?maker=delegate"),
    ("by key", "/decisions?key=yes"),
    ("by service", "/decisions?service=Parking+permits"),
    ("by period", "/decisions?from=2024-06-01&to=2024-06-30"),
    ("by words", "/decisions?title=lease"),
    ("all at once", "/decisions?title=lease&maker=delegate&key=no&year=2024&service=Parking+permits"),
    ("one decision", "/decisions/6000"),
    ("CSV", "/decisions.csv"),
    ("CSV, narrowed", "/decisions.csv?title=lease&maker=delegate"),
]


@contextlib.contextmanager
def postgres(work):
    """A PostgreSQL of its own on a free port; gives the address of its database, none where no server is installed."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    if not programs:
        yield None
        return
    programs = programs[-1].parent
    data, port = Path("/tmp") / f"redress-bench-postgres-{os.getpid()}", free_port()
    own = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    data.mkdir()
    if own:
        os.chown(data, pwd.getpwnam("postgres").pw_uid, pwd.getpwnam("postgres").pw_gid)
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/"}
    try:
        subprocess.run([*own, programs / "initdb", "-D", data / "db", "-U", "redress", "-A", "trust", "-E", "UTF8"], **quiet)
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={data}"
        subprocess.run([*own, programs / "pg_ctl", "-D", data / "db", "-o", options, "-l", data / "log", "-w", "start"], **quiet)
        subprocess.run([programs / "createdb", "-h", "127.0.0.1", "-p", str(port), "-U", "redress", "redress"], **quiet)
        try:
            yield f"postgres://redress@127.0.0.1:{port}/redress"
        finally:
            subprocess.run([*own, programs / "pg_ctl", "-D", data / "db", "-m", "immediate", "stop"], **{**quiet, "check": False})
    finally:
        shutil.rmtree(data, ignore_errors=True)


def measure(place, options, noise, database, count, pages):
    """Imports the pages into a fresh council and asks each address; seconds by the clock on the wall."""
    data = place.work / "decisions" / ("postgres" if database else "sqlite")
    shutil.rmtree(data, ignore_errors=True)
    where = ["--data", data] + (["--database", database] if database else [])
    start = time.monotonic()
    for command in (["init", "Eldmere Borough Council"], ["import", pages]):
        done = subprocess.run([place.redress, *command, *where], capture_output=True, text=True)
        if done.returncode != 0:
            raise Failed(f"redress {command[0]} ended with {done.returncode}: {done.stderr[-800:]}")
    imported = time.monotonic() - start
    command = [place.redress, "serve", "--register-only", "--no-cache", "--listen", "127.0.0.1:{port}", *where]
    rounds = []
    with Server("Redress", command, "/decisions.json", place.work / "decisions" / "serve.log", patience=300) as server:
        total = json.loads(fetch(server.base + "/decisions.json")[1])["total"]
        if total != count:
            raise Failed(f"{total} of {count} decisions are in the register")
        rows = list(csv.DictReader(io.StringIO(fetch(server.base + "/decisions.csv", 120)[1].decode())))
        if len(rows) != count or not all(row["reasons"] for row in rows):
            raise Failed(f"the CSV has {len(rows)} of {count} decisions, or one without its reasons")
        for _ in range(max(options.rounds, 3)):
            noise.calibrate()
            result = {}
            for name, address in ASKED:
                start = time.monotonic()
                status, body = fetch(server.base + address.replace("{last}", str(-(-count // 50))), 120)
                result[name] = time.monotonic() - start
                if status != 200 or not body:
                    raise Failed(f"{address} gives {status}")
            rounds.append(result)
    shutil.rmtree(data, ignore_errors=True)
    return imported, rounds


def run(place, options, noise, targets):
    count = 1_000 if options.small else 13_000
    pages = place.work / "decisions" / "pages"
    size = decision_pages.write(pages, count)
    with postgres(place.work) as address:
        sides = [("SQLite", None)] + ([("PostgreSQL", address)] if address else [])
        found = {name: measure(place, options, noise, database, count, pages) for name, database in sides}
    table.show(f"Decisions: {count:,} of officers ({size / 1e6:.0f} MB of pages), seconds of one answer, nothing cached",
               ["", *found], [[name, *(table.median(rounds, name) for _, rounds in found.values())] for name, _ in ASKED]
               + [["import, once", *(imported for imported, _ in found.values())]])
    for side, (_, rounds) in found.items():
        slowest = max(table.median(rounds, name) for name, _ in ASKED)
        targets.below(f"decisions: the slowest list, filter or CSV of {count:,}, {side}", slowest, WANTED_SECONDS, " s")
    if "PostgreSQL" not in found:
        print("  PostgreSQL is not installed here, so it was not measured")
    return {side: {"import": imported, "rounds": rounds} for side, (imported, rounds) in found.items()}
