"""Decision-details pages of officers of an invented council in the shape that ModernGov serves: one decision a page."""

import datetime
import html
import random

from . import words

PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8" />
<title>Decision details - {title} | {council}</title>
<link rel="canonical" href="https://democracy.eldmere.example/ieDecisionDetails.aspx?ID={id}" />
</head>
<body>
<div id="modgov"><div class="mgHeader"><h1  class="mgMainTitleTxt" >Decision details</h1></div>
<div class="mgSubTitle" >
<h2 class="mgSubTitleTxt">{title}</h2>
</div>
<div class="mgContent" >
<p><span  class="mgLabel" >Decision Maker: </span>{maker}</p>
<p><span  class="mgLabel" >Decision status: </span>Recommendations Approved</p>
<p><span  class="mgLabel" >Is Key decision?: </span>{key}</p>
<p><span  class="mgLabel" >Is subject to call in?: </span>No</p>
<h3 class="mgSubSubTitleTxt">Decision:</h3>
<div class="mgWordPara"><div class="WordSection1">
<p class="MsoNormal">{decision}</p>
</div>
</div>
<h3 class="mgSubSubTitleTxt">Reasons for the decision:</h3>
<div class="mgWordPara"><div class="WordSection1">
<p class="MsoNormal">{reasons}</p>
</div>
</div>
<h3 class="mgSubSubTitleTxt">Alternative options considered:</h3>
<div class="mgWordPara"><div class="WordSection1">
<p class="MsoNormal">{options}</p>
</div>
</div>
<p><span  class="mgLabel" >Department: </span>{service}</p>
<p><span  class="mgLabel" >Publication date: </span>{published}</p>
<p><span  class="mgLabel" >Date of decision: </span>{decided}</p>
</div>
</div>
</body>
</html>
"""

OFFICERS = [w.removeprefix("The ") for w in words.WHO if "Director" in w or "Head" in w or "Officer" in w]
SORTS = ("Grant of a licence|Award of a contract|Renewal of a lease|Traffic order|Write-off of a debt|Remedy for a complaint|Grant to a club|"
         "Charge for a service|Appointment of a consultant|Closure of a street").split("|")


def write(folder, count):
    """Writes the pages once; gives their bytes."""
    marker = folder.with_name(f"{folder.name}-of-{count}")
    if not marker.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        rng, first = random.Random(20240620), datetime.date(2024, 1, 2)
        for n in range(1, count + 1):
            decided = first + datetime.timedelta(days=n * 365 // count)
            day = lambda d: d.strftime("%d&#47;%m&#47;%Y")
            cells = {"id": n, "council": words.COUNCIL, "title": f"{rng.choice(SORTS)}: {rng.choice(words.WHAT)}, file {n}", "maker": rng.choice(OFFICERS),
                     "key": "Yes" if rng.random() < 0.02 else "No", "decision": words.paragraph(rng, 2), "reasons": words.paragraph(rng, 3),
                     "options": "None." if rng.random() < 0.5 else words.sentence(rng), "service": rng.choice(words.SUBJECTS)}
            text = {name: html.escape(str(cell), quote=False) for name, cell in cells.items()}
            page = PAGE.format(**text, published=day(decided + datetime.timedelta(days=1)), decided=day(decided))
            (folder / f"ieDecisionDetails_{n}.html").write_text(page, encoding="utf-8")
        marker.write_text("")
    return sum(f.stat().st_size for f in folder.iterdir())
