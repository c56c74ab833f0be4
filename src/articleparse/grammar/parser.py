"""Drive Lark's LALR tables with tokens of our own.

Lark reads the grammar, refuses conflicts (`strict=True`) and computes the tables; the loop here only follows
them. `Lark.parse` does the same with more care for error messages than a total grammar needs, at two to three
times the cost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import Any, Protocol

from lark import Lark
from lark.grammar import Rule
from lark.lexer import Lexer
from lark.parsers.lalr_analysis import Shift

Actions = Mapping[str, Callable[..., Any]]
"""What to make of each rule: its name (or alias) to a function of the values of its parts, and of the parse's context
where the grammar was compiled to have one."""


class Token(Protocol):
    """What a grammar reads one of at a time: anything with the name of a terminal in `type`.

    The name may be in upper or in lower case, so that a node of the tree can be its own token. Actions are given the
    tokens themselves, with whatever else they hold.
    """

    @property
    def type(self) -> str:
        """The name of a terminal."""
        ...


class _End:
    """The token behind the last one."""

    type = "$END"


_END = _End()


class _Fed(Lexer):
    """Stands where Lark wants a lexer: the tokens come from us."""

    def __init__(self, lexer_conf: object) -> None:
        pass

    def lex(self, lexer_state: object, parser_state: object) -> Any:
        raise NotImplementedError


class _Reduction:
    """What one expansion of a rule does: how many values it takes, and what it makes of them."""

    __slots__ = ("appends", "begins", "count", "has_context", "make", "origin", "renames")

    def __init__(self, rule: Rule, actions: Actions, *, has_context: bool) -> None:
        self.origin = str(rule.origin.name)
        self.count = len(rule.expansion)
        # Lark writes `x*` as a rule of its own whose name begins with two underscores; a rule whose name begins with
        # one is spliced into the rule that uses it. Both hand on a list of values.
        spliced = self.origin.startswith("_")
        repeats = self.origin.startswith("__")
        self.renames = self.count == 1 and spliced and not repeats
        self.begins = self.count == 1 and repeats
        self.appends = self.count == 2 and repeats and rule.expansion[0] == rule.origin
        self.make: Callable[..., Any] = _gather if spliced else self._maker(rule, actions)
        self.has_context = has_context and self.make not in (_gather, _only)

    @staticmethod
    def _maker(rule: Rule, actions: Actions) -> Callable[..., Any]:
        if rule.options.expand1 and len(rule.expansion) == 1 and not rule.alias:
            return _only
        action = actions[rule.alias or rule.origin.name]
        lists = [index for index, part in enumerate(rule.expansion) if not part.is_term and part.name.startswith("_")]
        return _with_lists(action, lists[::-1]) if lists else action


class _Splice(list[Any]):
    """Values that belong into the list of the rule around them."""


def _gather(values: list[Any]) -> _Splice:
    """One flat list; the first list is reused, so that a long repetition costs a step an item."""
    gathered = values[0] if values and values[0].__class__ is _Splice else _Splice(values[:1])
    for value in values[1:]:
        if value.__class__ is _Splice:
            gathered.extend(value)
        else:
            gathered.append(value)
    return gathered


def _with_lists(action: Callable[..., Any], places: list[int]) -> Callable[..., Any]:
    """`action` on one flat list, for a rule in which lists of values can stand at `places`, the last of them first."""

    def make(values: list[Any], *context: Any) -> Any:
        for place in places:
            if values[place].__class__ is _Splice:
                values[place : place + 1] = values[place]
        return action(values, *context)

    return make


_only = itemgetter(0)
"""What a rule makes of its only value."""

_APPEND = -1
"""The step that adds an item to the repetition in hand and leaves the state as it is. Below it are the steps that
begin a repetition: -2 for the state 0, -3 for the state 1 and so on."""


class Parser:
    """A grammar's tables, bound to actions. Safe to share: parsing changes nothing in it."""

    def __init__(self, lark: Lark, actions: Actions, *, has_context: bool = False) -> None:
        table = lark.parser.parser.parser.parse_table
        (self._start,) = table.start_states.values()
        (accepting,) = table.end_states.values()
        made: dict[Rule, _Reduction] = {}
        self._steps: list[dict[str, Any]] = [{} for _ in table.states]
        self._gotos: list[dict[str, int]] = [{} for _ in table.states]
        for state, row in table.states.items():
            for symbol, (action, argument) in row.items():
                # Lark's symbols are a subclass of str whose comparison would slow every look-up.
                name = str(symbol)
                if action is Shift:
                    to = self._gotos if not (name.isupper() or name == "$END") else self._steps
                    to[state][name] = argument
                else:
                    if argument not in made:
                        made[argument] = _Reduction(argument, actions, has_context=has_context)
                    self._steps[state][name] = made[argument]
        self._steps[accepting]["$END"] = accepting
        self._shorten()
        self.first = frozenset(self._steps[self._start]) - {"$END"}
        """The terminals that a sequence which is not empty can begin with."""

        for row in self._steps:
            row.update({name.lower(): step for name, step in row.items()})

    def _shorten(self) -> None:
        """Take at once what follows from a step whatever the next token is.

        A state whose only reduction renames its value, begins a repetition or adds to one is never entered:
        the steps that led to it do what it would have done.
        """
        plain = [dict(gotos) for gotos in self._gotos]
        only = [next(iter(row.values())) if len(set(row.values())) == 1 else None for row in self._steps]
        for state, gotos in enumerate(plain):
            for row in (self._gotos[state], self._steps[state]):
                for name, target in row.items():
                    if target.__class__ is int:
                        row[name] = _shortened(target, gotos, only)

    def parse(self, tokens: Iterable[Any], context: Any = None) -> Any:
        """The value of the rule `start` over `tokens`.

        `context` is what the actions of a grammar that was compiled to have one are given beside the values.
        Raises ValueError for a sequence that the grammar refuses.
        """
        steps = self._steps
        gotos = self._gotos
        states = [self._start]
        values: list[Any] = []
        row = steps[self._start]
        for token in chain(tokens, (_END,)):
            kind = token.type
            step = row.get(kind)
            while step.__class__ is _Reduction:
                count = step.count
                parts = values[-count:] if count else []
                if count:
                    del values[-count:]
                    del states[-count:]
                value = step.make(parts, context) if step.has_context else step.make(parts)
                to = gotos[states[-1]][step.origin]
                if to == _APPEND and value.__class__ is not _Splice:  # the most frequent, without a call
                    values[-1].append(value)
                else:
                    _enter(value, to, states, values)
                row = steps[states[-1]]
                step = row.get(kind)
            if step is None:
                expected = ", ".join(sorted(name for name in row if name.isupper()))
                raise ValueError(f"the grammar refuses {token.type} here; it expects {expected or 'the end'}")
            if step >= 0:
                values.append(token)
                states.append(step)
                row = steps[step]
            elif step == _APPEND:
                values[-1].append(token)
            else:
                values.append(_Splice((token,)))
                states.append(-2 - step)
                row = steps[-2 - step]
        return values[0]

    def parse_prefix(self, tokens: Iterable[Any], context: Any = None) -> tuple[Any, int] | None:
        """The value of the longest prefix of `tokens` that the grammar accepts, and the prefix's length in tokens.

        None where it accepts no prefix, not even the empty one. Actions run for that prefix alone, and `context` is
        what they are given, as in `parse`. Reads no further than to the first token that no accepted sequence has
        there. Linear in what it reads, for a grammar whose repetitions are `x*`, `x+` or left-recursive.
        """
        read: list[Any] = []
        longest = -1
        stack: _Stack = (self._start, None)
        for token in chain(tokens, (_END,)):
            if self._after(stack, "$END") is not None:
                longest = len(read)
            following = self._after(stack, token.type)
            if following is None:
                break
            stack = following
            read.append(token)
        return (self.parse(read[:longest], context), longest) if longest >= 0 else None

    def _after(self, stack: _Stack, kind: str) -> _Stack | None:
        """The states behind a token of the type `kind`; None where the grammar refuses it. Runs no actions."""
        step = self._steps[stack[0]].get(kind)
        while step.__class__ is _Reduction:
            below: Any = stack
            for _ in range(step.count):
                below = below[1]
            stack = _entered(below, self._gotos[below[0]][step.origin])
            step = self._steps[stack[0]].get(kind)
        return None if step is None else _entered(stack, step)


_Stack = tuple[int, "_Stack | None"]
"""The states of a parse, the last first. Never changed, so that a question about the next token needs no copy."""


def _entered(stack: _Stack, step: int) -> _Stack:
    """The states after a step: to a state, into the repetition in hand, or into a new one."""
    if step == _APPEND:
        return stack
    return (step if step >= 0 else -2 - step, stack)


def _shortened(target: int, gotos: dict[str, int], only: list[Any]) -> int:
    """The step that does the work of the step to `target` and of what must follow it.

    `gotos` are those of the state that the step is taken from.
    """
    reduction = only[target]
    while reduction.__class__ is _Reduction:
        if reduction.appends:
            return _APPEND
        if reduction.begins:
            return -2 - gotos[reduction.origin]
        if not reduction.renames:
            break
        target = gotos[reduction.origin]
        reduction = only[target]
    return target


def _enter(value: Any, step: int, states: list[int], values: list[Any]) -> None:
    """Take in the value of a rule: go to a state, add to the repetition in hand, or begin one."""
    if step >= 0:
        values.append(value)
        states.append(step)
    elif step == _APPEND:
        if value.__class__ is _Splice:
            values[-1].extend(value)
        else:
            values[-1].append(value)
    else:
        values.append(value if value.__class__ is _Splice else _Splice((value,)))
        states.append(-2 - step)


def compile_grammar(name: str, actions: Actions, *, has_context: bool = False) -> Parser:
    """The grammar `name` as a parser that applies `actions`: to values, and to the context of the parse if it has one.

    Raises KeyError when a rule has no action, and lark's GrammarError for a grammar with a conflict.
    The first time takes tens of milliseconds, other actions for the same grammar take few: keep the parser.
    """
    return Parser(load_grammar(name), actions, has_context=has_context)


@cache
def load_grammar(name: str) -> Lark:
    """The grammar `name` with its tables. Raises lark's GrammarError for a grammar with a conflict."""
    return Lark(grammar_text(name), parser="lalr", lexer=_Fed, strict=True, maybe_placeholders=False)


def grammar_names() -> list[str]:
    """The names of all grammars, without `.lark`, sorted."""
    return sorted(entry.name.removesuffix(".lark") for entry in _folder().iterdir() if entry.name.endswith(".lark"))


def grammar_text(name: str) -> str:
    """The text of the grammar `name`. Raises FileNotFoundError where there is none.

    >>> "start" in grammar_text("blocks")
    True
    """
    return (_folder() / f"{name}.lark").read_text(encoding="utf-8")


def _folder() -> Traversable:
    """The package's own folder where the grammars were installed into it, else the checkout's `grammar/`."""
    installed = files(__name__.rpartition(".")[0])
    if any(entry.name.endswith(".lark") for entry in installed.iterdir()):
        return installed
    return Path(__file__).parents[3] / "grammar"
