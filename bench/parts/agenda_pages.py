"""Agenda-item pages of an invented council in the shape that ModernGov serves: frame, title, meeting, parts, papers."""

import datetime
import html
import random
import textwrap

from . import words

NAVIGATION = "".join(
    f'<li class="nav-item nav-level-{n % 3}"><a class="nav-link" href="/service/{n}" title="Service&#32;{n}"><span class="nav-text">'
    f"Service {n} of the council</span></a></li>\n" for n in range(40))

FRAME = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8" />
<title>Agenda item - {title} | {council}</title>
<link rel="canonical" href="https://democracy.eldmere.example/mgAi.aspx?ID={id}" />
<link rel="stylesheet" href="siteSpecific/eldmere.css" />
<script type="text/javascript">var mgItem = {{ id: {id}, media: "none" }};</script>
</head>
<body class="council-skin">
<a class="skip" href="#modgov">Skip to content</a>
<header><p><a href="https://www.eldmere.example/">{council}</a></p>
<nav><ul>
{navigation}</ul></nav></header>
<div id="modgov"><div class="mgHeader"><h1  class="mgMainTitleTxt" >Agenda item</h1></div>
<div class="mgSubTitle" >
<h2 class="mgSubTitleTxt">{title}</h2>
</div>
<div class="mgLinks" >
<ul  class="mgActionList" >
<li>Meeting of <a  href="ieListDocuments.aspx?CId={body_id}&amp;MId={meeting_id}&amp;Ver=4" >{body}, {day} {time} (Item {number}.)</a></li>
<li><a  href="ieIssueDetails.aspx?IId={issue}&amp;PlanId=0&amp;Opt=3"  title="View&#32;the&#32;background&#32;to&#32;item&#32;{number}.">View the background to item {number}.</a></li>
</ul>
</div>
<div class="mgContent" >
{content}</div>
<div class="mgFooter" >
<p>&nbsp;</p>
</div>
</div>
<footer><p>Town Hall, Eldmere</p></footer>
</body></html>
"""

BLANK = '<p class="MsoNormal" style="text-align:justify"><span style="font-size:11.0pt;font-family:&quot;Arial&quot;,sans-serif">&nbsp;</span></p>\n'
NUMBER = ('<span style=""><span style="">{label}<span\nstyle="font:7.0pt &quot;Times New\nRoman&quot;">&nbsp;&nbsp;&nbsp;&nbsp;</span></span></span> ')


def plain(text):
    inner = "\n".join(textwrap.wrap(html.escape(text, quote=False), 66))
    return ('<p class="MsoNormal" style="text-align:justify"><span style="font-size:11.0pt;font-family:&quot;Arial&quot;,sans-serif;\n'
            f'color:black">{inner}</span></p>\n')


def clause(label, text, depth):
    inner = "\n".join(textwrap.wrap(html.escape(text, quote=False), 66))
    return (f'<p class="MsoNormal" style="margin-left:{54 + 18 * depth}.0pt;\ntext-indent:-18.0pt">' + NUMBER.format(label=label) + inner + "</p>\n")


def bold(text):
    return f'<p class="MsoNormal"><b style=""><span style="font-family:&quot;Arial&quot;,sans-serif">{text}</span></b></p>\n'


def part(label, paragraphs):
    head = f'<p class="mgSubItemTitleTxt">{label}</p>\n' if label else ""
    return head + '<div class="mgWordPara"><div class="WordSection1">\n' + BLANK.join(paragraphs) + "</div>\n</div>\n"


def resolution(rng):
    """`RESOLVED:` and its clauses, some with clauses of their own."""
    out = [bold("RESOLVED:")]
    for n in range(1, rng.randint(2, 5)):
        text = "That " + rng.choice(words.CLAUSES).format(n=rng.randint(2, 90))
        if rng.random() < 0.3:
            out.append(clause(f"({n})", text + ", provided that:", 0))
            out += [clause(f"({letter})", words.sentence(rng), 1) for letter in "ab"]
        else:
            out.append(clause(f"({n})", text + ".", 0))
    return out


def papers(rng, first, count):
    lines = []
    for n in range(count):
        title = f"{rng.choice(('Report', 'Appendix A', 'Impact assessment', 'Action plan', 'Letter'))} - {rng.choice(words.SUBJECTS)} {first + n}"
        size = f"{rng.randint(20, 990)} KB" if rng.random() < 0.8 else f"{rng.randint(1, 9)}.{rng.randint(1, 9)} MB"
        lines.append(f'<li><a  href="documents/s{first + n}/{title}.pdf"   title="Link&#32;to&#32;file">{title}\n<span  class="mgFileSize" >'
                     f'<img height="12" src="mgimages/logo-pdf-1.gif" width="12" alt="pdf icon" /> PDF {size}</span> </a>  </li>\n')
    return '<p class="mgSubItemTitleTxt">Supporting documents:</p>\n<ul  class="mgBulletList" >\n' + "".join(lines) + "</ul>\n"


def page(n, meetings, seed=1):
    """The page of item `n`, as text. The items are dealt out to the meetings in order."""
    rng = random.Random(seed * 1_000_003 + n)
    per_meeting = 14
    meeting = (n // per_meeting) % meetings
    number = n % per_meeting + 1
    body = meeting % len(words.BODIES)
    # Each body meets on its own weekdays; no two of its meetings share a day.
    day = datetime.date(2012, 1, 2) + datetime.timedelta(days=(meeting // len(words.BODIES)) * 28 + body)
    reference = f" ({rng.randint(19, 25)} 9{rng.randint(0, 99):02} {rng.randint(0, 999):03})" if rng.random() < 0.15 else ""
    title = f"{rng.choice(words.SUBJECTS)}: {rng.choice(words.FORMS)} {day.year}" + (f", report of the Ombudsman{reference}" if reference else "")
    decided = resolution(rng)
    minutes = [plain(words.paragraph(rng, rng.randint(2, 5))) for _ in range(rng.choice((3, 6, 9, 14, 20)))]
    content = part("", [plain("To consider the report. " + words.paragraph(rng, rng.randint(1, 3)))])
    content += part("Decision:", decided + [
        bold("Reasons for the decision:"), plain(words.paragraph(rng, 2)),
        bold("Other options considered and rejected:"), plain("To do nothing. " + words.paragraph(rng, 1))])
    content += part("Minutes:", minutes + [plain("On being put to the vote, the motion was carried.")])
    content += papers(rng, 60_000 + 4 * n, rng.randint(1, 4))
    return FRAME.format(title=title, council=words.COUNCIL, id=100_000 + n, navigation=NAVIGATION, body_id=100 + body, meeting_id=5_000 + meeting,
                        body=words.BODIES[body], day=words.long_day(day), time="7.00 pm", number=number, issue=40_000 + n, content=content)


def write(folder, count, meetings):
    """Writes pages into a folder, unless it has them; gives their size in bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    marker = folder.parent / (folder.name + ".made")
    wanted = f"2 {count} {meetings}"
    if not marker.exists() or marker.read_text() != wanted:
        for old in folder.glob("*.html"):
            old.unlink()
        for n in range(count):
            (folder / f"mgAi_{100_000 + n}.html").write_text(page(n, meetings), encoding="utf-8")
        marker.write_text(wanted)
    return sum(p.stat().st_size for p in folder.glob("*.html"))
