"""The account as a library: cut to some calls, of a part of a document, of a document in several files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from generator.compare import compare, document_changes, load
from tests.compare.cases import account, edited, loaded

FAMILY: dict[str, Any] = {
    "paths": {
        "/pictures": {
            "get": {
                "operationId": "listPictures",
                "x-client": {"resource": "pictures", "method": "list"},
                "x-errors": {"proof": ["names"]},
                "responses": {
                    "200": {
                        "description": "Ok.",
                        "content": {"application/json": {"schema": {"$ref": "#/schemas/Names"}}},
                    }
                },
            }
        }
    },
    "schemas": {"Names": {"type": "object", "required": ["names"], "properties": {"names": {"type": "array"}}}},
}


def test_an_account_is_cut_to_the_calls_that_somebody_makes(tmp_path: Path) -> None:
    changes = {"Film/properties/price": None, "createPicture/x-retry": "safe", "/x-client/env": "OTHER"}
    whole = account(changes, tmp_path)
    films = whole.cut(["retrieveFilm"])
    assert {one.name for one in whole.changes} == {*(one.name for one in films.changes), "client.pictures.create"}
    assert {one.id for one in films.changes if one.audience == "client"} == {"field-removed", "client-renamed"}


def test_what_a_part_of_a_document_lacks_is_not_gone() -> None:
    whole = loaded("openapi.yaml")
    part = edited(whole, {f"/paths/{path}": None for path in ("~1films", "~1stories")})
    part = edited(part, {"Story": None, "NewPicture/properties/style": None})
    assert {one.id for one in document_changes(whole, part)} >= {"endpoint-removed", "schema-removed"}
    found = list(document_changes(whole, part, partial=True))
    assert [(one.id, one.name) for one in found] == [("request-field-removed", "POST /pictures")]


def test_a_page_that_moves_to_another_file_changes_nothing(tmp_path: Path) -> None:
    versions = [load(str(written(tmp_path / family, family))) for family in ("images", "art")]
    found = compare(*versions)
    assert (found.severity, found.changes) == ("internal", ())


def written(folder: Path, family: str) -> Path:
    """A document whose only operation is in the file of a family."""
    (folder / "families").mkdir(parents=True)
    (folder / "families" / f"{family}.yaml").write_text(yaml.safe_dump(FAMILY))
    main = {
        "openapi": "3.1.0",
        "info": {"title": "A", "version": "1.0.0"},
        "paths": {"/pictures": {"$ref": f"families/{family}.yaml#/paths/~1pictures"}},
        "components": {"schemas": {"Names": {"$ref": f"families/{family}.yaml#/schemas/Names"}}},
    }
    (folder / "openapi.yaml").write_text(yaml.safe_dump(main))
    return folder / "openapi.yaml"


def test_fields_are_compared_that_have_the_names_of_keywords() -> None:
    def document(kind: str, minimum: int) -> dict[str, Any]:
        fields = {"description": {"type": kind}, "count": {"type": "integer", "minimum": minimum}}
        schema = {"type": "object", "properties": {"item": {"type": "object", "properties": fields}}}
        body = {"content": {"application/json": {"schema": schema}}}
        operation = {"operationId": "make", "requestBody": body, "responses": {"200": {"description": "Done."}}}
        return {"openapi": "3.1.0", "info": {"title": "x", "version": "1"}, "paths": {"/x": {"post": operation}}}

    found = document_changes(document("string", 0), document("integer", 0))
    assert found
    assert all("/properties/description/" in one.pointer for one in found)
    (limit,) = document_changes(document("string", 0), document("string", 1))
    assert "1 instead of 0" in limit.message
