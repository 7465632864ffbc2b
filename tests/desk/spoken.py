"""Every verb that the code hands to the audit, read from the code itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "kuultu"


class Unreadable(AssertionError):
    """A verb that cannot be read from the code: history could not say it in other languages."""


def spoken() -> dict[str, set[str]]:
    """Verb → the files that say it. Raises Unreadable where a call's verb is neither a text nor handed on."""
    found: dict[str, set[str]] = {}
    for file in sorted(ROOT.rglob("*.py")):
        if "migrations" in file.parts or file.name == "log.py":
            continue
        for verb in verbs_of(ast.parse(file.read_text()), str(file.relative_to(ROOT))):
            found.setdefault(verb, set()).add(str(file.relative_to(ROOT)))
    return found


def verbs_of(tree: ast.Module, name: str = "") -> Iterator[str]:
    """The verbs of `record(by, verb, …)` and of functions of the same file that take a `verb` and hand it on."""
    handing = {"record": 1}
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            places = [argument.arg for argument in [*function.args.posonlyargs, *function.args.args]]
            if "verb" in places:
                handing[function.name] = places.index("verb")
    assigned = {
        target.id: node.value
        for node in ast.walk(tree) if isinstance(node, ast.Assign)
        for target in node.targets if isinstance(target, ast.Name)
    }  # fmt: skip
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in handing:
            yield from _texts(_verb_of(call, handing[call.func.id], name), assigned, name)


def _verb_of(call: ast.Call, place: int, name: str) -> ast.expr:
    named = [keyword.value for keyword in call.keywords if keyword.arg == "verb"]
    given = [*named, *call.args[place : place + 1]]
    if not given:
        raise Unreadable(f"{name}:{call.lineno}: no verb")
    return given[0]


def _texts(node: ast.expr, assigned: dict[str, ast.expr], name: str) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(verb)):
            yield verb
        case ast.IfExp():
            yield from _texts(node.body, assigned, name)
            yield from _texts(node.orelse, assigned, name)
        case ast.Name(id="verb") if "verb" not in assigned:
            return
        case ast.Name(id=known) if known in assigned:
            yield from _texts(assigned[known], assigned, name)
        case _:
            raise Unreadable(f"{name}:{node.lineno}: {ast.unparse(node)}")
