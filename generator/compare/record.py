"""spec/changes.json: the account of each release, which the client carries so that upgrades of copies can tell it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from . import Account
from .report import shown

CHANGES = "changes.json"


def record(account: Account, spec: Path) -> Path:
    """Write the changes for callers beside the document, in place of an earlier account of the same release.

    Raises ValueError if the release has the version of the one that it is compared with.
    """
    if account.version == account.declared:
        raise ValueError(f"both versions are {account.declared}: raise info.version to {account.proposed} first")
    path = spec.parent / CHANGES
    known: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["releases"] if path.exists() else []
    own = {
        "version": account.declared,
        "since": account.version,
        "changes": [
            {
                "id": one.id,
                "severity": one.severity,
                "name": one.name,
                "message": one.message,
                "operations": list(one.operations),
            }
            for one in shown(account.changes)
            if one.audience == "client" and one.severity != "internal"
        ],
    }
    releases = [one for one in known if one["version"] != account.declared]
    path.write_text(json.dumps({"releases": [*releases, own]}, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return path
