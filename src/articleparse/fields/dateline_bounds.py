"""Where the dateline that opens a story ends: shapes of letters, the surest first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articleparse.fields.credit_lexer import Letter
from articleparse.vocabulary import load_vocabulary, normalise

_SHORT_AGENCY = 12
_LONGEST_DESK = 4
_OPENS_SENTENCE = re.compile(r"\s*[\"'“”„«»‘’¿¡(\[*]*(?:[^\W\d_a-zà-ÿ]|\d|\Z)")
"""What follows a dateline: a capital, a figure or a script without capitals."""


def dateline_end(letters: Sequence[Letter], text: str) -> int:
    """How many of `letters` are the dateline of the story `text`; 0 where there is none.

    Reads place, date and agency in any order up to the dash (or what stands for it) that closes them.
    """
    return _Reader(letters, text).end()


class _Reader:
    """Goes from letter to letter until it knows; each step says where the dateline ends, or None to go on."""

    def __init__(self, letters: Sequence[Letter], text: str) -> None:
        self.letters = letters
        self.text = text
        self.at = 0
        self.places: list[Letter] = []
        self.agency = False  # whether one has been read
        self.date = False

    def end(self) -> int:
        steps = {
            "OPEN": self._open,
            "DASH": self._dash,
            "PLACE": self._place,
            "AGENCY": self._agency,
            "DATE": self._date,
            "STOP": self._stop,
            "OTHER": self._other,
        }
        while self.at < len(self.letters):
            step = steps.get(self.letters[self.at].type, self._pass)
            found = step()
            if found is not None:
                return found
        return 0

    def _pass(self) -> int | None:
        self.at += 1
        return None

    def _open(self) -> int | None:
        count, held = _bracket(self.letters, self.at, placed=bool(self.places))
        if not count:
            return 0
        self.agency |= held != "DATE"
        self.date |= held == "DATE"
        self.at += count
        return self.at if held == "AGENCY" and _ends_bare(self.letters, self.at, self.places) else None

    def _dash(self) -> int | None:
        sure = self.agency or self.date
        end = _closed(self.letters, self.at, self.text, self.places, sure=sure)
        if end or not sure or (self.places and self.agency):
            return end
        return self._pass()

    def _place(self) -> int | None:
        self.places.append(self.letters[self.at])
        return 0 if len(self.places) > _MOST_PLACES else self._pass()

    def _agency(self) -> int | None:
        self.agency = True
        if self.date and _closes_itself(self.letters, self.at):
            return self.at + 2 + (self.letters[self.at + 1].type == "SLASH")
        return self._pass()

    def _date(self) -> int | None:
        self.date = True
        return self._pass()

    def _stop(self) -> int | None:
        return self._pass() if self.places else 0

    def _other(self) -> int | None:
        return self._pass() if self.letters[self.at].text in _SMALL else 0


_MOST_PLACES = 4
_SMALL = frozenset(("le", "den", "el", "de", "am"))
"""Words before a date."""


def _bracket(letters: Sequence[Letter], at: int, *, placed: bool) -> tuple[int, str]:
    """The length of a bracket, and what it holds: an agency, a word that may be one, a date; 0 for anything else."""
    end = next((i for i in range(at + 1, min(len(letters), at + 7)) if letters[i].type == "CLOSE"), 0)
    inside = letters[at + 1 : end]
    if not inside:
        return 0, ""
    kinds = {letter.type for letter in inside}
    if "DATE" in kinds and kinds <= {"DATE", "COMMA", "AGENCY", "STOP"}:
        return end + 1 - at, "DATE"
    if "AGENCY" in kinds and kinds <= {"AGENCY", "SLASH", "COMMA", "PLACE", "DASH", "OTHER"}:
        desks = [letter for letter in inside if letter.type == "OTHER"]  # (dpa/lno)
        return (end + 1 - at, "AGENCY") if all(len(desk.text) <= _LONGEST_DESK for desk in desks) else (0, "")
    (first, *more) = inside
    named = placed or first.text.isupper()
    if (
        not more
        and named
        and first.type in ("PLACE", "OTHER")
        and len(first.text) <= _SHORT_AGENCY
        and first.text.replace("-", "").isalpha()
    ):
        return end + 1 - at, "WORD"
    return 0, ""


def _ends_bare(letters: Sequence[Letter], at: int, places: Sequence[Letter]) -> bool:
    """Whether a dateline ends here without a dash: `İSTANBUL (DHA) Text`."""
    return bool(places) and at < len(letters) and letters[at].type not in ("DASH", "COMMA", "STOP", "OPEN")


def _closed(letters: Sequence[Letter], at: int, text: str, places: Sequence[Letter], *, sure: bool) -> int:
    """The number of letters up to the dash at `at` if it closes a dateline; else 0."""
    dash = letters[at]
    follows = letters[at + 1] if at + 1 < len(letters) else None
    if (
        follows is not None
        and follows.type == "AGENCY"
        and at + 2 < len(letters)
        and letters[at + 2].type in ("STOP", "DASH")
    ):
        return at + 3
    if not places and not (sure and _last_closes(letters, at)):
        return 0
    if not places and follows is not None and follows.type == "PLACE" and _dash_follows(letters, at + 1):
        return 0
    if not _OPENS_SENTENCE.match(text, dash.end) or any(_is_label(place.text) for place in places):
        return 0
    if dash.text in _COLONS:
        return at + 1 if _is_capital(letters[:at], places) else 0
    slashed = any(letter.type == "SLASH" for letter in letters[:at]) and len(letters[:at]) == 3
    return at + 1 if sure or slashed or dash.text.startswith(".-") or _is_loud(places[0].text) else 0


_COLONS = frozenset(":：")
_LEAST_CAPITALS = 5
"""Shorter words before a colon are rather a label: `FAQ:`, `NOTE:`."""


def _is_capital(letters: Sequence[Letter], places: Sequence[Letter]) -> bool:
    """Whether all that stands before a colon is a place in capitals, as papers of South Asia write it: `LAHORE: `."""
    text = places[0].text
    return len(letters) == 1 and len(text) >= _LEAST_CAPITALS and text.isupper() and text.count(" ") < 2


def _is_loud(place: str) -> bool:
    """Whether the words are all in capitals, or few of a script that has none."""
    return place.upper() == place and (place.lower() != place or place.count(" ") < 2)


def _last_closes(letters: Sequence[Letter], at: int) -> bool:
    return at > 0 and letters[at - 1].type in ("CLOSE", "AGENCY")


def _dash_follows(letters: Sequence[Letter], at: int) -> bool:
    """Whether place and date and one more dash come, as in `(ANSA) - ROMA, 03 MAR - `."""
    for letter in letters[at : at + 5]:
        if letter.type == "DASH":
            return True
        if letter.type not in ("PLACE", "COMMA", "DATE"):
            return False
    return False


def _closes_itself(letters: Sequence[Letter], at: int) -> bool:
    """Whether the agency behind a date ends the dateline without a dash: `3 марта. /ТАСС/. `."""
    after = [letter.type for letter in letters[at + 1 : at + 3]]
    return after == ["SLASH", "STOP"] or after[:1] == ["STOP"]


def _is_label(place: str) -> bool:
    """Whether the words are a label like BREAKING or CORRECTION."""
    cues = load_vocabulary().cues(place)
    return normalise(place) in load_vocabulary().words("correction") or any(
        cue.startswith(("kicker", "live", "related", "advertisement", "correction", "qa", "date")) for cue in cues
    )


Shape = tuple[re.Pattern[str], str]

_AGENCIES_CJK = "新华社|新華社|中新社|中新网|中央社|共同|時事|ロイター|AFP時事|[가-힣A-Z0-9]{2,8}"

SHAPES: tuple[Shape, ...] = tuple(
    (re.compile(pattern), example)
    for pattern, example in (
        (
            rf"[\[(](?P<place>[^\]()=＝]{{1,14}})[=＝](?P<agency>{_AGENCIES_CJK})[\])]\s?(?:[^=\n]{{0,20}}?기자\s?[=＝])?",
            "[서울=뉴시스] 홍길동 기자 =",
        ),
        (r"【(?P<place>[^】＝=\n]{1,12})[＝=](?P<reporter>[^】\n]{2,16})】", "【ソウル＝山田太郎】"),
        (r"【(?P<place>[^】\n]{1,10}?)(?P<agency>共同|時事|ロイター時事|ロイター|AFP時事|AFP)】", "【ワシントン時事】"),
        (r"【(?:本報|記者)?(?P<place>[^】\n]{1,8}?)(?:訊|電|讯|电)】", "【本報台北訊】"),
        (
            (
                r"（?(?P<agency>新华社|新華社|中新社|中新网|中新網|中央社)(?:[记記]者[^\d（）\s]{2,3}(?=[^\d]{2}))?(?P<place>[^\d（）\s，。]{0,8}?)"
                r"(?P<date>\d{1,2}(?:月\d{1,2})?日)[电電]）?(?:\s?[（(][^）)\n]{1,20}[）)])?"
            ),
            "新华社北京3月3日电（记者张三）",
        ),
        (r"(?P<place>[가-힣]{2,10})[=/](?P<reporter>[가-힣]{2,4}\s?(?:기자|특파원))", "광주=홍길동 기자"),
    )
)
"""Datelines of scripts without spaces, each with an example. They need no dash."""


def shaped(text: str) -> re.Match[str] | None:
    """The match of the first of `SHAPES` that `text` begins with."""
    return next((match for pattern, _ in SHAPES if (match := pattern.match(text))), None)
