"""`python -m bench.comparison DOCUMENT...`: measure this generator beside others, and print the table.

Documents are files or folders; without any, those of this repository. `--keep` stores the result as results.json, which
the documentation shows. Other generators are installed in build/comparison; one that cannot be is told.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import venv
from dataclasses import asdict
from pathlib import Path
from typing import Any

import yaml

from bench.reach import documents

from .measure import ROOT, Outcome, measure, run
from .table import RESULTS, table

WORK = ROOT / "build" / "comparison"
OWN = [ROOT / "spec" / "published" / "openapi.yaml", ROOT / "tests" / "cases" / "accepted"]
POM = ROOT / "interop" / "generators" / "openapi-generator" / "pom.xml"


def environment() -> Path:
    """The programs of other generators in Python, and what their output needs."""
    made = WORK / "environment"
    if not (made / "ready").exists():
        print("Making the environment of the other generators (once) ...", file=sys.stderr)
        venv.create(made, with_pip=True, clear=True)
        pip = [str(made / "bin" / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
        locked = ["--require-hashes", "--requirement", str(ROOT / "requirements" / "interop.txt")]
        subprocess.run([*pip, *locked], check=True)
        (made / "ready").touch()
    return made / "bin"


def jar() -> Path:
    """OpenAPI Generator, in the version that interop locks; it may be missing."""
    found = re.search(
        r"<artifactId>openapi-generator-maven-plugin</artifactId>\s*<version>(.+?)<", POM.read_text("utf-8")
    )
    version = found[1] if found else ""
    path = WORK / f"openapi-generator-cli-{version}.jar"
    if not path.exists() and shutil.which("mvn"):
        artifact = f"org.openapitools:openapi-generator-cli:{version}"
        command = ["mvn", "-q", "-B", "dependency:copy", f"-Dartifact={artifact}", f"-DoutputDirectory={WORK}"]
        subprocess.run(command, check=False, stdout=sys.stderr)
    return path


def _version(generator: dict[str, Any], places: dict[str, object]) -> str | None:
    """The version of a generator, empty for ours; None if it cannot run here."""
    if "version" not in generator:
        return ""
    if "needs" in generator and not shutil.which(generator["needs"]):
        return None
    done = run(generator["version"], **places)
    found = re.search(r"\d+\.\d+[\w.]*", done.stdout)
    return found[0] if done.returncode == 0 and found else None


def main() -> None:
    """Measure, print the table, and write build/comparison/results.json."""
    parser = argparse.ArgumentParser(prog="python -m bench.comparison", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("documents", nargs="*", type=Path, metavar="DOCUMENT")
    parser.add_argument("--no-types", action="store_true", help="leave out the type checkers, which take most time")
    parser.add_argument("--keep", action="store_true", help="store the result in bench/comparison/results.json")
    options = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    known = yaml.safe_load(Path(__file__).with_name("generators.yaml").read_text("utf-8"))
    places: dict[str, object] = {"bin": environment(), "jar": jar(), "python": sys.executable}
    measured: list[dict[str, str]] = []
    outcomes: list[Outcome] = []
    for generator in known["generators"]:
        version = _version(generator, places)
        if version is None:
            known["unmeasured"].append({"name": generator["name"], "en": "could not run here", "zh": "此处无法运行"})
            continue
        measured.append({"name": generator["name"], "version": version})
        for path in documents(options.documents or OWN):
            with tempfile.TemporaryDirectory(prefix="comparison-") as out:
                outcomes.append(measure(generator, path.resolve(), Path(out, "out"), places, not options.no_types))
            print(outcomes[-1], file=sys.stderr)
    results = {"generators": measured, "unmeasured": known["unmeasured"], "outcomes": [asdict(one) for one in outcomes]}
    text = json.dumps(results, indent=1, ensure_ascii=False) + "\n"
    (RESULTS if options.keep else WORK / "results.json").write_text(text, "utf-8")
    if options.keep:
        print(table("en"))


if __name__ == "__main__":
    main()
