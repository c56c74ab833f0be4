"""The README says what is so."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from tests.support.processes import finish, run_python, start

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SEED = "seeds/ynetnews-back-channel.txt"


def blocks(language: str) -> list[str]:
    """The fenced blocks of `language`, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def test_two_commands() -> None:
    """The README has two shell commands of one line: the first converts the seed, the second runs the tests."""
    convert, test = blocks("sh")
    assert convert.count("\n") == test.count("\n") == 1
    assert convert.endswith(f"articleparse convert {SEED}\n")
    assert "-m pytest" in test


def test_gate_reads_the_same_commands() -> None:
    """The gate finds the commands in the README by their number."""
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    function = re.search(r"^readme_command\(\) \{.*?^\}", gate, re.MULTILINE | re.DOTALL)
    assert function is not None
    for number, command in enumerate(blocks("sh"), 1):
        script = f"{function[0]}\nreadme_command {number}"
        found = finish(start(["bash", "-c", script], cwd=ROOT))
        assert found.stdout.decode() == command


def test_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines of Python print what the README says."""
    monkeypatch.chdir(ROOT)
    (code,) = blocks("python")
    example = doctest.DocTestParser().get_doctest(code, {}, "README.md", "README.md", 0)
    assert doctest.DocTestRunner().run(example).failed == 0


def test_start_of_the_seed() -> None:
    """The dump shown is the start of the seed."""
    shown = blocks("text")[0]
    assert shown.strip()
    assert (ROOT / SEED).read_text(encoding="utf-8").lstrip("\n").startswith(shown)


def test_tree_of_the_seed() -> None:
    """Every line of the tree shown is a line that `articleparse show` prints, in the same order."""
    wanted = [line.strip() for line in blocks("text")[1].splitlines() if line != "..."]
    result = run_python("-m", "articleparse", "show", SEED, cwd=ROOT, env={"NO_COLOR": "1"})
    printed = iter(re.sub(" +", " ", line).strip() for line in result.stdout.decode().splitlines())
    assert wanted
    missing = [line for line in wanted if re.sub(" +", " ", line) not in printed]
    assert missing == []


@pytest.mark.parametrize("target", re.findall(r"\]\((?!https?:)([^)#]+)\)", README))
def test_links(target: str) -> None:
    """What the README links to is there."""
    assert (ROOT / target).exists()
