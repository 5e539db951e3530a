"""Import every module of a rendered client, make both clients, and build the type of every result."""

from __future__ import annotations

import compileall
import importlib
import inspect
import json
import pkgutil
import sys
from pathlib import Path
from typing import Any


def probe(place: Path) -> dict[str, Any]:
    """The number of operations of the client in a directory. Raises whatever is wrong with it."""
    sys.path.insert(0, str(place.parent))
    if not compileall.compile_dir(place, quiet=1):
        raise SystemExit("the client does not compile")
    package = importlib.import_module(place.name)
    for module in pkgutil.walk_packages(package.__path__, f"{place.name}."):
        if not module.name.endswith("__main__") and ".runtime." not in module.name:
            importlib.import_module(module.name)
    profile = importlib.import_module(f"{place.name}._profile").PROFILE
    for name in (profile.name, f"Async{profile.name}"):
        made = getattr(package, name)
        made(base_url="http://localhost:1", **credentials(profile, made))
    functions = []
    if (place / "operations").is_dir():
        listed = importlib.import_module(f"{place.name}.runtime.operation.endpoint").endpoint_functions
        functions = listed(importlib.import_module(f"{place.name}.operations"))
    decoder = importlib.import_module(f"{place.name}.runtime.response.decoding").decoder
    for function in functions:
        operation = function.operation
        types = [operation.result, operation.async_result, *operation.results.values()]
        types += [operation.stream.event] if operation.stream else []
        for one in types:
            if one is not None and one is not bytes:
                decoder(one)
    return {"operations": len(functions)}


def credentials(profile: Any, client: Any) -> dict[str, str]:
    """An argument for each credential that a client takes."""
    names = [name for one in (profile.schemes or {}).values() for name in one.arguments]
    return {name: "key-123456" for name in (*names, "api_key") if name in inspect.signature(client).parameters}


if __name__ == "__main__":
    print(json.dumps(probe(Path(sys.argv[1]).resolve())))
