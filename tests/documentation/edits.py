"""Random edits of sample pages, and how a check has to tell each one.

An edit is a function of a `Draft` that changes it and returns what is expected, or None if the page has nothing of
that kind. The register at the end names every kind.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, NamedTuple

from generator.spec.pointer import mapping, strings

from .samples import LIMITS, Sample, Tree, example

NAMES = (
    "quality_mode",
    "trace_id",
    "batch_size",
    "callback",
    "priority_level",
    "watermark_text",
    "verbose_log",
    "locale",
)
WORDS = ("turbo-max", "WIDE_SCREEN", "ultra_fine", "v9-preview", "legacyMode")
OTHER = {
    "string": "integer",
    "integer": "boolean",
    "number": "string",
    "boolean": "string",
    "array": "string",
    "object": "string",
}
NARROWED, WIDENED, CHANGED = "-narrowed", "-widened", "-changed"


class Expected(NamedTuple):
    """The kinds of the finding, or how they end, and a word of its message; other kinds that come along."""

    kinds: tuple[str, ...]
    word: str
    along: tuple[str, ...] = ()


class Field(NamedTuple):
    """A field of a page, as messages call it."""

    path: str
    request: bool
    schema: Tree
    holder: Tree  # the object that has it; of a parameter the parameter
    name: str

    @property
    def required(self) -> bool:
        if "in" in self.holder:
            return bool(self.holder["required"])
        return self.name in strings(self.holder.get("required"))


class Draft:
    """A page that is being edited, with all pages of its documentation."""

    def __init__(self, sample: Sample, all: list[Sample], random: Random) -> None:
        self.random, self.before = random, sample
        self.sample = copy.deepcopy(sample)
        self.all = [*all]
        self.shown = sample  # the page that shows the edit: another one for what only the navigation tells

    def done(self) -> None:
        """Put the page in the place of the one before among all pages."""
        self.all = [self.sample if one is self.before else one for one in self.all]
        self.shown = self.sample

    def fields(self, *, parameters: bool = True) -> list[Field]:
        operation = self.sample.operation
        if not self.sample.method:
            holder = {"properties": operation["fields"]}
            return [Field(name, False, one, holder, name) for name, one in operation["fields"].items()]
        found = [
            Field(one["name"], True, one["schema"], one, one["name"])
            for one in operation["parameters"]
            if parameters and one["in"] != "path"
        ]
        for request, content in self.contents():
            found += _inner(content["schema"], "", request)
        return found

    def contents(self) -> Iterator[tuple[bool, Tree]]:
        operation = self.sample.operation
        for content in mapping(mapping(operation.get("requestBody")).get("content")).values():
            yield True, content
        for response in mapping(operation.get("responses")).values():
            for content in response["content"].values():
                yield False, content

    def pick(self, fits: Callable[[Field], Any], **options: bool) -> Field | None:
        found = [one for one in self.fields(**options) if fits(one)]
        return self.random.choice(found) if found else None

    def refresh_examples(self) -> tuple[str, ...]:
        """Make the examples fit, as some authors do; the kinds that come along."""
        if not self.sample.method or self.random.random() < 0.5:
            return ()
        for _, content in self.contents():
            content["example"] = example(content["schema"])
        return ("example-changed",)


def _inner(schema: Tree, above: str, request: bool) -> Iterator[Field]:
    while schema.get("type") == "array":
        schema, above = mapping(schema.get("items")), f"{above}[]"
    for name, one in mapping(schema.get("properties")).items():
        path = f"{above}.{name}" if above else name
        yield Field(path, request, one, schema, name)
        yield from _inner(one, path, request)


def _ticked(name: str) -> str:
    return f"`{name}`"


# -- fields --------------------------------------------------------------------------------------------------------


def field_added(draft: Draft) -> Expected | None:
    name, random = draft.random.choice(NAMES), draft.random
    kind = random.choice(("string", "integer", "boolean"))
    same = draft.pick(lambda one: True)
    if same is None or any(one.name == name for one in draft.fields()):
        return None
    required = bool(draft.sample.method) and random.random() < 0.2
    path = f"{same.path[: -len(same.name)]}{name}"
    if "in" in same.holder:
        one = {"name": name, "in": same.holder["in"], "required": required, "schema": {"type": kind}}
        draft.sample.operation["parameters"].insert(random.randrange(9), one)
    else:
        listed = [*same.holder["properties"].items()]
        listed.insert(random.randint(0, len(listed)), (name, {"type": kind}))
        same.holder["properties"].clear()
        same.holder["properties"].update(listed)
        if required:
            same.holder["required"] = [*strings(same.holder.get("required")), name]
    along = draft.refresh_examples()
    draft.done()
    return Expected(("-field-added", "-field-added-required"), _ticked(path), along)


def field_removed(draft: Draft) -> Expected | None:
    field = draft.pick(lambda one: "in" in one.holder or len(one.holder["properties"]) > 1)
    if field is None:
        return None
    if "in" in field.holder:
        draft.sample.operation["parameters"].remove(field.holder)
    else:
        del field.holder["properties"][field.name]
        field.holder["required"] = [one for one in strings(field.holder.get("required")) if one != field.name]
    along = draft.refresh_examples()
    draft.done()
    return Expected(("-field-removed",), _ticked(field.path), along)


def field_retyped(draft: Draft) -> Expected | None:
    field = draft.pick(lambda one: one.schema.get("type") in OTHER and one.schema.get("format") != "binary")
    if field is None:
        return None
    kind = OTHER[field.schema["type"]]
    field.schema.clear()
    field.schema["type"] = kind
    along = draft.refresh_examples()
    draft.done()
    return Expected((NARROWED, WIDENED, CHANGED), _ticked(field.path), (*along, "default-changed", "-field-removed"))


def required_changed(draft: Draft) -> Expected | None:
    field = draft.pick(lambda one: draft.sample.method)
    if field is None:
        return None
    now = not field.required
    if "in" in field.holder:
        field.holder["required"] = now
    else:
        listed = [one for one in strings(field.holder.get("required")) if one != field.name]
        field.holder["required"] = [*listed, *([field.name] if now else [])]
    draft.done()
    return Expected(("-field-required" if now else "-field-optional",), _ticked(field.path))


def order_changed(draft: Draft) -> Expected | None:
    field = draft.pick(lambda one: "in" not in one.holder and len(one.holder["properties"]) > 2)
    if field is None:
        return None
    properties = field.holder["properties"]
    names = [one for one in properties if one != field.name]
    at = draft.random.choice([one for one in range(len(names) + 1) if one != [*properties].index(field.name)])
    names.insert(at, field.name)
    listed = [(one, properties[one]) for one in names]
    properties.clear()
    properties.update(listed)
    draft.done()
    above = field.path[: -len(field.name)].rstrip(".")
    return Expected(("fields-reordered",), above)


# -- keywords ------------------------------------------------------------------------------------------------------


def value_added(draft: Draft) -> Expected | None:
    field = draft.pick(lambda one: _values(one.schema) and isinstance(_values(one.schema)[0], str))
    if field is None:
        return None
    values = _values(field.schema)
    values.insert(
        draft.random.randint(0, len(values)), draft.random.choice([one for one in WORDS if one not in values])
    )
    draft.done()
    return Expected((NARROWED, WIDENED, CHANGED), _path_of_values(field))


def value_removed(draft: Draft) -> Expected | None:
    field = draft.pick(lambda one: len(_values(one.schema)) > 1)
    if field is None:
        return None
    values = _values(field.schema)
    values.remove(draft.random.choice(values))
    along = draft.refresh_examples()
    draft.done()
    return Expected((NARROWED, WIDENED, CHANGED), _path_of_values(field), along)


def _values(schema: Tree) -> list[Any]:
    """The values of a field, or of its items."""
    inner = mapping(schema.get("items"))
    found: list[Any] = schema.get("enum") or inner.get("enum") or []
    return found


def _path_of_values(field: Field) -> str:
    return _ticked(field.path + "[]" * ("enum" not in field.schema))


def limit_added(draft: Draft) -> Expected | None:
    keys = {"string": "maxLength", "array": "maxItems", "integer": "maximum", "number": "minimum"}
    field = draft.pick(
        lambda one: keys.get(one.schema.get("type", "")) not in (None, *one.schema)
        and "enum" not in one.schema and one.schema.get("format") != "binary" and draft.sample.method
    )  # fmt: skip
    if field is None:
        return None
    field.schema[keys[field.schema["type"]]] = draft.random.randint(900, 990)
    draft.done()
    return Expected((NARROWED, CHANGED), _ticked(field.path))


def limit_changed(draft: Draft) -> Expected | None:
    field = draft.pick(_limits)
    if field is None:
        return None
    key = draft.random.choice(_limits(field))
    field.schema[key] += draft.random.choice((-1, 1, 3))
    draft.done()
    return Expected((NARROWED, WIDENED, CHANGED), _ticked(field.path))


def limit_removed(draft: Draft) -> Expected | None:
    field = draft.pick(_limits)
    if field is None:
        return None
    del field.schema[draft.random.choice(_limits(field))]
    draft.done()
    return Expected((WIDENED, CHANGED), _ticked(field.path))


def _limits(field: Field) -> list[str]:
    """The limits that mean something: a minimum length of 0 does not."""
    return [key for key in LIMITS if key in field.schema and (field.schema[key] or key == "minimum")]


def default_changed(draft: Draft) -> Expected | None:
    """A default that is another one, a new one, or gone."""
    field = draft.pick(
        lambda one: one.request and one.schema.get("type") in ("string", "integer", "boolean", "number")
        and one.schema.get("format") != "binary" and not one.required  # else it is never in force
    )  # fmt: skip
    if field is None:
        return None
    old = field.schema.get("default")
    if old is not None and draft.random.random() < 0.3:
        del field.schema["default"]
    else:
        values = {"string": "other", "integer": 77, "number": 7.5, "boolean": old is not True}
        field.schema["default"] = values[field.schema["type"]]
    draft.done()
    return Expected(("default-changed",), _ticked(field.path))


# -- examples ------------------------------------------------------------------------------------------------------


def example_changed(draft: Draft) -> Expected | None:
    found = [one for _, one in draft.contents() if mapping(one.get("example"))]
    if not found:
        return None
    content = draft.random.choice(found)
    name = draft.random.choice([*content["example"]])
    content["example"] = {**content["example"], name: "quite another"}
    draft.done()
    return Expected(("example-changed",), "example")


def example_broken(draft: Draft) -> Expected | None:
    """An example that is no JSON, as authors break them: a comma too many, a quote or a bracket too few."""
    body = mapping(draft.sample.operation.get("requestBody")).get("content")
    found = [one for _, one in draft.contents() if mapping(one.get("example"))]
    if not found or "multipart/form-data" in mapping(body):
        return None
    content = draft.random.choice(found)
    lines = [f'"{name}": "some {name}",' for name in content["example"]]
    content["example"] = draft.random.choice([
        "\n".join(["{", *lines, "}"]),
        "\n".join(["{", *lines[:-1], lines[-1].replace('"', "", 1), "}"]),
        "\n".join(["{", *lines[:-1], lines[-1].removesuffix(","), ""]),
    ])  # fmt: skip
    draft.done()
    return Expected(("example-invalid",), "example", ("example-changed",))


# -- endpoints and pages -------------------------------------------------------------------------------------------


def path_changed(draft: Draft) -> Expected | None:
    if not draft.sample.method:
        return None
    above, _, last = draft.sample.path.rpartition("/")
    draft.sample = draft.sample._replace(path=f"{above}/v9/{last}")
    draft.done()
    return Expected(("path-changed",), draft.sample.path)


def method_changed(draft: Draft) -> Expected | None:
    if not draft.sample.method:
        return None
    draft.sample = draft.sample._replace(method={"post": "put", "get": "post"}[draft.sample.method])
    draft.done()
    return Expected(("path-changed",), draft.sample.method.upper())


def page_renamed(draft: Draft) -> Expected | None:
    draft.sample = draft.sample._replace(title=f"{draft.sample.title} V2")
    draft.done()
    return Expected(("page-renamed",), draft.sample.title)


def page_moved(draft: Draft) -> Expected | None:
    groups = sorted({one.group for one in draft.all if one.group} - {draft.sample.group})
    group = draft.random.choice(groups)
    draft.sample = draft.sample._replace(group=group)
    draft.all.remove(draft.before)
    last = max(index for index, one in enumerate(draft.all) if one.group == group)
    draft.all.insert(last + 1, draft.sample)
    draft.done()
    return Expected(("page-moved",), group[-1])


def page_added(draft: Draft) -> Expected | None:
    if not draft.sample.method:
        return None
    title = f"新页面 {draft.random.randint(1, 99)}"
    new = draft.sample._replace(
        title=title, path=f"/v9{draft.sample.path}", id=f"api-99{draft.random.randint(100, 999)}"
    )
    draft.all.insert(draft.all.index(draft.before) + 1, new)
    if draft.random.random() < 0.5:
        draft.shown = new
        return Expected(("page-added",), "", ("page-added",))
    return Expected(("page-added",), title)


def page_removed(draft: Draft) -> Expected | None:
    siblings = [one for one in draft.all if one.group == draft.sample.group]
    if len(siblings) < 2:
        return None
    draft.all.remove(draft.before)
    draft.shown = draft.random.choice([one for one in draft.all if not one.is_prose])
    return Expected(("page-removed",), draft.sample.title)


KINDS: dict[str, Callable[[Draft], Expected | None]] = {
    one.__name__.replace("_", "-"): one
    for one in (
        field_added, field_removed, field_retyped, required_changed, order_changed, value_added, value_removed,
        limit_added, limit_changed, limit_removed, default_changed, example_changed, example_broken, path_changed,
        method_changed, page_renamed, page_moved, page_added, page_removed,
    )
}  # fmt: skip
# What only the navigation, or the list of all pages, tells.
LISTED = ("page-removed",)
