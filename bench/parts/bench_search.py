"""Search over HTTP: Redress's index against SQLite FTS5 behind Datasette, the same rows, the same queries, 8 clients."""

import json
import shutil
import subprocess
import time

from . import corpus, machine, table
from .servers import Failed, Server, fetch, load

CLIENTS = 8
RANKED = """select item.id, item.title, item.body, item.on_date, snippet(item_fts, 1, '<mark>', '</mark>', '…', 40) as passage
from item_fts join item on item.id = item_fts.rowid where item_fts match escape_fts(:q) order by rank limit 20"""


def prepare(place, options):
    """Pages, register, index and FTS5 file; kept from run to run while the tables have the same shape."""
    count = 5_000 if options.small else 100_000
    home = place.work / "search" / str(count)
    migrations = sorted((place.root / "crates" / "redress-store" / "migrations").rglob("*.sql"))
    shape = f"2 {count} " + " ".join(str(m.stat().st_size) for m in migrations)
    marker = home / "made"
    if options.fresh or not marker.exists() or marker.read_text() != shape:
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        corpus.write_pages(home / "pages", count)
        start = time.monotonic()
        subprocess.run([place.redress, "import", home / "pages", "--data", home / "data"], check=True, capture_output=True, text=True,
                       timeout=3_600)
        print(f"  {count:,} items imported, published and indexed in {time.monotonic() - start:.0f} s", flush=True)
        shutil.rmtree(home / "pages")
        made = corpus.write_fts(home / "data" / "register.db", home / "items.db")
        if made != count:
            raise Failed(f"{made} of {count} items are in the register")
        counts = subprocess.run([place.venv / "datasette", "inspect", home / "items.db"], check=True, capture_output=True, text=True).stdout
        (home / "counts.json").write_text(counts)
        marker.write_text(shape)
    if (home / "data" / "indexed").exists() and (home / "data" / "indexed").stat().st_mtime > place.redress.stat().st_mtime:
        return home, count
    with machine.Watch() as watch:
        subprocess.run([place.redress, "reindex", "--data", home / "data"], check=True, capture_output=True, text=True, timeout=900)
    (home / "data" / "indexed").touch()
    print(f"  index built anew in {watch.wall:.0f} s")
    return home, count


def redress(place, home):
    command = [place.redress, "serve", "--data", home / "data", "--listen", "127.0.0.1:{port}"]
    return Server("Redress", command, "/search?q=council", home / "redress.log")


def datasette(place, home):
    (home / "metadata.json").write_text(json.dumps({"databases": {"items": {"queries": {"ranked": {"sql": RANKED}}}}}))
    command = [place.venv / "datasette", "serve", "-i", home / "items.db", "-h", "127.0.0.1", "-p", "{port}", "-m", home / "metadata.json",
               "--inspect-file", home / "counts.json"]
    for name, value in (("suggest_facets", 0), ("sql_time_limit_ms", 10_000), ("truncate_cells_html", 240)):
        command += ["--setting", name, value]
    return Server("Datasette", command, "/items/item?_search=council&_size=20", home / "datasette.log")


ASKED = {
    "Redress": "/search?q={}",
    "Datasette, table search": "/items/item?_search={}&_size=20&_nofacet=1",
    "Datasette, ranked with passages": "/items/ranked?q={}",
}


def same_answers(ours, peer, queries):
    """Both must count the same hits, give or take what the two stemmers tell apart."""
    near = 0
    for q in queries:
        mine = json.loads(fetch(f"{ours.base}/search.json?kind=item&q={q}")[1])["total"]
        theirs = json.loads(fetch(f"{peer.base}/items/item.json?_search={q}&_size=20")[1])["filtered_table_rows_count"]
        near += abs(mine - theirs) <= max(2, 0.02 * max(mine, theirs))
    if near < 0.9 * len(queries):
        raise Failed(f"only {near} of {len(queries)} queries count the same hits on both sides")
    return near


def run(place, options, noise, targets):
    home, count = prepare(place, options)
    queries, shares = corpus.queries(home / "data" / "register.db", 2_000, count)
    starts = []
    for _ in range(5):
        with redress(place, home) as server:
            starts.append(server.start_ms)
    starts.sort()

    rounds = {name: [] for name in ASKED}
    kinds = {name: [] for name in ("common words", "rare words", "two words", "phrases")}
    with redress(place, home) as ours, datasette(place, home) as peer:
        idle, checked = ours.memory(), queries[:60]
        near = same_answers(ours, peer, checked)
        print(f"search: {count:,} items; common words stand in {100 * shares[0]:.0f} to {100 * shares[-1]:.0f} % of them; "
              f"{near} of {len(checked)} queries count the same hits on both sides")
        for n in range(options.rounds):
            noise.calibrate()
            for name in sorted(ASKED, reverse=n % 2 == 0):
                server = ours if name == "Redress" else peer
                # The slow side gets longer, so that its p99 rests on some hundreds of answers.
                seconds = options.seconds if server is ours else 2 * options.seconds
                listed = [ASKED[name].format(q) for q in queries]
                rounds[name].append(load(server, listed, home, noise, CLIENTS, seconds, seed=n))
            for at, kind in enumerate(kinds):
                listed = [ASKED["Redress"].format(q) for q in queries[at::4]]
                kinds[kind].append(load(ours, listed, home, noise, CLIENTS, max(1, options.seconds // 2), seed=n))
        memory = {"Redress": ours.memory(), "Datasette": peer.memory()}
        peer_start = peer.start_ms

    base = table.median(rounds["Datasette, table search"], "rps")
    heads = ["", "rps", "rounds", "x Datasette", "CPU-ms/req", "p50 ms", "p99 ms", "answer KB", "foreign %"]

    def row(name, samples):
        rps = table.median(samples, "rps")
        return [name, rps, table.spread(samples, "rps"), rps / base, table.median(samples, "cpu_ms"), table.median(samples, "p50"),
                table.median(samples, "p99"), table.median(samples, "bytes") / 1024, table.median(samples, "foreign")]

    table.show(f"Search: mixed queries over HTTP, {CLIENTS} clients, {count:,} items", heads, [row(n, rounds[n]) for n in ASKED])
    table.show("Search: Redress by sort of query", heads, [row(n, kinds[n]) for n in kinds])
    print(f"  memory of Redress idle: RSS {idle['rss']:.0f} MB, PSS {idle['pss']:.0f}, private {idle['private']:.0f}")
    for name, m in memory.items():
        print(f"  memory of {name} after the load: RSS {m['rss']:.0f} MB, PSS {m['pss']:.0f}, private {m['private']:.0f}")
    print(f"  from start to the first answer: Redress {starts[0]:.0f} to {starts[-1]:.0f} ms (5 starts), Datasette {peer_start:.0f} ms")
    targets.at_least("search: times Datasette's rps", table.median(rounds["Redress"], "rps") / base, 10, " x")
    targets.below("search: p99 at 8 clients", table.median(rounds["Redress"], "p99"), 50, " ms")
    targets.below("search: memory (RSS) after the load", memory["Redress"]["rss"], 400, " MB")
    targets.below("search: start to first answer", starts[2], 300, " ms")
    return rounds | {"by sort": kinds, "starts": starts, "memory": memory}
