"""The recordings to make anew: what each of them sends, and whether that may cost money."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, cast

from ..cli_output.console import Failure
from ..mock_server.replay.bodies import rebuild
from ..mock_server.replay.fixtures import ERAS, Request
from ..mock_server.replay.index import EVERYWHERE
from ..spec.operations import walk_operations
from ..spec.pointer import mapping
from .raw_client import Service

_SENDABLE = ("good", "none", "wrong")  # keys that can be sent to a service whose users are unknown
_STAND_IN = b"TRIGGER:"


class Case(NamedTuple):
    """A fixture's file, its content, and the body of its request. `named`: the user chose exactly this one."""

    path: Path
    recorded: dict[str, Any]
    body: bytes
    named: bool

    @property
    def name(self) -> str:
        """`createChatCompletion/minimal@head`: the name of the file."""
        return f"{self.path.parent.name}/{self.path.stem}"

    @property
    def request(self) -> dict[str, Any]:
        """The request as the file describes it."""
        return mapping(self.recorded["request"])

    @property
    def response(self) -> dict[str, Any] | None:
        """The response that was recorded; None for a case that never was."""
        return self.recorded.get("response")

    @property
    def identity(self) -> str:
        """Equal for cases that send the same."""
        headers = [header for header in self.request["headers"] if header[0].lower() not in ("host", "user-agent")]
        return repr((self.request["method"], self.request["target"], headers, self.body))

    def may_cost(self, safe: Iterable[str]) -> bool:
        """True if it may cost money or change anything; `safe` are the operations that only read.

        In doubt it does. It does not with a key that does not open, and where the recorded response is a refusal that
        comes before any vendor is asked.
        """
        if self.request["method"] in ("GET", "HEAD", "OPTIONS") or self.request["key"] != "good":
            return False
        status = self.response["status"] if self.response else 0
        refused = status >= 400 and self.recorded["case"] in EVERYWHERE
        return not refused and self.recorded["operation"] not in safe

    def unsendable(self, service: Service) -> str | None:
        """Why it cannot be sent to this service; None when it can."""
        if self.request["key"] not in _SENDABLE:
            return "only a good key, a wrong one or none can be shown to it"
        if _STAND_IN in self.body and not service.local:
            return "it addresses the stand-ins for vendors; a real vendor would respond differently"
        return None

    def raw_request(self, service: Service, key: str | None) -> Request:
        """The request as it goes out: with the key, and the service's real name."""
        own = {"host": service.authority} | ({"authorization": f"Bearer {key}"} if key else {})
        headers = tuple(
            (name, own.get(name.lower(), value) if value in ("GATEWAY", "Bearer sk-KEY") else value)
            for name, value in self.request["headers"]
        )
        return Request(self.request["method"], self.request["target"], headers, self.body)


def find(directory: Path, only: Sequence[str]) -> list[Case]:
    """The cases that `only` names, by OPERATION, OPERATION/CASE or OPERATION/CASE@ERA; all of the spec's era without.

    Failure when a name fits none, or a file cannot be read.
    """
    if not directory.is_dir():
        raise Failure(f"{directory} is not a directory of recordings", "name one by --fixtures", code=2)
    paths = sorted(path for path in directory.glob("*/*.json") if not path.name.startswith("."))
    chosen: dict[Path, bool] = {}
    for name in only or [""]:
        fitting = [path for path in paths if _fits(path, name)]
        if not fitting:
            hint = "--only takes OPERATION or OPERATION/CASE, as the files are called"
            raise Failure(f"no recording is called {name!r}" if name else f"{directory} holds none", hint, code=2)
        chosen |= dict.fromkeys(fitting, "/" in name)
    return [_case(path, named) for path, named in sorted(chosen.items())]


def safe_operations(tree: dict[str, Any]) -> frozenset[str]:
    """The operations of an OpenAPI document that only read, whatever their method: retry class `safe`."""
    return frozenset(one.id for one in walk_operations(tree) if one.node.get("x-retry") == "safe")


def _fits(path: Path, name: str) -> bool:
    if "/" in name:
        return name == f"{path.parent.name}/{path.stem}"
    return name in ("", path.parent.name) and not any(path.stem.endswith(f"@{era}") for era in ERAS)


def _case(path: Path, named: bool) -> Case:
    try:
        recorded = cast("dict[str, Any]", json.loads(path.read_text(encoding="utf-8")))
        request = recorded["request"]
        content_type = next((value for name, value in request["headers"] if name.lower() == "content-type"), None)
        case = Case(path, recorded, rebuild(request["body"], content_type, path.parents[1] / "sources"), named)
        case.may_cost(())  # reads the rest of what is needed
    except (KeyError, TypeError, ValueError, OSError) as error:
        raise Failure(f"{path}: {type(error).__name__}: {error}", "correct the file, or remove it") from error
    return case
