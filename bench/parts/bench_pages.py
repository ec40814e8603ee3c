"""Pages: an item's public page, kept in memory against nginx with the same bytes, and rendered anew against Django."""

import random
import re
import shutil
import sqlite3
import subprocess

from . import agenda_pages, table
from .servers import Failed, Server, fetch, load

WANTED_OF_NGINX = 0.9
WANTED_OF_DJANGO = 30
WORKERS = 3


def register(place, options):
    """A register of item pages, and the addresses of its items."""
    count, meetings = (300, 24) if options.small else (2_000, 144)
    home = place.work / "pages" / str(count)
    data = home / "data"
    agenda_pages.write(home / "html", count, meetings)
    if options.fresh or not (home / "imported").exists():
        shutil.rmtree(data, ignore_errors=True)
        subprocess.run([place.redress, "import", home / "html", "--data", data], check=True, capture_output=True, text=True, timeout=900)
        (home / "imported").touch()
    with sqlite3.connect(f"file:{data / 'register.db'}?mode=ro", uri=True) as db:
        keys = [key for (key,) in db.execute("select key from standing where kind = 'item' and not withdrawn order by key")]
    db.close()
    addresses = ["/meetings/{}/items/{}".format(*key.split("/")) for key in keys]
    random.Random(3).shuffle(addresses)
    return home, data, addresses


def save_for_nginx(home, data, place, addresses):
    """Redress's own answers as files, so that nginx sends the same bytes."""
    www = home / "www"
    shutil.rmtree(www, ignore_errors=True)
    with Server("Redress", redress(place, data), addresses[0], home / "redress.log") as server:
        for address in addresses:
            status, body = fetch(server.base + address)
            if status != 200:
                raise Failed(f"redress answered {status} for {address}")
            file = www / address[1:]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(body)
    (www / "nothing").write_text("ready")


def redress(place, data, *more):
    # A fixed base: without it the page would name the port of the day.
    return [place.redress, "serve", "--register-only", "--data", data, "--listen", "127.0.0.1:{port}",
            "--base", "https://democracy.eldmere.example", *more]


def nginx(place, home, addresses):
    folder = home / "nginx"
    folder.mkdir(exist_ok=True)
    (folder / "www").unlink(missing_ok=True)
    (folder / "www").symlink_to(home / "www")
    server = Server("nginx", [place.nginx, "-p", folder, "-c", folder / "nginx.conf"], addresses[0], folder / "out.log")
    text = (place.bench / "peers" / "nginx.conf").read_text().replace("FOLDER", str(folder)).replace("PORT", str(server.port))
    (folder / "nginx.conf").write_text(text)
    return server


def django(place, home, data, addresses):
    command = [place.venv / "gunicorn", "-w", WORKERS, "-b", "127.0.0.1:{port}", "--no-control-socket", "django_item:application"]
    return Server("Django", command, addresses[0], home / "django.log", env={"REGISTER": str(data / "register.db")},
                  cwd=place.bench / "peers")


def words(page):
    """The words of a page's main part, for checking that two pages show the same."""
    main = re.search(rb"<main.*?</main>", page, re.S)[0].decode()
    return set(re.findall(r"\w{4,}", re.sub(r"<[^>]+>", " ", main).replace("&#x27;", "’")))


def same_content(home, data, place, addresses):
    """Django's page must show nearly every word that Redress's page shows."""
    shares = []
    with django(place, home, data, addresses) as peer:
        for address in addresses[:20]:
            ours = words((home / "www" / address[1:]).read_bytes())
            shares.append(len(ours & words(fetch(peer.base + address)[1])) / len(ours))
    if min(shares) < 0.9:
        raise Failed(f"Django's page shows only {100 * min(shares):.0f} % of the words of Redress's page")
    return min(shares)


def cached(place, home, data, addresses, options, noise):
    """Both servers, one page and all pages, 16 and 64 clients."""
    shapes = [(f"{len(addresses):,} pages, c16", addresses, 16), (f"{len(addresses):,} pages, c64", addresses, 64),
              ("one page, c16", addresses[:1], 16), ("one page, c64", addresses[:1], 64)]
    rounds = {(shape[0], name): [] for shape in shapes for name in ("Redress", "nginx")}
    memory = {}
    with Server("Redress", redress(place, data), addresses[0], home / "redress.log") as ours, nginx(place, home, addresses) as peer:
        for server in (ours, peer):
            for address in addresses:
                fetch(server.base + address)
        for n in range(options.rounds):
            noise.calibrate()
            for label, listed, clients in shapes:
                for server in sorted((ours, peer), key=lambda s: s.name, reverse=n % 2 == 1):
                    result = load(server, listed, home, noise, clients, options.seconds, seed=n)
                    rounds[label, server.name].append(result)
        memory = {server.name: server.memory() for server in (ours, peer)}
    return shapes, rounds, memory


def uncached(place, home, data, addresses, options, noise):
    """Redress without its kept pages against Django; where `--no-cache` is not known, every address is made new."""
    known = "--no-cache" in subprocess.run([place.redress, "serve", "--help"], capture_output=True, text=True).stdout
    ours = Server("Redress --no-cache" if known else "Redress, new addresses", redress(place, data, *(["--no-cache"] if known else [])),
                  addresses[0], home / "uncached.log")
    rounds, memory = {}, {}
    with ours, django(place, home, data, addresses) as peer:
        for n in range(options.rounds):
            noise.calibrate()
            for server in (ours, peer) if n % 2 == 0 else (peer, ours):
                fresh = server is ours and not known
                result = load(server, addresses, home, noise, 16, options.seconds, seed=n, fresh=fresh)
                rounds.setdefault(server.name, []).append(result)
        memory = {server.name: server.memory() for server in (ours, peer)}
    return ours.name, rounds, memory


def row(name, rounds, against):
    rps = table.median(rounds, "rps")
    return [name, rps, table.spread(rounds, "rps"), rps / against, table.median(rounds, "cpu_ms"), table.median(rounds, "p50"),
            table.median(rounds, "p99"), table.median(rounds, "foreign")]


def run(place, options, noise, targets):
    home, data, addresses = register(place, options)
    save_for_nginx(home, data, place, addresses)
    size = sum((home / "www" / a[1:]).stat().st_size for a in addresses) / len(addresses)
    share = same_content(home, data, place, addresses)
    print(f"pages: {len(addresses):,} items, page {size / 1024:.1f} KB; Django's page shows at least {100 * share:.0f} % of its words")

    shapes, rounds, memory = cached(place, home, data, addresses, options, noise)
    heads = ["", "rps", "rounds", "x peer", "CPU-ms/req", "p50 ms", "p99 ms", "foreign %"]
    rows = []
    for label, _, _ in shapes:
        peer = table.median(rounds[label, "nginx"], "rps")
        rows += [row(f"{label}: {name}", rounds[label, name], peer) for name in ("Redress", "nginx")]
    table.show("Pages: kept page against nginx with the same bytes as files", heads, rows)
    for name, m in memory.items():
        print(f"  memory of {name} after it: RSS {m['rss']:.0f} MB, PSS {m['pss']:.0f}, private {m['private']:.0f}")
    for label, _, _ in shapes:
        ratio = table.median(rounds[label, "Redress"], "rps") / table.median(rounds[label, "nginx"], "rps")
        targets.at_least(f"pages: kept, {label}, times nginx's rps", ratio, WANTED_OF_NGINX, " x")

    name, again, memory = uncached(place, home, data, addresses, options, noise)
    peer = table.median(again["Django"], "rps")
    table.show(f"Pages: rendered anew for each request, c16, against Django ({WORKERS} gunicorn workers)", heads,
               [row(name, again[name], peer), row("Django", again["Django"], peer)])
    for server, m in memory.items():
        print(f"  memory of {server} after it: RSS {m['rss']:.0f} MB, PSS {m['pss']:.0f}, private {m['private']:.0f}")
    cost = table.median(again["Django"], "cpu_ms") / table.median(again[name], "cpu_ms")
    print(f"  CPU-ms per request: Django needs {cost:.1f} times as much")
    targets.at_least("pages: rendered anew, times Django's rps", table.median(again[name], "rps") / peer, WANTED_OF_DJANGO, " x")
    return {f"{label} {name}": r for (label, name), r in rounds.items()} | {"uncached": again}
