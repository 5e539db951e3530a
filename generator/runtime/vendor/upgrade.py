"""The command `upgrade` of a copy: the version that replaces it does the work."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from .verify import MANIFEST, VendorError, read_manifest


def main(arguments: Sequence[str], program: str) -> int:
    """Upgrade this copy. Takes what the command `upgrade` of the distribution takes, and `--from`."""
    parser = argparse.ArgumentParser(
        prog=program,
        description="Upgrade this copy. Other options, such as --dry-run, go to the version that replaces it.",
    )
    parser.add_argument("--from", dest="source", type=Path, help="a wheel or a checkout; default: what is installed")
    options, others = parser.parse_known_args(arguments)
    root = Path(__file__).parents[2]
    try:
        name = read_manifest(root)["name"]
        place = None if options.source is None else importable(options.source, name)
    except VendorError as error:
        print(error, file=sys.stderr)
        return 2
    path = [str(place.absolute())] if place else []
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([*path, *filter(None, [os.environ.get("PYTHONPATH")])])}
    # -P: a copy in the current directory may have the name of the distribution.
    command = [sys.executable, "-P", "-m", name, "upgrade", str(root), *others]
    code = subprocess.run(command, env=environment, check=False).returncode
    if code == 1 and place is None:
        print(
            f"Is {name} installed? Install the new version (pip install -U {name}), or name it: --from WHEEL",
            file=sys.stderr,
        )
    return code


def importable(source: Path, name: str) -> Path:
    """Return the path entry from which a distribution can be imported: a wheel, or a folder around the package.

    Raises VendorError if there is no such package.
    """
    if source.suffix == ".whl" and source.is_file():
        return source
    for folder in (source, source / "generated", source / "src", source.parent):
        if (folder / name / MANIFEST).is_file():
            return folder
    raise VendorError(f"{source} is neither a wheel of {name} nor a folder that holds it")
