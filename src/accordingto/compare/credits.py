"""Credits: which agencies and outlets a report names as where it has something from, and where it says so.

Four places tell: the dateline over an agency's text; a foot line or byline ("Reporting by …", "Source: …"); the chain of a
statement ("… reported"); and the name of an outlet at hand anywhere in the running text ("told the agency …"). A name that only
stands in an account of other times ("as … reported in May") is no credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from accordingto.compare.accounts import Account, outlet_of, sentence_of
from accordingto.compare.footlines import FURNITURE, datelines, signed
from accordingto.compare.named import has_from, stands_alone
from accordingto.compare.outlets import CARRIER_WORDS, CARRIERS, outlet_key, same_outlet, short_for
from accordingto.model import BlockKind, Link, MentionKind, Report, SourceKind, Span, Spans, spans_of

if TYPE_CHECKING:
    from accordingto.resources.credits import CreditWords

APART = (BlockKind.RELATED, BlockKind.CAPTION)
"""Blocks in which a name is no credit for the report: links to other reports, and pictures, which are bought in."""

RANK = ("dateline", "foot", "chain", "name")
"""Where a credit stands, the most telling first."""


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency or outlet that a report names as where it has something from."""

    report: str
    name: str
    evidence: Spans
    by: str
    """``dateline``, ``foot`` (a byline or foot line), ``chain`` (of a statement) or ``name`` (elsewhere in the text)."""
    statements: tuple[str, ...] = ()
    """Ids of the statements that it stands over, for one of a chain."""
    about: str | None = None
    """The day of its publication as far as the report tells, ISO 8601."""
    medium: bool = True
    """Whether it is an agency or outlet, and not a body of which it is only known that it published a report of its own."""

    @property
    def whole(self) -> bool:
        """Whether it stands over the whole report."""
        return self.by in ("dateline", "foot")


def credits_of(account: Account, known: Sequence[str], words: CreditWords, cited: Sequence[str] = ()) -> list[Credit]:
    """Whom a report credits, each once, the most telling first.

    Args:
        account: The report.
        known: Names of the outlets at hand and of the agencies in their datelines; they are found anywhere in the text.
        words: The lexicon of credits.
        cited: Names of agencies and outlets that are not at hand but that some report has things from; they are found in bylines and
            foot lines.
    """
    own = outlet_of(account)
    found = [
        *_of_datelines(account),
        *_of_furniture(account.report, (*known, *cited), words),
        *_of_chains(account, known, words),
        *_of_names(account, known, words),
    ]
    found = _of_one_name(found, known)
    others = [credit for credit in found if not same_outlet(credit.name, own) and not short_for(credit.name, own)]
    named = {(span.end, credit.name) for credit in found for span in credit.evidence}
    named |= {(span.end, name) for name, span in _named(account.report.text, known, words)}
    return [_with_anaphors(account.report, credit, sorted(named), words) for credit in others]


def _with_anaphors(report: Report, credit: Credit, named: Sequence[tuple[int, str]], words: CreditWords) -> Credit:
    """A credit with every "the agency" that means it: that follows it, and no other name of an agency or outlet between."""
    meant = []
    for match in words.anaphors.finditer(report.text):
        before = [name for end, name in named if end <= match.start()]
        if before and not _NAMED_NEXT.match(report.text, match.end()) and same_outlet(before[-1], credit.name):
            meant.append(Span(match.start(), match.end()))
    return replace(credit, evidence=tuple(sorted({*credit.evidence, *meant})))


_NAMED_NEXT = re.compile(r"\s+(?=[^\W\d_])(?![a-z])")
"""A name right behind: "the agency Northwire" means no other."""


def _of_one_name(found: Iterable[Credit], known: Sequence[str]) -> list[Credit]:
    """Credits of one name as one, under the shortest name that is known for it."""
    kept: dict[str, Credit] = {}
    for credit in found:
        name = _plain_name(credit.name, known)
        first = next((other for other in kept if same_outlet(name, other)), None)
        if first is None:
            kept[name] = replace(credit, name=name)
        else:
            kept[first] = _joined(kept[first], credit)
    return [*kept.values()]


def _plain_name(name: str, known: Sequence[str]) -> str:
    """A credit under the shortest name that is known for it: "the agency Northwire" is Northwire."""
    return min((n for n in (*known, name) if same_outlet(n, name) or short_for(name, n)), key=lambda n: (len(n), n))


def _joined(one: Credit, other: Credit) -> Credit:
    """Two credits of one name; what the more telling one says of the place stays."""
    first, second = sorted((one, other), key=lambda credit: RANK.index(credit.by))
    return replace(
        first,
        evidence=tuple(sorted({*one.evidence, *other.evidence})),
        statements=(*one.statements, *(s for s in other.statements if s not in one.statements)),
        about=first.about or second.about,
        medium=one.medium or other.medium,
    )


def _of_datelines(account: Account) -> list[Credit]:
    report = account.report
    return [Credit(report.id, name, (span,), "dateline", (), _day_of(report)) for name, span in agencies_over(account)]


def _of_furniture(report: Report, known: Sequence[str], words: CreditWords) -> list[Credit]:
    return [
        Credit(report.id, name, (span,), "foot", (), _day_of(report)) for name, span in signed(report, known, words)
    ]


def _of_chains(account: Account, known: Sequence[str], words: CreditWords) -> Iterator[Credit]:
    report = account.report
    apart = [block.span for block in report.of_kind(*APART)]
    for statement in account.statements:
        if any(span.overlaps(statement.content[0]) for span in apart):
            continue
        for link in statement.voices:
            where = spans_of(link.source.evidence) + spans_of(link.cue)
            at_hand, media = _is_known(link, account, known), _is_medium(link, account, words)
            if not at_hand and (not media or _party(report, link, words)):
                continue
            if not _background(report, where or statement.content, words):
                about = _said(link) or _named_day(report, where, words)
                yield Credit(report.id, link.source.name or "", where, "chain", (statement.id,), about, media)


def _party(report: Report, link: Link, words: CreditWords) -> bool:
    """Whether a report calls a voice a party's media office anywhere: "the Front's media office, Sawt al-Kharan"."""
    name = re.escape(link.source.name or "")
    party = words.party.pattern
    called = rf"(?:{party})\s*[,(–—-]?\s*{name}|{name}\s*[,(–—-]\s*(?:[^\W\d_][\w’'-]*\s+){{0,5}}(?:{party})"
    return bool(name) and re.search(called, report.text, re.IGNORECASE) is not None


def _said(link: Link) -> str | None:
    said = link.said
    return said.start if said and said.start == said.end else None


def carries(link: Link) -> bool:
    """Whether a voice passes on what others said, as the report names it: an agency or an outlet."""
    source = link.source
    if not source.name:
        return False
    if source.kind in CARRIERS:
        return True
    return source.kind is SourceKind.ORGANISATION and bool(CARRIER_WORDS & set(outlet_key(source.name).split()))


def _is_known(link: Link, account: Account, known: Iterable[str]) -> bool:
    """Whether a voice is an outlet at hand: an agency, a paper, or a body that published a report of its own."""
    name = link.source.name or ""
    return bool(name) and any(same_outlet(name, other) for other in known) and not _of_another_kind(link, account)


def _is_medium(link: Link, account: Account, words: CreditWords) -> bool:
    """Whether a voice is an agency or outlet by its name, by the words beside it, or by a cue that only those have."""
    name = link.source.name or ""
    beside = CARRIER_WORDS & set(outlet_key(link.source.words or "").split())
    if not carries(link) or not _names_one(name, words) or (_of_another_kind(link, account) and not _called(link)):
        return False
    looks = name.casefold() in words.agencies or bool(beside or words.nouns & set(outlet_key(name).split()))
    cue = " ".join(span.of(account.report.text) for span in spans_of(link.cue))
    return (looks or words.reporting.search(cue) is not None) and not _modifies(name, link, account.report.text)


def _called(link: Link) -> bool:
    """Whether the words beside a name say what it is: "the agency Northwire"."""
    return (
        re.search(
            rf"\b(?:{'|'.join(sorted(CARRIER_WORDS))})\s+{re.escape(link.source.name or '')}\Z", link.source.words or ""
        )
        is not None
    )


def _modifies(name: str, link: Link, text: str) -> bool:
    """Whether a name only tells something of what is named: "an Orvenian official", "the Orvenian news agency ONA"."""
    if re.search(rf"{re.escape(name)}\s+(?:news\s+)?(?:{'|'.join(sorted(CARRIER_WORDS))})\s+[A-Z]", text):
        return True
    match = re.search(rf"{re.escape(name)}\s+([a-z]\w+)", link.source.words or "")
    return match is not None and match[1] not in CARRIER_WORDS and match[1] != "news"


_NO_CARRIERS = (MentionKind.PLACE, MentionKind.NATIONALITY, MentionKind.PERSON, MentionKind.OFFICE, MentionKind.GROUP)


def _of_another_kind(link: Link, account: Account) -> bool:
    """Whether a report names a place, a people or a person by the words that name a voice: "an Orvenian official", "Castel Brume"."""
    name = outlet_key(link.source.name or "")
    return any(mention.kind in _NO_CARRIERS and outlet_key(mention.head) == name for mention in account.mentions)


def _names_one(name: str, words: CreditWords) -> bool:
    """Whether a name tells one agency or outlet from others: "state media" and "the agency" do not."""
    return any(c.isupper() for c in name) and not set(outlet_key(name).split()) <= words.nouns | words.generic


def _of_names(account: Account, known: Sequence[str], words: CreditWords) -> Iterator[Credit]:
    """Every other place of the running text where an outlet or agency at hand is named."""
    report = account.report
    places = [block.span for block in report.blocks if block.kind not in (*APART, *FURNITURE)]
    for name, span in _named(report.text, known, words):
        inside = any(place.contains(span) for place in places)
        if inside and has_from(report, span, words) and not _background(report, (span,), words):
            by, medium = ("foot", True) if stands_alone(report.text, span) else ("name", False)
            yield Credit(report.id, name, (span,), by, (), _named_day(report, (span,), words), medium=medium)


def _named(text: str, known: Sequence[str], words: CreditWords) -> Iterator[tuple[str, Span]]:
    """Every place of a text where an outlet or agency at hand is named."""
    for match in _pattern(tuple(known), words.nouns).finditer(text.replace("’", "'")) if known else ():
        yield next(name for name in known if same_outlet(name, match[0])), Span(match.start(), match.end())


_AGENCY_WORDS = frozenset(["agence", "agency", "agencia", "agentur", "agenzia"])
"""Words of a name that may be left out: "Lumen" is Agence Lumen."""


@lru_cache(maxsize=16)
def _pattern(known: tuple[str, ...], nouns: frozenset[str]) -> re.Pattern[str]:
    """Finds names in a text: as they are written or in capitals, with or without their article; "the Post" too where one has it."""
    spelt, short = [], []
    for name in known:
        words = re.sub(r"^(?:The|the)\s+", "", name.replace("’", "'")).split()
        plain = [word for word in words if word.lower() not in _AGENCY_WORDS]
        spelt += [re.escape(plain[0])] if len(plain) == 1 < len(words) else []
        spelt += [r"\s+".join(map(re.escape, form)) for form in (words, [word.upper() for word in words])]
        short += words[1:][-1:]
    spelt += [
        rf"(?<=\b[Tt]he\s){re.escape(word)}" for word in short if word.lower() in nouns and short.count(word) == 1
    ]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(spelt)})(?![\w-])")


BEFORE, AFTER = 30, 45
"""Characters around a name within which a time is that of what it reported: "in March Northwire reported", "reported last year"."""


def _background(report: Report, where: Spans, words: CreditWords) -> bool:
    """Whether the words around a name speak of another time than that of the report."""
    near = _near(report, where, words)
    if words.background.search(near):
        return True
    published = report.published.value.local if report.published else ""
    months = rf"\bin\s+(?:({'|'.join(words.months)})(?:\s+(\d{{4}}))?|(\d{{4}}))\b"
    for match in re.finditer(months, near, re.IGNORECASE) if len(published) >= 7 else ():
        month, year = match[1], match[2] or match[3] or published[:4]
        if year != published[:4] or (month and words.months.index(month.lower()) + 1 != int(published[5:7])):
            return True
    return False


_DATES = re.compile(r"\s*(?:in|last|earlier|at|during|a|two|three|some)\b", re.IGNORECASE)
"""How a time begins that is set before a name with a comma: "In March, Northwire reported"."""


def _near(report: Report, where: Spans, words: CreditWords) -> str:
    """The words of a sentence near a name: of its clause, and after it up to the mark that ends what it is said to have reported."""
    sentence, text = sentence_of(report, where), report.text
    before = re.split(r"[;:–—]|,(?!\s*$)", text[max(sentence.start, where[0].start - BEFORE) : where[0].start])[-1]
    if before.rstrip().endswith(",") and not _DATES.match(before):
        before = ""
    after = re.split(r"[;:–—]", text[where[-1].end : min(sentence.end, where[-1].end + AFTER)])[0]
    named = text[where[0].start : where[-1].end]
    first, comma, _ = after.partition(",")
    return before + named + (first if comma and words.telling.search(named + first) else after)


def _day_of(report: Report) -> str | None:
    """The day of a report that carries an agency's text: as far as anybody knows, that of the text."""
    return report.published.value.date if report.published else None


def _named_day(report: Report, where: Spans, words: CreditWords) -> str | None:
    """The day that the sentence around a name gives with it: "Northwire reported on Tuesday"."""
    day = _day_of(report)
    if day is None or not where:
        return None
    after = report.text[where[-1].end : where[-1].end + 40].split("\n")[0]
    match = re.match(rf"[^.;]*?\b(yesterday|{'|'.join(words.weekdays)})\b", after, re.IGNORECASE)
    if match is None:
        return None
    published = date.fromisoformat(day)
    if match[1].lower() == "yesterday":
        return (published - timedelta(days=1)).isoformat()
    back = (published.weekday() - words.weekdays.index(match[1].lower())) % 7
    return (published - timedelta(days=back)).isoformat()


def agencies_over(account: Account) -> list[tuple[str, Span]]:
    """The agencies named in a report's datelines, with their spans; a place in a bracket is none."""
    places = {outlet_key(mention.head) for mention in account.mentions if mention.kind is MentionKind.PLACE}
    places |= {outlet_key(account.report.place.value)} if account.report.place else set()
    return [(name, span) for name, span in datelines(account.report) if outlet_key(name) not in places]


def names_at_hand(accounts: Iterable[Account]) -> list[str]:
    """The names of the outlets of some reports and of the agencies in their datelines, each once, in a fixed order."""
    found = {outlet_of(account): None for account in accounts}
    found |= {name: None for account in accounts for name, _ in agencies_over(account)}
    return sorted(found, key=lambda name: (-len(name), name))


def cited(accounts: Iterable[Account], words: CreditWords) -> list[str]:
    """The names of agencies and outlets that statements of some reports are given for, each once, in a fixed order."""
    found = {
        link.source.name
        for account in accounts
        for statement in account.statements
        for link in statement.voices
        if link.source.name and _is_medium(link, account, words)
    }
    return sorted(found)
