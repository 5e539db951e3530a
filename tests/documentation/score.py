"""Score of how many changes of pages are found: `make drift-score`.

Random edits of the pages of the whole documentation, one at a time, each checked against the spec and against the last
captured state; recall and precision by kind and form. Of edits that add something to pages in machine-readable form,
the share that goes through apply, generate, publish and check without a hand.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from generator.cli import app
from generator.documentation.captured import accept
from generator.documentation.check import Finding, check
from generator.documentation.content import Unreadable
from generator.documentation.forms import read as read_pages
from generator.documentation.page import Page
from generator.evidence.documentation import PAGES
from generator.spec import Document, read

from .edits import KINDS, LISTED, Draft, Expected
from .pages import llms, render
from .samples import Sample, samples

FORMS = {"text": "page.txt", "html": "page.html", "markdown": "page.md", "openapi30": "export.json",
         "openapi31": "export.json", "apifox": "project.json"}  # fmt: skip
SCORED = ("text", "markdown")
PAGED = ("text", "html", "markdown")
ADDITIVE = ("page-added", "field-added", "value-added", "limit-added")
FIXTURES = Path("tests/fixtures")


class Trial(NamedTuple):
    """One edit in one form: what was expected and what was found."""

    kind: str
    form: str
    page: str
    expected: Expected
    findings: list[Finding]
    pages: list[Page]
    failure: str = ""

    @property
    def right(self) -> list[Finding]:
        return [one for one in self.findings if _tells(one, self.expected)]

    @property
    def wrong(self) -> list[Finding]:
        along = self.expected.along
        return [one for one in self.findings if one not in self.right and not one.kind.endswith(along or ("?",))]


def _tells(finding: Finding, expected: Expected) -> bool:
    return finding.kind.endswith(expected.kinds) and expected.word in finding.message


class Applied(NamedTuple):
    """An additive edit, its page, and why it is not green: "" if it is."""

    kind: str
    page: str
    reason: str


class Corpus:
    """The pages of a spec, and copies of it beside which they are captured."""

    def __init__(self, spec: Path, folder: Path) -> None:
        self.folder = folder
        self.samples = samples(read(spec))
        self.readable = [one for one in self.samples if not one.is_prose]
        self.source, self.documents = spec, dict[str, Document]()

    def document(self, form: str) -> Document:
        """The spec, with all pages captured in a form."""
        if form not in self.documents:
            copy = self.folder / form
            shutil.copytree(self.source.parent, copy)
            document = read(copy / self.source.name)
            listed = self.readable if form in PAGED else self.readable[:1]
            pages = [page for one in listed for page in self.pages(one, form, self.samples, document)]
            accept(pages, document, copy / PAGES)
            self.documents[form] = read(copy / self.source.name)
        return self.documents[form]

    def pages(
        self, sample: Sample, form: str, all: list[Sample], document: Document, *, listed: bool = False
    ) -> list[Page]:
        name = f"{sample.id or 'page'}.md" if form == "markdown" else FORMS[form]  # as `documentation fetch` names it
        file = self.folder / ("llms.txt" if listed else name)
        file.write_text(llms(all) if listed else render(sample, form, all), "utf-8")
        return read_pages(file, document)

    def trial(self, kind: str, form: str, random: Random) -> Trial:
        """One edit of a random page that has something to edit."""
        while True:
            draft = Draft(random.choice(self.shown(form)), self.samples, random)
            expected = KINDS[kind](draft)
            if expected:
                break
        listed = form != "text" and form != "html" and _is_only_listed(kind, draft)
        document = self.document(form)
        try:
            pages = self.pages(draft.shown, form, draft.all, document, listed=listed)
        except Unreadable as error:
            return Trial(kind, form, draft.before.title, expected, [], [], error.what)
        return Trial(kind, form, draft.before.title, expected, check(pages, document), pages)

    def cut_off(self, sample: Sample, document: Document, times: int = 1) -> Iterator[Finding]:
        """Return the findings in a page whose text is truncated."""
        text = render(sample, "text", self.samples)
        begin = text.index(sample.host)
        file = self.folder / FORMS["text"]
        file.write_text(
            text[: Random(sample.path).randrange(begin + len(sample.host + sample.path), len(text))], "utf-8"
        )
        yield from check(read_pages(file, document), document)

    def shown(self, form: str) -> list[Sample]:
        """The pages that a form shows: no export has objects, and OpenAPI one operation for a method and path."""
        if form in PAGED:
            return self.readable
        endpoints = [one for one in self.readable if one.method]
        return endpoints if form == "apifox" else [*{(one.method, one.path): one for one in endpoints[::-1]}.values()]

    def unchanged(self, form: str) -> Iterator[Finding]:
        """Return the findings in pages that were not edited."""
        document = self.document(form)
        for one in self.readable if form in PAGED else self.readable[:1]:
            yield from check(self.pages(one, form, self.samples, document), document)
            if form == "text" and one.method:
                yield from self.cut_off(one, document)
        yield from check(self.pages(self.readable[0], form, self.samples, document, listed=True), document)


def _is_only_listed(kind: str, draft: Draft) -> bool:
    """True if no page tells the edit that has no navigation."""
    other = kind == "page-added" and draft.shown.title == draft.before.title
    return kind in LISTED or other or (kind == "page-moved" and not draft.sample.method)


def trials(corpus: Corpus, count: int, seed: int, forms: tuple[str, ...] = SCORED) -> list[Trial]:
    """As many trials, the kinds and forms in turn."""
    random = Random(seed)
    kinds = [(kind, form) for kind in KINDS for form in forms]
    return [corpus.trial(*kinds[index % len(kinds)], random) for index in range(count)]


def applied(corpus: Corpus, count: int, seed: int) -> Iterator[Applied]:
    """As many additive edits of pages in Markdown, each applied in a copy of the project."""
    random, document = Random(seed), corpus.document("markdown")
    for index in range(count):
        trial = corpus.trial(ADDITIVE[index % len(ADDITIVE)], "markdown", random)
        while not _adds(trial):
            trial = corpus.trial(trial.kind, "markdown", random)
        yield Applied(trial.kind, trial.page, _not_green(Path(trial.pages[0].file), document))


def _adds(trial: Trial) -> bool:
    """True if the spec does not have it already, and no caller breaks."""
    new = [one.kind for one in trial.findings if not one.since]
    return bool(new) and not any(one.endswith(("-field-added-required", "-field-required")) for one in new)


def _not_green(page: Path, document: Document) -> str:
    """Return what is open or red after apply, generate, publish and check of a copy of the project, or ""."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        shutil.copytree(document.directory, project / "spec")
        shutil.copytree(FIXTURES, project / FIXTURES)
        (project / "docs").symlink_to(Path("docs").resolve())
        with contextlib.chdir(project):
            told = json.loads(_said("documentation", "apply", str(page.resolve()), "--json"))
            asked = [f"{one['title']} {_reason(one['body'])}" for one in told.get("questions", ())]
            if asked or not told.get("applied"):
                return "; ".join(asked) or "nothing was written"
            for verb in ("generate", "publish", "check"):
                said = json.loads(_said(verb, "--json"))
                if not said["ok"]:
                    return f"{verb}: {said['diagnostics'][0]}"
    return ""


def _reason(body: str) -> str:
    return next((line for line in body.splitlines() if line.startswith("Not written by itself")), "")


def _said(*arguments: str) -> str:
    """The standard output of a verb."""
    with contextlib.redirect_stdout(io.StringIO()) as output, contextlib.suppress(SystemExit):
        app([*arguments], standalone_mode=False)
    return output.getvalue()


def recall(found: list[Trial]) -> float:
    return sum(bool(one.right) for one in found) / len(found) if found else 1.0


def precision(found: list[Trial]) -> float:
    right, wrong = (sum(len(getattr(one, side)) for one in found) for side in ("right", "wrong"))
    return right / (right + wrong) if right + wrong else float(not found)


def table(found: list[Trial], written: Sequence[Applied] = ()) -> Iterator[str]:
    """Recall and precision by kind and form, and of edits in Markdown the share that is applied and green."""
    groups: dict[tuple[str, str], list[Trial]] = defaultdict(list)
    for one in found:
        groups[one.kind, one.form].append(one)
        groups["all", one.form].append(one)
        groups["all", "all"].append(one)
    yield f"{'kind':18} {'form':10} {'edits':>5} {'recall':>7} {'precision':>9} {'apply':>14}"
    for (kind, form), listed in sorted(
        groups.items(), key=lambda one: (one[0][0] == "all", one[0][1] == "all", one[0])
    ):
        tried = [one for one in written if form == "markdown" and kind in (one.kind, "all")]
        share = f"{green(tried):.1%} of {len(tried)}" if tried else ""
        row = f"{kind:18} {form:10} {len(listed):5} {recall(listed):7.1%} {precision(listed):9.1%} {share:>14}"
        yield row.rstrip()


def green(written: Sequence[Applied]) -> float:
    return sum(not one.reason for one in written) / len(written) if written else 1.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=500)
    parser.add_argument("--applied", type=int, default=40, help="so many additive edits are applied")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--forms", nargs="*", default=SCORED, choices=FORMS)
    parser.add_argument("--spec", type=Path, default=Path("spec/openapi.yaml"))
    parser.add_argument("--verbose", action="store_true", help="print every miss and every false finding")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = Corpus(options.spec, Path(folder))
        noise = [one for form in options.forms for one in corpus.unchanged(form)]
        found = trials(corpus, options.edits, options.seed, tuple(options.forms))
        written = [*applied(corpus, options.applied, options.seed)]
    for one in noise if options.verbose else ():
        print("unchanged:", one.line())
    for trial in found if options.verbose else ():
        if not trial.right or trial.wrong:
            print(f"\n{trial.kind} {trial.form} {trial.page}: {trial.expected} {trial.failure}")
            for one in trial.findings:
                print("  ", "ok" if one in trial.right else "--", one.kind, one.message)
    print("\n".join(table(found, written)))
    print(f"{len(noise)} findings in pages that nobody edited.")
    for tried in written:
        if tried.reason:
            print(f"not applied: {tried.kind} {tried.page}: {tried.reason}")
    sys.exit(bool(noise) or recall(found) < 0.95 or precision(found) < 0.9 or green(written) < 0.9)


if __name__ == "__main__":
    main()
