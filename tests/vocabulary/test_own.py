"""Words of a user's own."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import articleparse as ap
from articleparse.tree import Control
from articleparse.vocabulary import Row, VocabularyError, load_vocabulary, read_vocabulary
from tests.roles.blocks_by_hand import PROSE

ROW = '{"category": "related.heading", "term": "Noch mehr davon", "match": "line"}'


def written(folder: Path, text: str) -> Path:
    """A file with `text`."""
    path = folder / "own.json"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("text", [ROW, f"[\n{ROW}\n]\n", f"\n[\n{ROW},\n\n{ROW}\n]", f"\ufeff{ROW}\r\n"])
def test_forms(tmp_path: Path, text: str) -> None:
    """An object a line is read with and without brackets, commas and blank lines."""
    expected = Row("und", "related.heading", "Noch mehr davon", "line", "U")
    assert set(read_vocabulary(written(tmp_path, text))) == {expected}


def test_package_files_are_of_this_form() -> None:
    """The package's own files can be read as a user's."""
    data = Path(ap.__file__).parent / "vocabulary" / "data" / "de.json"
    assert len(read_vocabulary(data)) > 100


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "not a JSON object on a line"),
        ("3", "a row is an object"),
        ('{"category": "tags", "term": "x"}', "'match' must be"),
        ('{"category": "tags", "term": " ", "match": "line"}', "'term' must be"),
        ('{"category": "tags", "term": "x", "match": "regex"}', "one of line, label"),
        ('{"category": "tag", "term": "x", "match": "line"}', "'category' must be"),
        ('{"category": "tags", "term": "x", "match": "line", "lang": "de"}', "'lang' is unknown"),
        ('{"category": "month", "term": "x", "match": "word", "value": "3"}', "'value' must be"),
    ],
)
def test_errors(tmp_path: Path, line: str, message: str) -> None:
    """A line that is no row is refused with the file's name, the line's number and the reason."""
    path = written(tmp_path, f"[\n{ROW},\n{line}\n]")
    with pytest.raises(VocabularyError, match=message) as caught:
        read_vocabulary(path)
    assert str(caught.value).startswith(f"{path}, line 3: ")


def test_not_utf8(tmp_path: Path) -> None:
    """A file in another encoding is refused."""
    path = tmp_path / "own.json"
    path.write_bytes(b"\xff\xfe{")
    with pytest.raises(VocabularyError, match="not UTF-8"):
        read_vocabulary(path)


def test_added_and_not_replaced() -> None:
    """Own words come beside the package's, also where both know the term; without them nothing changes."""
    own = (Row("en", "control.print", "Put on paper", "line", "U"), Row("en", "tags", "Print", "line", "U"))
    before = load_vocabulary().cues("Print")
    assert load_vocabulary(own).cues("Put on paper") == {"control.print"}
    assert load_vocabulary(own).cues("Print") == before | {"tags"}
    assert load_vocabulary().cues("Print") == before
    assert load_vocabulary().cues("Put on paper") == frozenset()


def test_own_words_decide() -> None:
    """A term of one's own changes the role of a line, in the tree and in the explanation."""
    dump = (
        "# The bridge stays closed\n\nBy Ada Poole\n\nThe bridge over the river stays closed until the autumn, "
        "the town said on Monday.\n\nShips have to wait, and nobody knew for how long that would be.\n\nQuux!\n"
    )
    own = ap.Options(vocabulary=(Row("en", "control.print", "Quux!", "line", "U"),))
    assert ap.read(dump).judgements[-1].role != "control"
    reading = ap.read(dump, options=own)
    explained = reading.explain()[-1]
    assert explained.role == "control"
    assert "cue=control.print" in {item.feature for item in explained.evidence}
    control = reading.article.furniture[-1]
    assert isinstance(control, Control)
    assert (control.text, control.action) == ("Quux!", "print")


def test_own_agency() -> None:
    """An agency of one's own signs a story as one."""
    dump = f"# The bridge stays closed\n\nBy Quuxpress\n\n{PROSE[0]}\n\n{PROSE[1]}\n"
    own = ap.Options(vocabulary=(Row("en", "agency", "Quuxpress", "word", "U"),))
    assert [author.is_agency for author in ap.parse(dump).authors] == [False]
    assert [(author.name, author.is_agency) for author in ap.parse(dump, options=own).authors] == [("Quuxpress", True)]


def test_options_travel() -> None:
    """Options with own words are hashable and come through a pickle, as processes need it."""
    options = ap.Options(vocabulary=(Row("de", "tags", "Stichworte", "label", "U"),))
    assert pickle.loads(pickle.dumps(options)) == options  # noqa: S301
    assert hash(options) == hash(ap.Options(vocabulary=options.vocabulary))
