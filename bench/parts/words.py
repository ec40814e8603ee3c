"""Invented words: sentences of committee English for pages, and a skewed vocabulary for the search corpus."""

import itertools
import random

WHO = ("The Director of Housing|The Head of Transport|The Monitoring Officer|The Chair|A member of the panel|The Cabinet Member for Finance|"
       "The Principal Auditor|The lead officer|The Assistant Director|The Vice-Chair|The Service Manager for Repairs|The ward councillor|"
       "The clerk|The scrutiny lead|The Director of Children’s Services|The Head of Parks").split("|")
DID = ("explained that|reported that|asked whether|reminded members that|confirmed that|was concerned that|said in reply that|noted that|"
       "drew attention to the fact that|was pleased that|doubted whether|set out how").split("|")
WHAT = ("the backlog of repairs|the new bus contract|the survey of the bridges|the waiting list for adaptations|the review of charges|"
        "the library at Ashwick|the drainage works in Low Street|the school travel policy|the training of case officers|the leisure contract|"
        "the reserve for winter damage|the register of trees|the allotment rents|the complaints procedure|the market square scheme|"
        "the flood wall at Eldmere|the recycling round|the audit of grants|the youth centre lease|the cycle lane on Mill Road").split("|")
THEN = ("had been cleared by the end of June|would be put before the panel again in the autumn|had cost less than was feared|"
        "could not be finished before the thaw|was now in the hands of one named officer|would be told to every ward by letter|"
        "had fallen by a third since the last report|needed a second opinion from the surveyor|was to be paid for out of reserves|"
        "would be read against the figures of the year before|had been delayed by a shortage of drivers|met the standard that was set in 2019|"
        "was likely to last for another two winters|had been agreed with the parish|should be looked at by internal audit first").split("|")
TAIL = ("||, although the figures were not yet audited|, which was welcomed|, and a note would be sent to all members|"
        ", and two members asked for that to be minuted| if the weather allowed|, as it had been since the reorganisation").split("|")
CLAUSES = ("the report be noted|the scheme be approved as set out in section 4|£{n},000 be moved from reserves for the work|"
           "officers write to every household in the streets listed|a further report be brought in six months|"
           "the Director be authorised to let the contract|the charges in Appendix A apply from 1 April|"
           "the remedy of £{n} be paid within four weeks|the policy be changed as the Ombudsman recommends|"
           "the panel visit the site before the next meeting").split("|")
SUBJECTS = ("Housing repairs|School travel|Flood defences|Street lighting|Library hours|Adult care charges|Parking permits|Tree register|"
            "Leisure contract|Winter gritting|Grants to groups|Market square|Cycle lanes|Allotment rents|Complaints procedure|Planning fees").split("|")
FORMS = ("annual report|quarterly review|proposed contract|response to consultation|progress of works|change of policy|risk register|"
         "petition received|outcome of audit|programme for next year").split("|")
BODIES = ("Cabinet|Council|Audit and Standards Committee|Homes and Streets Panel|Children and Learning Panel|Care and Health Panel|"
          "Planning Committee|Licensing Committee|Resources Panel|Eastern Area Board|Western Area Board|Climate Board").split("|")
COUNCIL = "Eldmere Borough Council"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January|February|March|April|May|June|July|August|September|October|November|December").split("|")


def sentence(rng):
    return f"{rng.choice(WHO)} {rng.choice(DID)} {rng.choice(WHAT)} {rng.choice(THEN)}{rng.choice(TAIL)}."


def paragraph(rng, sentences):
    return " ".join(sentence(rng) for _ in range(sentences))


def long_day(day):
    n = day.day
    ending = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{DAYS[day.weekday()]}, {n}{ending} {MONTHS[day.month - 1]}, {day.year}"


SMALL = "the of and to in a that was for on by with at be as from it had would not which".split()
SYLLABLES = [c + v for c in "b br c cl d dr f fl g gr h k l m n p pl r s st t tr v w".split() for v in "a e i o u ai ea ou".split()]
ENDINGS = "n r l t st nd rk m ss ld".split()
# Words that are searched for and highlighted must look like words of a council, so these come first, the most frequent first.
KNOWN = ("council planning housing report members budget service committee resident officer review scheme policy care school road "
         "contract finance audit community health transport repair complaint consultation parish licence library bridge charge").split()


class Vocabulary:
    """20,000 words whose frequency falls as a power of their rank: the first stand in half of the documents and more."""

    def __init__(self, size=20_000, seed=42, power=1.0):
        rng = random.Random(seed)
        words, seen = list(KNOWN), set(KNOWN) | set(SMALL)
        while len(words) < size:
            word = "".join(rng.choice(SYLLABLES) for _ in range(rng.choice((1, 2, 2, 3)))) + rng.choice(ENDINGS)
            if word not in seen and len(word) > 3:
                seen.add(word)
                words.append(word)
        self.words = words
        # The offset flattens the head: the first thirty words are all common, none stands in every sentence.
        self.weights = list(itertools.accumulate(1 / (rank + 12) ** power for rank in range(1, size + 1)))

    def text(self, rng, length):
        """About `length` characters of sentences: two words of the vocabulary, then a small one, and so on."""
        count = length // 6
        strong = rng.choices(self.words, cum_weights=self.weights, k=count)
        small = rng.choices(SMALL, k=count)
        out, used, at = [], 0, 0
        while used < length:
            run = []
            for _ in range(rng.randint(4, 7)):
                if rng.random() < 0.6:
                    run += (strong[at], strong[at + 1], small[at])
                    at += 2
                else:
                    run += (small[at + 1], strong[at])
                    at += 1
                if at + 2 >= count:
                    at = 0
            line = " ".join(run)
            line = line[0].upper() + line[1:] + "."
            out.append(line)
            used += len(line) + 1
        return out
