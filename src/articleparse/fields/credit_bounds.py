"""Where the credit of a caption begins and ends: a table of rules, the surest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from articleparse.fields.credit_lexer import Letter
from articleparse.vocabulary import load_vocabulary

Range = tuple[int, int]
"""The index of the first letter of a credit, and the one behind its last."""

_CREDIT = frozenset(
    (
        "NAME",
        "AGENCY",
        "SLASH",
        "PIPE",
        "COMMA",
        "AND",
        "DASH",
        "COPYRIGHT",
        "LABEL",
        "COLON",
        "OPEN",
        "CLOSE",
        "SUFFIX",
    )
)
_HOLDER = frozenset(("NAME", "AGENCY", "SLASH", "COMMA", "AND", "SUFFIX"))
_TELLING = frozenset(("AGENCY", "LABEL", "COPYRIGHT", "SUFFIX"))
_PAUSES = frozenset(("OPEN", "PIPE", "DASH", "STOP", "COPYRIGHT"))
"""Where a label may begin small."""

_MOST_OTHERS = 6
_MOST_LETTERS = 24
_LONGEST = 160


def credit_range(letters: Sequence[Letter]) -> Range | None:
    """The letters of the credit in a caption, marks around it included; None where there is none."""
    letters = _without_note(letters)
    if not letters:
        return None
    for rule in RULES:
        found = rule(letters)
        if found is not None:
            return _trimmed(letters, *found)
    return None


def _without_note(letters: Sequence[Letter]) -> Sequence[Letter]:
    """The letters without a remark in brackets at the end: `(symbol picture)`."""
    start = _bracket_at_end(letters)
    if start is not None and start + 3 >= len(letters):
        inside = " ".join(letter.text for letter in letters[start + 1 : -1])
        if "caption.note" in load_vocabulary().cues(inside):
            return letters[:start]
    return letters


def _trimmed(letters: Sequence[Letter], start: int, end: int) -> Range | None:
    """The range without full stops and commas at its ends, and with the dash, bar, slash or comma before it."""
    while end > start and letters[end - 1].type in ("STOP", "COMMA"):
        end -= 1
    while start < end and letters[start].type in ("STOP", "COMMA"):
        start += 1
    if start and letters[start - 1].type in ("DASH", "PIPE", "SLASH", "COMMA"):
        start -= 1
    if (
        end < len(letters)
        and letters[end - 1].type == "SUFFIX"
        and letters[end].text == "."
        and letters[end - 1].text.islower()
    ):
        end += 1  # the dot of an abbreviation: `nuotr.`
    return (start, end) if any(letter.type in ("NAME", "AGENCY", "OTHER") for letter in letters[start:end]) else None


def _whole(letters: Sequence[Letter]) -> Range | None:
    """The credit of `picture alliance/dpa | Jane Doe`, `Jane Doe / AP`."""
    kinds = [letter.type for letter in letters]
    if len(kinds) > 2 and kinds[1::2] == ["SLASH"] * (len(kinds) // 2) and kinds[-1] == "AGENCY":  # jane84/iStock/AP
        return 0, len(letters)
    if not set(kinds) <= _CREDIT or len(kinds) > _MOST_LETTERS:
        return None
    opens = kinds[0] in _TELLING or (kinds[:2] == ["NAME", "SLASH"] and _TELLING & set(kinds))
    return (0, len(letters)) if opens else None


def _labelled(letters: Sequence[Letter]) -> Range | None:
    """The credit of `A man reads. Photo: Jane Doe`, `(Photo: Jane Doe)`, `© Example Photo: Jane Doe`."""
    for index, letter in enumerate(letters):
        before = letters[index - 1].type if index else ""
        paused = before in _PAUSES or (
            before == "COMMA" and index + 1 < len(letters) and letters[index + 1].type == "COLON"
        )
        if letter.type in ("LABEL", "COPYRIGHT") and (paused or not letter.text[0].islower()):
            start = index - (index > 0 and letters[index - 1].type == "OPEN")
            end = _closing(letters, start) if start < index else len(letters)
            if _is_short(letters[index:end]) and end > index + 1:
                return start, end
    return None


def _bracketed(letters: Sequence[Letter]) -> Range | None:
    """The credit of `A man reads. (Jane Doe/AP)`, also at the start, and of `A man reads. Jane Doe (AP)`."""
    start = _bracket_at_end(letters)
    if start is not None and _is_holder(letters[start + 1 :]):
        if start > 1 and (letters[start - 2].type, letters[start - 1].type) == ("STOP", "NAME"):
            return start - 1, len(letters)
        telling = any(letter.type in _TELLING or letter.type == "SLASH" for letter in letters[start:])
        if telling or not start or letters[start - 1].type == "STOP":
            return start, len(letters)
    if letters and letters[0].type == "OPEN":
        end = _closing(letters, 0)
        if any(letter.type in _TELLING for letter in letters[:end]) and _is_holder(letters[1:end]):
            return 0, end
    return None


def _suffixed(letters: Sequence[Letter]) -> Range | None:
    """The credit of `…＝山田太郎撮影`, `홍길동 제공`."""
    end = len(letters)
    while end and letters[end - 1].type in ("STOP", "CLOSE"):
        end -= 1
    if end < 2 or letters[end - 1].type != "SUFFIX":
        return None
    start = end - 1
    while start and letters[start - 1].type in ("NAME", "AGENCY", "SLASH", "OTHER") and end - start < 4:
        start -= 1
        if letters[start].type in ("NAME", "AGENCY") and (not start or letters[start - 1].type != "SLASH"):
            break
    if start and letters[start - 1].type in ("COLON", "OPEN"):
        start -= 1
    return (start, len(letters)) if start < end - 1 else None


def _behind_equals(letters: Sequence[Letter]) -> Range | None:
    """The credit of `서울역 앞. =연합뉴스`."""
    if len(letters) > 2 and letters[-2].text in "=＝" and letters[-1].type in ("NAME", "AGENCY"):
        return len(letters) - 2, len(letters)
    return None


def _behind_bar(letters: Sequence[Letter]) -> Range | None:
    """The credit of `A man reads | Jane Doe`."""
    start = _last(letters, "PIPE")
    tail = letters[start + 1 :] if start is not None else ()
    return (start, len(letters)) if start is not None and tail and _is_holder(tail) else None


def _behind_dash(letters: Sequence[Letter]) -> Range | None:
    """The credit of `A man reads - Jane Doe/AP`."""
    start = _last(letters, "DASH")
    tail = letters[start + 1 :] if start is not None else ()
    if start is not None and _is_holder(tail) and any(letter.type in ("AGENCY", "SLASH") for letter in tail):
        return start, len(letters)
    return None


def _behind_sentence(letters: Sequence[Letter]) -> Range | None:
    """The credit of `A man reads. Jane Doe`, `A man reads.IMAGO/Jane Doe`."""
    end = len(letters)
    start = _last(letters, "STOP")
    if start is None or start + 1 == end:
        return None
    tail = letters[start + 1 :]
    named = tail[0].type == "AGENCY" or any(letter.type == "SLASH" for letter in tail) or " " in tail[0].text
    return (start + 1, end) if named and _is_holder(tail) and start > 1 else None


def _behind_slash(letters: Sequence[Letter]) -> Range | None:
    """The credit of `A man reads Jane Doe/AP`, `FOTO / AFP`, `In the north of Rome EFE/ Jane Doe`."""
    start = len(letters)
    while start and letters[start - 1].type in ("NAME", "AGENCY", "SLASH", "SUFFIX"):
        start -= 1
    if [letter.type for letter in letters[start : start + 3]] == ["NAME", "AGENCY", "SLASH"]:
        start += 1
    tail = letters[start:]
    if len(tail) > 2 and tail[1].type == "SLASH" and any(letter.type in _TELLING for letter in tail):
        return start, len(letters)
    return None


Rule = Callable[[Sequence[Letter]], Range | None]

RULES: tuple[Rule, ...] = (
    _whole,
    _labelled,
    _bracketed,
    _suffixed,
    _behind_equals,
    _behind_bar,
    _behind_dash,
    _behind_sentence,
    _behind_slash,
)
"""Each looks at all letters and returns a range or None; the first that finds one wins."""


def _is_short(letters: Sequence[Letter]) -> bool:
    """Whether the letters are few enough for a credit, most of them not plain words."""
    others = sum(letter.type == "OTHER" for letter in letters)
    return others <= _MOST_OTHERS and letters[-1].end - letters[0].start <= _LONGEST if letters else False


def _is_holder(letters: Sequence[Letter]) -> bool:
    """Whether the letters, marks at the end aside, are names and agencies and little else."""
    inner = [letter for letter in letters if letter.type not in ("CLOSE", "STOP")]
    if not inner or len(inner) > _MOST_LETTERS or inner[0].type not in ("NAME", "AGENCY", "COPYRIGHT"):
        return False
    if len(inner) == 1 and inner[0].type == "NAME" and " " not in inner[0].text:
        return False
    return all(letter.type in _HOLDER or letter.type == "DASH" for letter in inner[1:])


def _bracket_at_end(letters: Sequence[Letter]) -> int | None:
    """The index of the bracket that opens what the last one closes."""
    end = len(letters)
    while end and letters[end - 1].type == "STOP":
        end -= 1
    if end and letters[end - 1].type == "CLOSE":
        return _last(letters[: end - 1], "OPEN")
    return None


def _closing(letters: Sequence[Letter], start: int) -> int:
    """The index behind the bracket that closes the one at `start`, or behind the last letter."""
    return next((i + 1 for i in range(start, len(letters)) if letters[i].type == "CLOSE"), len(letters))


def _last(letters: Sequence[Letter], kind: str) -> int | None:
    return next((index for index in range(len(letters) - 1, -1, -1) if letters[index].type == kind), None)
