"""Copy the package into another repository, and upgrade a copy."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from . import project
from .account import API, Told, account, methods
from .git import blob
from .prune import prune
from .source import Source, own_source
from .swap import install, recover
from .target import Target, check_free, check_tree, requirement_name, target
from .uses import Uses
from .verify import MANIFEST, VendorError, code_digest, differences, digest, read_manifest, short

_ATTRIBUTES = """\
# Rendered code: kept with LF ends, and folded in reviews.
* text eol=lf linguist-generated=true
"""


class Choice(NamedTuple):
    """The part of the package that a copy is: all of it where nothing is named."""

    only: tuple[str, ...] = ()
    transports: tuple[str, ...] = ()


class Copied(NamedTuple):
    """A copy that was written."""

    target: Target
    source: Source
    files: int  # beside the manifest, which lists them
    requires: list[str]
    additions: list[project.Addition]
    applied: bool


def vendor(path: Path, package: str | None, choice: Choice, *, edit: bool, any_tree: bool) -> Copied:
    """Copy the package. With `edit`, pyproject.toml gets what it lacks. Raises VendorError, and writes nothing."""
    source = own_source()
    requirements = _requirements(source.manifest, choice)
    place = target(path, package, requires=map(requirement_name, requirements), any_tree=any_tree)
    recover(place.root)
    check_free(place)
    return _write(place, source, choice, edit=edit)


def _write(place: Target, source: Source, choice: Choice, *, edit: bool) -> Copied:
    requirements = _requirements(source.manifest, choice)
    files = copy(source, choice, place.root.name)
    lacking = project.additions(place, requirements)
    settings = project.edited(place.project, lacking) if edit and lacking else None
    install(place.root, files)
    if settings is not None:
        project.write(place.project, settings)
    return Copied(place, source, len(files) - 1, requirements, [] if settings else lacking, settings is not None)


def copy(source: Source, choice: Choice, name: str) -> dict[str, str]:
    """The files of a copy by their paths, with its manifest."""
    files = prune(source.files, choice.only, choice.transports) | source.licences | {".gitattributes": _ATTRIBUTES}
    files = dict(sorted(files.items()))
    manifest = source.manifest | {
        "vendored": _vendored(source, choice, name),
        "files": {path: digest(text.encode()) for path, text in files.items()},
        "code": {path: code_digest(text.encode()) for path, text in files.items() if path.endswith(".py")},
        "blobs": {path: blob(text) for path, text in files.items()},
    }
    return files | {MANIFEST: json.dumps(manifest, indent=1) + "\n"}


def _vendored(source: Source, choice: Choice, name: str) -> dict[str, Any]:
    """Return the origin of the copy as an entry of a bill of materials."""
    distribution, version = source.manifest["name"], source.manifest["version"]
    purl = f"pkg:pypi/{distribution}@{version}"
    component: dict[str, Any] = {"type": "library", "name": distribution, "version": version, "purl": purl}
    if licence := source.manifest.get("license"):
        component["licenses"] = [{"license": {"id": licence}}]
    return {
        "package": name,
        "commit": source.commit,
        "only": list(choice.only),
        "transports": list(choice.transports),
        "requires": _requirements(source.manifest, choice),
        "purl": purl,
        "sbom": component,
    }


def _requirements(manifest: Mapping[str, Any], choice: Choice) -> list[str]:
    """Return the requirements of the copy, with only the chosen transports' libraries."""
    always: list[str] = manifest["requires"]
    optional: Mapping[str, list[str]] = manifest["optional"]
    if not choice.transports:
        return always
    libraries: Collection[str] = manifest["transports"]
    named = [one for name in choice.transports for one in optional.get(name, ())]
    return [
        one for one in always if requirement_name(one) not in libraries or requirement_name(one) in choice.transports
    ] + named


class Upgraded(NamedTuple):
    """A copy that was upgraded, or would be: what it was, what that means, and what is left to do."""

    target: Target
    source: Source
    version: str
    patch: Path | None
    requires: list[str]
    additions: list[project.Addition]
    edited: list[str]
    is_current: bool
    changes: list[Told]
    other_changes: int


def upgrade(path: Path, *, keep_edits: bool, discard_edits: bool, any_tree: bool, write: bool) -> Upgraded:
    """Replace a copy by this version of the package, the same part of it.

    Raises VendorError, and writes nothing, where that would lose edits that are neither kept nor discarded.
    """
    path = path.resolve()
    recover(path)
    manifest = read_manifest(path)
    source = own_source()
    if "vendored" not in manifest or manifest.get("name") != source.manifest["name"]:
        raise VendorError(f"{short(path)} is not a copy of {source.manifest['name']}")
    made = manifest["vendored"]
    choice = Choice(tuple(made["only"]), tuple(made["transports"]))
    place = target(path, None, requires=(), any_tree=True)
    files = copy(source, choice, made["package"])
    edited = differences(path, manifest).local()
    new = [one for one in _requirements(source.manifest, choice) if one not in made["requires"]]
    is_current = json.loads(files[MANIFEST])["files"] == manifest["files"] and not (discard_edits and edited)
    known = methods((path / API).read_text("utf-8") if (path / API).exists() else "", source.files.get(API, ""))
    uses = Uses(place.project, place.root, known)
    changes, others = account(source.files, manifest["version"], uses)
    result = Upgraded(
        target=place,
        source=source,
        version=manifest["version"],
        patch=None,
        requires=new,
        additions=project.additions(place, new) if new else [],
        edited=edited,
        is_current=is_current,
        changes=changes,
        other_changes=others,
    )
    if is_current or not write:
        return result
    if edited and not (keep_edits or discard_edits):
        raise VendorError("\n  ".join([f"{short(path)} was edited here:", *edited]) + _EDITED)
    if not any_tree:
        check_tree(place)
    if edited and keep_edits:
        result = result._replace(patch=_save_edits(place, manifest, edited))
    install(place.root, files)
    return result


_EDITED = """
Upgrade with --keep-edits to have the edits written to a patch that `git apply -3` merges into the new version, or \
with --discard-edits."""


def _save_edits(place: Target, manifest: Mapping[str, Any], edited: Collection[str]) -> Path:
    """Write the edits of a copy to a patch beside the project. Raises VendorError if git cannot tell what they are."""
    if place.repository is None:
        raise VendorError(
            f"{short(place.root)} is in no git repository: save the edits elsewhere, and use --discard-edits"
        )
    patch = place.repository.patch(place.root, manifest["blobs"], edited)
    path = place.repository.root / f"{place.root.name}-edits.patch"
    if path.exists():
        raise VendorError(f"{path} is there already, from another upgrade: apply it and remove it first")
    path.write_bytes(patch)
    return path
