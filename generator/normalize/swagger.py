"""Swagger 2.0 as OpenAPI 3.0: the same API in the terms that the next stages read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from ..spec.operations import FORM, JSON, METHODS
from ..spec.pointer import fragment, join, mapping, resolve, sequence, string, strings, tokens_of
from .draft import Draft

URL_ENCODED = "application/x-www-form-urlencoded"
SECTIONS = {
    "definitions": "schemas", "parameters": "parameters", "responses": "responses",
    "securityDefinitions": "securitySchemes",
}  # fmt: skip
# Keys of the document that are the same in OpenAPI 3.
KEPT = ("info", "security", "tags", "externalDocs")
# Keys of a parameter or a header that say what its value is.
VALUE_KEYS = (
    "type", "format", "items", "enum", "default", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
    "minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems", "multipleOf", "x-nullable",
)  # fmt: skip
# How a list is written: style and explode.
STYLES = {
    "csv": ("form", False),
    "multi": ("form", True),
    "ssv": ("spaceDelimited", False),
    "pipes": ("pipeDelimited", False),
}
FLOWS = {"accessCode": "authorizationCode", "application": "clientCredentials"}


def is_swagger(tree: dict[str, Any]) -> bool:
    """True for a document of Swagger 2.0."""
    return str(tree.get("swagger", "")) in ("2.0", "2")


def swagger(draft: Draft) -> dict[str, str]:
    """Convert the tree of a Swagger 2.0 document. Returns the old pointers of what has moved, by the new ones."""
    if not is_swagger(draft.tree):
        return {}
    old = draft.tree
    moved = {
        join("/components", section, name): join("", key, name)
        for key, section in SECTIONS.items()
        for name in mapping(old.get(key))
    }
    draft.tree = _Converter(draft, old).document()
    return moved


class _Converter:
    def __init__(self, draft: Draft, tree: dict[str, Any]) -> None:
        self.draft, self.tree = draft, tree

    def document(self) -> dict[str, Any]:
        tree = self.tree
        kept = {key: value for key, value in tree.items() if key in KEPT or key.startswith("x-")}
        produced = strings(tree.get("produces"))
        components = {
            "schemas": {name: self.schema(one) for name, one in self.named("definitions").items()},
            "parameters": {
                name: self.parameter(mapping(one), join("/parameters", name))
                for name, one in self.named("parameters").items()
                if mapping(one).get("in") not in ("body", "formData")
            },
            "responses": {name: self.response(mapping(one), produced) for name, one in self.named("responses").items()},
            "securitySchemes": {
                name: _security(mapping(one)) for name, one in self.named("securityDefinitions").items()
            },
        }
        paths = {
            path: item if path.startswith("x-") else self.item(mapping(item), join("/paths", path))
            for path, item in mapping(tree.get("paths")).items()
        }
        servers = {"servers": found} if (found := [*_servers(tree)]) else {}
        return {"openapi": "3.0.3", **kept, **servers, "paths": paths, "components": components}

    def named(self, key: str) -> dict[str, Any]:
        """What a section of the document names, and what was taken in from other files."""
        return {**mapping(self.tree.get(key)), **mapping(mapping(self.tree.get("components")).get(SECTIONS[key]))}

    def item(self, item: dict[str, Any], pointer: str) -> dict[str, Any]:
        """A path item. Parameters that hold a body go to its operations: OpenAPI 3 has no body of a path."""
        shared = [*self.resolved(item)]
        bodies = [one for one in shared if one.get("in") in ("body", "formData")]
        made = {key: value for key, value in item.items() if key not in (*METHODS, "parameters")}
        if others := self.others(item, pointer):
            made["parameters"] = others
        return made | {
            method: self.operation(mapping(item[method]), bodies, join(pointer, method))
            for method in METHODS
            if isinstance(item.get(method), dict)
        }

    def operation(self, node: dict[str, Any], bodies: list[dict[str, Any]], pointer: str) -> dict[str, Any]:
        left = ("parameters", "responses", "consumes", "produces", "schemes")
        made = {key: value for key, value in node.items() if key not in left}
        if others := self.others(node, pointer):
            made["parameters"] = others
        own = [one for one in self.resolved(node) if one.get("in") in ("body", "formData")]
        consumed = strings(node.get("consumes", self.tree.get("consumes")))
        if body := self.body(own or bodies, consumed):
            made["requestBody"] = body
        produced = strings(node.get("produces", self.tree.get("produces")))
        made["responses"] = {
            status: response if status.startswith("x-") else self.response(mapping(response), produced)
            for status, response in mapping(node.get("responses")).items()
        }
        return made

    def resolved(self, owner: dict[str, Any]) -> Iterator[dict[str, Any]]:
        return (resolve(self.tree, one) for one in sequence(owner.get("parameters")))

    def others(self, owner: dict[str, Any], pointer: str) -> list[Any]:
        """The parameters that are no part of a body."""
        listed = sequence(owner.get("parameters"))
        return [
            self.moved(one)
            if "$ref" in mapping(one)
            else self.parameter(mapping(one), join(pointer, "parameters", index))
            for index, one in enumerate(listed)
            if resolve(self.tree, one).get("in") not in ("body", "formData")
        ]

    def parameter(self, node: dict[str, Any], pointer: str) -> dict[str, Any]:
        made = {key: value for key, value in node.items() if key not in (*VALUE_KEYS, "collectionFormat")}
        if node.get("type") == "array" and node.get("in") in ("query", "formData"):
            written = string(node.get("collectionFormat")) or "csv"
            if written not in STYLES:
                message = f"lists with {written!r} between their items are not supported: commas are sent"
                self.draft.warn(pointer, message, "use csv, ssv, pipes or multi", "swagger")
            made["style"], made["explode"] = STYLES.get(written, STYLES["csv"])
        return made | {"schema": self.value(node)}

    def value(self, node: dict[str, Any]) -> dict[str, Any]:
        """The schema of a parameter, a header or the items of one, which some write as in OpenAPI 3."""
        return mapping(
            self.schema({**mapping(node.get("schema")), **{key: node[key] for key in VALUE_KEYS if key in node}})
        )

    def body(self, parameters: list[dict[str, Any]], consumed: list[str]) -> dict[str, Any]:
        """The request body that parameters in the body or in a form describe."""
        whole = next((one for one in parameters if one.get("in") == "body"), None)
        if whole is not None:
            content = {"schema": self.schema(whole.get("schema", {}))}
            about: dict[str, Any] = {key: whole[key] for key in ("description", "required") if key in whole}
            return {**about, "content": dict.fromkeys(consumed or [JSON], content)}
        fields = {string(one.get("name")): one for one in parameters}
        if not fields:
            return {}
        files = any(one.get("type") == "file" for one in fields.values())
        properties = {
            name: self.value(one) | {key: one[key] for key in ("description",) if key in one}
            for name, one in fields.items()
        }
        required = [name for name, one in fields.items() if one.get("required") is True]
        schema = {"type": "object", "properties": properties, **({"required": required} if required else {})}
        media = FORM if files or consumed == [FORM] else URL_ENCODED
        return {"content": {media: {"schema": schema}}, **({"required": True} if required else {})}

    def response(self, node: dict[str, Any], produced: list[str]) -> dict[str, Any]:
        if "$ref" in node:
            return self.moved(node)
        made = {key: value for key, value in node.items() if key not in ("schema", "headers", "examples")}
        if "schema" in node:
            schema = self.schema(node["schema"])
            is_file = mapping(node["schema"]).get("type") == "file"
            names = [one for one in produced if one != JSON] if is_file else produced
            made["content"] = {name: {"schema": schema} for name in names or ["*/*" if is_file else JSON]}
        if headers := mapping(node.get("headers")):
            made["headers"] = {
                name: {
                    key: value for key, value in mapping(one).items() if key not in (*VALUE_KEYS, "collectionFormat")
                }
                | {"schema": self.value(mapping(one))}
                for name, one in headers.items()
            }
        return made

    def schema(self, node: Any) -> Any:
        """A schema, references and all below it."""
        if isinstance(node, list):
            return [self.schema(one) for one in sequence(cast("object", node))]
        if not isinstance(node, dict):
            return node
        given = mapping(cast("object", node))
        made = {key: self.keyword(key, given[key]) for key in given if key not in ("x-nullable", "collectionFormat")}
        if isinstance(made.get("$ref"), str):
            made = self.moved(made)
        if made.get("type") == "file":
            made |= {"type": "string", "format": "binary"}
        if isinstance(made.get("discriminator"), str):
            made["discriminator"] = {"propertyName": made["discriminator"]}
        return made | ({"nullable": True} if given.get("x-nullable") is True else {})

    def keyword(self, key: str, value: Any) -> Any:
        """The value of a keyword of a schema."""
        if key == "properties":
            return {name: self.schema(one) for name, one in mapping(value).items()}
        return value if key in ("default", "example", "enum") else self.schema(value)

    def moved(self, node: dict[str, Any]) -> dict[str, Any]:
        """A reference to where its target is in OpenAPI 3."""
        ref = string(node.get("$ref"))
        if not ref.startswith("#/"):
            return node
        tokens = self.within(tokens_of(ref[1:]))
        if len(tokens) > 1 and tokens[0] in SECTIONS:
            tokens = ["components", SECTIONS[tokens[0]], *tokens[1:]]
        return {**node, "$ref": fragment(tokens)}

    def within(self, tokens: list[str]) -> list[str]:
        """The place of a schema that stands in a response, which is below a media type in OpenAPI 3."""
        where = 5 if tokens[:1] == ["paths"] and tokens[3:4] == ["responses"] else 2 * (tokens[:1] == ["responses"])
        if not where or tokens[where : where + 1] != ["schema"]:
            return tokens
        item = mapping(mapping(self.tree.get("paths")).get(tokens[1]))
        operation = mapping(item.get(tokens[2])) if where > 2 else {}
        produced = strings(operation.get("produces", self.tree.get("produces")))
        return [*tokens[:where], "content", (produced or [JSON])[0], *tokens[where:]]


def _servers(tree: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The servers that host, basePath and schemes describe; https first."""
    host, path = string(tree.get("host")), string(tree.get("basePath")).rstrip("/")
    for scheme in sorted(strings(tree.get("schemes")) or ["https"], key=lambda one: one != "https"):
        if host or path:
            yield {"url": f"{scheme}://{host}{path}" if host else path}


def _security(node: dict[str, Any]) -> dict[str, Any]:
    """A security scheme in the terms of OpenAPI 3."""
    if node.get("type") == "basic":
        return {**node, "type": "http", "scheme": "basic"}
    if node.get("type") != "oauth2":
        return node
    written = string(node.get("flow")) or "implicit"
    flow = {key: node[key] for key in ("authorizationUrl", "tokenUrl") if key in node}
    made = {key: value for key, value in node.items() if key not in (*flow, "scopes", "flow")}
    return {**made, "flows": {FLOWS.get(written, written): {**flow, "scopes": mapping(node.get("scopes"))}}}
