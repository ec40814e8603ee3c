"""Printing: a table of medians, and targets with what was reached."""

import statistics


def median(rounds, name):
    return statistics.median(r[name] for r in rounds)


def spread(rounds, name):
    """Lowest to highest, as `12..15`."""
    values = [r[name] for r in rounds]
    return f"{figure(min(values))}..{figure(max(values))}"


def figure(value):
    if isinstance(value, str):
        return value
    if value >= 1000:
        return f"{value:,.0f}"
    if value >= 100:
        return f"{value:.0f}"
    if value >= 10:
        return f"{value:.1f}"
    if value >= 1:
        return f"{value:.2f}"
    return f"{value:.4f}"


def show(title, heads, rows):
    cells = [heads] + [[figure(c) for c in row] for row in rows]
    widths = [max(len(row[i]) for row in cells) for i in range(len(heads))]
    print(f"\n{title}")
    for n, row in enumerate(cells):
        first, rest = row[0].ljust(widths[0]), [c.rjust(w) for c, w in zip(row[1:], widths[1:])]
        print("  " + "  ".join([first] + rest))
        if n == 0:
            print("  " + "  ".join("-" * w for w in widths))


class Targets:
    """What was to be reached and what was."""

    def __init__(self):
        self.rows = []

    def at_least(self, what, value, wanted, unit=""):
        self.rows.append((what, f"{figure(value)}{unit}", f">= {figure(wanted)}{unit}", value >= wanted))

    def below(self, what, value, wanted, unit=""):
        self.rows.append((what, f"{figure(value)}{unit}", f"< {figure(wanted)}{unit}", value < wanted))

    def show(self):
        show("Targets", ["target", "reached", "wanted", ""], [[w, r, t, "met" if ok else "MISSED"] for w, r, t, ok in self.rows])

    def all_met(self):
        return all(row[3] for row in self.rows)
