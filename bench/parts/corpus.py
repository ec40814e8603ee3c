"""The search corpus: items of about 2,000 characters on meeting pages, the same rows for SQLite FTS5, and the queries."""

import datetime
import json
import random
import re
import sqlite3
from urllib.parse import quote_plus

from . import words

PER_PAGE = 100

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8" /><title>Minutes of {body} | {council}</title></head>
<body><div id="modgov"><div class="mgHeader"><h1  class="mgMainTitleTxt" >Agenda and minutes</h1></div>
<div class="mgSubTitle" ><h2 class="mgSubTitleTxt">{body} - {day} 7.00 pm</h2></div>
<div class="mgContent" ><p><span class="mgLabel" >Venue: </span>Town Hall, Eldmere</p>
<h3 class="mgSectionTitle">Items</h3>
<table  class="mgItemTable" id="mgItemTable" summary="Table of agenda items"><tbody>
{rows}</tbody></table></div></div></body></html>
"""

ROW = """<tr><td  class="mgItemNumberCell" ><p>{n}.</p></td>
<td><p class="mgAiTitleTxt" ><a  class="mgAiTitleLnk" name="AI{id}" href="mgAi.aspx?ID={id}">{title}</a></p>
<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara">{text}</div></td></tr>
"""


def page(number, vocabulary):
    """One meeting's page with a hundred items."""
    rng = random.Random(9_000_000 + number)
    body = words.BODIES[number % len(words.BODIES)]
    day = datetime.date(2010, 1, 4) + datetime.timedelta(days=(number // len(words.BODIES)) * 7 + number % 5)
    rows = []
    for n in range(1, PER_PAGE + 1):
        said = vocabulary.text(rng, 1_950)
        cut = len(said) // 3
        parts = (said[:cut], said[cut:2 * cut], said[2 * cut:])
        title = " ".join(rng.choices(vocabulary.words, cum_weights=vocabulary.weights, k=4)).capitalize()
        text = "".join("<p>" + " ".join(part) + "</p>" for part in parts)
        rows.append(ROW.format(n=n, id=number * PER_PAGE + n, title=title, text=text))
    return PAGE.format(body=body, council=words.COUNCIL, day=words.long_day(day), rows="".join(rows))


def write_pages(folder, count):
    folder.mkdir(parents=True)
    vocabulary = words.Vocabulary()
    for number in range(count // PER_PAGE):
        (folder / f"ieListDocuments_{number:05}.html").write_text(page(number, vocabulary), encoding="utf-8")


def items(register):
    """Key, title, body, day and the words of every item that stands, as Redress's index takes them."""
    with sqlite3.connect(f"file:{register}?mode=ro", uri=True) as db:
        asked = "select p.body from standing s join publication p on p.seq = s.seq where s.kind = 'item' and not s.withdrawn order by s.key"
        for (record,) in db.execute(asked):
            item = json.loads(record)
            yield item["key"], item["title"], item["body"], item["date"], item["minutes"]["text"] + "\n\n" + item["body"]


def write_fts(register, file):
    """The same rows in SQLite with FTS5 and the porter stemmer, as one would make them for Datasette. Gives how many."""
    file.unlink(missing_ok=True)
    db = sqlite3.connect(file)
    db.execute("create table item (id integer primary key, key text, title text, body text, on_date text, text text)")
    db.executemany("insert into item (key, title, body, on_date, text) values (?, ?, ?, ?, ?)", items(register))
    db.execute('create virtual table item_fts using fts5(title, text, content="item", content_rowid="id", tokenize="porter unicode61")')
    db.execute("insert into item_fts(item_fts) values ('rebuild')")
    db.execute("insert into item_fts(item_fts) values ('optimize')")
    count = db.execute("select count(*) from item").fetchone()[0]
    db.commit()
    db.execute("vacuum")
    db.close()
    return count


def queries(register, count, total):
    """A mix of queries, a quarter each: common words, rare words, two words, phrases that stand in some document.

    Also gives the share of documents in which the common words stand.
    """
    rng = random.Random(77)
    frequency, sample, sampled = {}, [], 0
    step = max(1, total // 4_000)
    for n, (_, _, _, _, text) in enumerate(items(register)):
        if n % step:
            continue
        sampled += 1
        for word in set(re.findall(r"\w+", text.lower())):
            frequency[word] = frequency.get(word, 0) + 1
        sample.append(text)
    of = {w: f / sampled for w, f in frequency.items() if w not in words.SMALL}
    common = [w for w in words.KNOWN if of.get(w, 0) >= 0.35]
    middling = [w for w, f in of.items() if 0.01 <= f < 0.1]
    rare = [w for w, f in of.items() if f <= 2 / sampled]
    out = []
    for n in range(count):
        kind = n % 4
        if kind == 0:
            out.append(rng.choice(common))
        elif kind == 1:
            out.append(rng.choice(rare))
        elif kind == 2:
            out.append(f"{rng.choice(common)} {rng.choice(rng.choice((common, middling, rare)))}")
        else:
            run = re.findall(r"\w+", rng.choice(re.split(r"[.\n]+", rng.choice(sample).strip())) or "council")
            at = rng.randrange(max(1, len(run) - 2))
            out.append('"' + " ".join(run[at:at + rng.choice((2, 3))]) + '"')
    shares = sorted(of[w] for w in common)
    return [quote_plus(q) for q in out], shares
