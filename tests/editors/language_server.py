"""A client of pyright's language server, which is what editors show of the package."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

Json = Any
_CAPABILITIES: Json = {
    "textDocument": {
        "hover": {"contentFormat": ["plaintext"]},
        "signatureHelp": {
            "signatureInformation": {
                "documentationFormat": ["plaintext"],
                "parameterInformation": {"labelOffsetSupport": True},
                "activeParameterSupport": True,
            },
            "contextSupport": True,
        },
        "completion": {"completionItem": {"documentationFormat": ["plaintext"], "snippetSupport": False}},
    },
    "workspace": {"configuration": True, "workspaceFolders": True},
}


class LanguageServer:
    """One session of `pyright-langserver` over one open document. Close it, or use it in a `with` block."""

    def __init__(self, document: Path, text: str, *, search_paths: Sequence[Path] = ()) -> None:
        self._settings = {"python": {"pythonPath": sys.executable, "analysis": _analysis(search_paths)}}
        self._uri, self._ids = document.as_uri(), 0
        command = [sys.executable, "-m", "pyright.langserver", "--stdio"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        root = document.parent.as_uri()
        folders = [{"uri": root, "name": "editors"}]
        self.ask("initialize", processId=None, rootUri=root, workspaceFolders=folders, capabilities=_CAPABILITIES)
        self._send({"method": "initialized", "params": {}})
        self._send({"method": "workspace/didChangeConfiguration", "params": {"settings": self._settings}})
        opened = {"uri": self._uri, "languageId": "python", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": opened}})

    def __enter__(self) -> LanguageServer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the session and the process."""
        try:
            self.ask("shutdown")
            self._send({"method": "exit"})
            self._process.wait(timeout=10)
        finally:
            self._process.kill()
            self._process.communicate()

    def at(self, method: str, line: int, column: int, **more: Json) -> Json:
        """Ask about a position of the document, counted from 0."""
        place = {"line": line, "character": column}
        return self.ask(f"textDocument/{method}", textDocument={"uri": self._uri}, position=place, **more)

    def ask(self, method: str, **params: Json) -> Json:
        """Send a request and return its result."""
        self._ids += 1
        self._send({"id": self._ids, "method": method, "params": params or None})
        while True:
            message = self._receive()
            if message.get("id") == self._ids and "method" not in message:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]
            if "id" in message:
                self._send({"id": message["id"], "result": self._reply(message)})

    def _reply(self, request: Json) -> Json:
        """The reply to a request of the server: its settings, or nothing."""
        if request["method"] != "workspace/configuration":
            return None
        sections = [item.get("section", "").split(".") for item in request["params"]["items"]]
        return [_section(self._settings, path) for path in sections]

    def _send(self, message: Json) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> Json:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        if not length:
            raise RuntimeError("the language server has ended")
        return json.loads(self._process.stdout.read(length))


def _analysis(search_paths: Sequence[Path]) -> Json:
    """Settings of the analysis: as little of it as questions about one document need."""
    return {
        "extraPaths": [str(path) for path in search_paths],
        "diagnosticMode": "openFilesOnly",
        "typeCheckingMode": "off",
        "indexing": False,
        "autoImportCompletions": False,
    }


def _section(settings: Json, path: Sequence[str]) -> Json:
    for name in path:
        settings = settings.get(name, {}) if isinstance(settings, dict) else {}
    return settings
