"""Import every module of a package, in the environment of its generator: `python probe.py DIRECTORY PACKAGE`.

One JSON object is printed: the modules that fail, with their errors.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys

directory, name = sys.argv[1:]
sys.path.insert(0, directory)
failed: dict[str, str] = {}


def load(module: str) -> None:
    try:
        importlib.import_module(module)
    except Exception as error:
        failed[module] = f"{type(error).__name__}: {error}"[:300]


load(name)
package = sys.modules.get(name)
for found in pkgutil.walk_packages(package.__path__ if package else [], f"{name}.", onerror=lambda _: None):
    if not found.name.endswith("__main__"):
        load(found.name)
print(json.dumps(failed))
