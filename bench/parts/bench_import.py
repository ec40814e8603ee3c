"""Import: agenda-item pages parsed and their fields taken, no store; Redress's reader against lxml in Python."""

import json
import re
import subprocess

from . import agenda_pages, machine, table
from .servers import Failed

WANTED = 2.0


def redress_fields(dump, files):
    """The fields of each page as `redress import --json` names them, brought to the peer's names."""
    out = subprocess.run([dump, *files], capture_output=True, text=True, check=True, timeout=300).stdout
    decoder, at, found = json.JSONDecoder(), 0, {}
    while at < len(out.rstrip()):
        reading, at = decoder.raw_decode(out, at)
        at += 1
        item = reading["items"][0]
        decision, minutes = item.get("decision") or {}, item.get("minutes") or {}
        found[reading["source"]] = {
            "body": item["meeting"]["body"], "date": item["meeting"]["date"], "number": item["number"], "title": item["title"],
            "references": item["references"], "agenda_text": item["agenda_text"], "decision": decision.get("text"),
            "clauses": decision.get("clauses"), "reasons": decision.get("reasons"), "options_rejected": decision.get("options_rejected"),
            "minutes": minutes.get("text"),
            "papers": [{name: p.get(name) for name in ("title", "type", "address", "size_bytes")} for p in item["papers"]],
        }
    return found


def agree(ours, theirs):
    """Every field of every page must be the same on both sides before anything is timed."""
    if ours.keys() != theirs.keys():
        raise Failed("the two readers did not read the same pages")
    for name, fields in ours.items():
        for field, value in fields.items():
            if value != theirs[name][field]:
                raise Failed(f"{name}: the readers differ on {field}:\n  redress {str(value)[:300]}\n  lxml    {str(theirs[name][field])[:300]}")
    return sum(len(fields) for fields in ours.values())


def run(place, options, noise, targets):
    folder = place.work / "import" / "pages"
    count = 100 if options.small else 500
    size = agenda_pages.write(folder, count, 36)
    files = sorted(str(p) for p in folder.glob("*.html"))
    examples = place.target / "release" / "examples"
    peer = [place.python, place.bench / "peers" / "lxml_reader.py", folder]
    theirs = json.loads(subprocess.run([*peer, "--json"], capture_output=True, text=True, check=True).stdout)
    fields = agree(redress_fields(examples / "dump", files), theirs)
    print(f"import: {count} pages, mean {size / count / 1024:.1f} KB; {fields} field values compared, all the same on both sides")

    seconds = "2" if options.small else "4"
    commands = {"Redress": [examples / "read_html", folder, seconds], "lxml": [*peer, seconds]}
    rounds = {name: [] for name in commands}
    for n in range(options.rounds):
        noise.calibrate()
        for name in sorted(commands, reverse=n % 2 == 1):
            with machine.Watch() as watch:
                out = subprocess.run([str(c) for c in commands[name]], capture_output=True, text=True, check=True, timeout=120).stdout
            noise.sample(watch)
            rate = float(re.search(r"(\d+) pages per CPU-second", out)[1])
            rounds[name].append({"rate": rate, "foreign": watch.foreign})
    ours, peers = (table.median(rounds[name], "rate") for name in ("Redress", "lxml"))
    rows = [[name, table.median(rounds[name], "rate"), table.spread(rounds[name], "rate"), table.median(rounds[name], "rate") / peers,
             table.median(rounds[name], "foreign")] for name in commands]
    table.show("Import: reading agenda-item HTML, no store", ["reader", "pages/CPU-s", "rounds", "x lxml", "foreign %"], rows)
    targets.at_least("import: pages per CPU-second, times lxml", ours / peers, WANTED, " x")
    return rounds
