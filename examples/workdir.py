"""A temporary directory with the files that the examples send, so that nothing is left in the checkout."""

import os
import shutil
import tempfile
from pathlib import Path

SOURCES = Path(__file__).parents[1] / "tests" / "fixtures" / "sources"


def enter() -> None:
    """Make the directory the current one and print where it is."""
    directory = Path(tempfile.gettempdir(), "ezlink-examples")
    directory.mkdir(exist_ok=True)
    for source in SOURCES.iterdir():
        shutil.copy(source, directory)
    os.chdir(directory)
    print("in", directory)
