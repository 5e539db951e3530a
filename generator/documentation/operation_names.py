"""Names of new operations: the operationId and the place in the client, by the rules that the spec follows already."""

from __future__ import annotations

import re
from collections import Counter

from ..spec import Document, Operation
from ..spec.names import words
from ..spec.pointer import mapping, resolve, string
from .draft import Name, pascal, singular
from .editor import NotEditable
from .page import Page

VERBS = {"post": "create", "get": "retrieve", "put": "update", "patch": "update", "delete": "delete"}

VERSION = re.compile(r"/v(\d+)(?=[/a-z])")


def named(path: str, page: Page, sibling: Operation, document: Document, fresh: list[Name]) -> Name:
    """A name that is free; that of another version of a path has the version behind it. Raises `NotEditable`.

    `fresh` are the names of other new operations.
    """
    own = [Name(one.id, str(one.client.get("resource")), str(one.client.get("method"))) for one in document.operations]
    ids, known = {one.id for one in (*own, *fresh)}, {one[1:] for one in (*own, *fresh)}
    name = _wanted(path, page, sibling, document)
    if tuple(name.resource.rpartition(".")[::2]) in known:  # a method of the client, not a resource
        above, _, noun = name.resource.rpartition(".")
        name = Name(name.id, above, f"{name.method}_{noun}")
    elif any(f"{resource}.".startswith(f"{name.resource}.{name.method}.") for resource, _ in known):  # the reverse
        name = Name(name.id, f"{name.resource}.{name.method}", VERBS.get(page.method, page.method))
    names = [name]
    if version := VERSION.search(path):
        names.append(Name(f"{name.id}V{version[1]}", name.resource, f"{name.method}_v{version[1]}"))
    free = [one for one in names if one.id not in ids and one[1:] not in known]
    if not free:
        raise NotEditable(f"the name {name.id} (client.{name.resource}.{name.method}) is taken: it needs another")
    return free[0]


def _wanted(path: str, page: Page, sibling: Operation, document: Document) -> Name:
    """The name by the pattern of the operations beside it, else by method and path."""
    last, above = path.rpartition("/")[2], path.rpartition("/")[0]
    beside = [one for one in document.operations if one.base is None and one.path.rpartition("/")[0] == above]
    patterns = Counter(
        pattern
        for one in beside
        if one.method == page.method and not last.startswith("{")
        for pattern in [_pattern(one)]
        if pattern
    )
    if patterns:
        (start, end, resource), _ = patterns.most_common(1)[0]
        word = pascal(last)
        id = f"{start}{word}{end}" if start else f"{word[:1].lower()}{word[1:]}{end}"
        return Name(id, resource, "_".join(words(last)).lower())
    return _by_path(path, page, sibling)


def _pattern(operation: Operation) -> tuple[str, str, str] | None:
    """Return the parts of an operationId before and after the last word of the path; None if it is not in it."""
    last = operation.path.rpartition("/")[2]
    start, found, end = re.sub("^[a-z]", lambda first: first[0].upper(), operation.id).partition(pascal(last))
    if not found or operation.client.get("method") != "_".join(words(last)).lower():
        return None
    start = operation.id[: len(start)]
    return start, end, string(operation.client.get("resource"))


def _by_path(path: str, page: Page, sibling: Operation) -> Name:
    """createLampSwitch of POST /v1/lamps/switches; cancelBatch of POST /v1/batches/{id}/cancel."""
    parts = [one for one in path.split("/") if one and not re.fullmatch(r"v\d\w*", one)]
    literal = [one for one in parts if not one.startswith("{")]
    if not literal:
        raise NotEditable("nothing in its path names it")
    verb, nouns = VERBS.get(page.method, page.method), literal
    if page.method == "post" and len(parts) > 1 and parts[-2].startswith("{") and not parts[-1].startswith("{"):
        verb, nouns = "_".join(words(parts[-1])).lower(), literal[:-1] or literal
    plural = page.method == "get" and _is_list(page)
    verb = "list" if plural else verb
    noun = "".join(pascal(one) if plural and one == nouns[-1] else _singular(pascal(one)) for one in nouns)
    same = string(sibling.client.get("resource"))
    resource = ".".join("_".join(words(one)).lower() for one in nouns)
    # Where a resource is not called as its paths are, the new one is below it too.
    known = same.partition(".")[0]
    if known and known not in sibling.path:
        resource = known if len(nouns) < 2 else f"{known}.{'_'.join(words(nouns[-1])).lower()}"
    head, *rest = words(verb)
    return Name(head.lower() + "".join(map(str.capitalize, rest)) + noun, resource, verb)


def _singular(name: str) -> str:
    return singular(name).removesuffix("Item")


def _is_list(page: Page) -> bool:
    tree = {"components": page.components}
    for status, response in mapping(page.operation.get("responses")).items():
        for content in mapping(resolve(tree, response).get("content")).values() if status.startswith("2") else ():
            schema = resolve(tree, mapping(content).get("schema"))
            data = resolve(tree, mapping(schema.get("properties")).get("data"))
            return "array" in (schema.get("type"), data.get("type"))
    return False
