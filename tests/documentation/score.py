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

from .additions import ADDITIONS
from .edits import KINDS, LISTED, Draft, Expected
from .pages import llms, render
from .samples import Sample, Tree, samples

FORMS = {"text": "page.txt", "html": "page.html", "markdown": "page.md", "openapi30": "export.json",
         "openapi31": "export.json", "apifox": "project.json"}  # fmt: skip
SCORED = ("text", "markdown")
PAGED = ("text", "html", "markdown")
TOGETHER = 15  # edits that are applied at once
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
        """Return the findings in pages that were not edited. Waivers are of the real pages, not of these."""
        yield from (one for one in self._findings(form) if one.kind != "waiver-unused")

    def _findings(self, form: str) -> Iterator[Finding]:
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


class Edited(NamedTuple):
    """An additive edit, the page that it is of, and the file with that; no file if only the list of pages tells it."""

    kind: str
    page: str
    title: str  # of what is edited
    file: Path | None

    def is_meant(self, question: Tree) -> bool:
        name = f"Page: `{self.file.name}`" if self.file else self.title
        return name in question["body"] or self.title in question["title"]


def applied(corpus: Corpus, count: int, seed: int) -> Iterator[Applied]:
    """As many additive edits, the kinds in turn; some at a time are applied together in a copy of the project."""
    random, kinds = Random(seed), [*ADDITIONS]
    wanted = [kinds[index % len(kinds)] for index in range(count)]
    for start in range(0, count, TOGETHER):
        with tempfile.TemporaryDirectory() as folder:
            yield from _tried(
                corpus, [*_edited(corpus, wanted[start : start + TOGETHER], random, Path(folder))], folder
            )


def _edited(corpus: Corpus, kinds: Sequence[str], random: Random, folder: Path) -> Iterator[Edited]:
    """Edits of as many pages in Markdown, and the list of all pages as it is after them."""
    document, all, left = corpus.document("markdown"), corpus.samples, corpus.shown("markdown")
    for kind in kinds:
        while True:
            before = random.choice(left)
            draft = Draft(before, all, random)
            if not ADDITIONS[kind](draft):
                continue
            listed = draft.shown is before
            with contextlib.suppress(Unreadable):
                pages = corpus.pages(draft.shown, "markdown", draft.all, document, listed=listed)
                if any(not one.since for one in check(pages, document)):
                    break
        all, left = draft.all, [one for one in left if one is not before]
        new = next((one for one in draft.all if one not in corpus.samples and one.id == draft.shown.id), draft.all[-1])
        file = None
        if not listed:
            file = Path(shutil.copy(pages[0].file, folder / f"{len(left)}-{Path(pages[0].file).name}"))
        yield Edited(kind, before.title, draft.shown.title if file else new.title, file)
    (folder / "llms.txt").write_text(llms(all), "utf-8")


def _tried(corpus: Corpus, edited: list[Edited], folder: str) -> Iterator[Applied]:
    """What became of edits that are applied together: each is open, red or green."""
    document = corpus.document("markdown")
    asked, red = _loop(Path(folder), document)
    for one in edited:
        alone = _loop(one.file or Path(folder) / "llms.txt", document)[1] if red else ""
        own = [f"{each['title']} {_reason(each['body'])}" for each in asked if one.is_meant(each)]
        yield Applied(one.kind, one.page, "; ".join(own) or alone)
    if others := [each["title"] for each in asked if not any(one.is_meant(each) for one in edited)]:
        yield Applied("all", "", "; ".join(others))


def _loop(pages: Path, document: Document) -> tuple[list[Tree], str]:
    """The questions of apply in a copy of the project, and what is red after generate, publish and check."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        shutil.copytree(document.directory, project / "spec")
        shutil.copytree(FIXTURES, project / FIXTURES)
        (project / "docs").symlink_to(Path("docs").resolve())
        with contextlib.chdir(project):
            told = json.loads(_said("documentation", "apply", str(pages), "--json"))
            if not told.get("applied"):
                return [], "nothing was written"
            for verb in ("generate", "publish", "check"):
                said = json.loads(_said(verb, "--json"))
                if not said["ok"]:
                    return told["questions"], f"{verb}: {said['diagnostics'][0]}"
    return told["questions"], ""


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


def table(found: list[Trial]) -> Iterator[str]:
    """Recall and precision by kind and form."""
    groups: dict[tuple[str, str], list[Trial]] = defaultdict(list)
    for one in found:
        groups[one.kind, one.form].append(one)
        groups["all", one.form].append(one)
        groups["all", "all"].append(one)
    yield f"{'kind':20} {'form':10} {'edits':>5} {'recall':>7} {'precision':>9}"
    for (kind, form), listed in sorted(
        groups.items(), key=lambda one: (one[0][0] == "all", one[0][1] == "all", one[0])
    ):
        yield f"{kind:20} {form:10} {len(listed):5} {recall(listed):7.1%} {precision(listed):9.1%}"


def applied_table(written: Sequence[Applied]) -> Iterator[str]:
    """Of additive edits, the share that is applied and green without a hand."""
    yield f"{'kind':20} {'applied':>7} {'green':>7}"
    for kind in (*ADDITIONS, "all"):
        tried = [one for one in written if kind in (one.kind, "all")]
        yield f"{kind:20} {len(tried):7} {green(tried):7.1%}"


def green(written: Sequence[Applied]) -> float:
    return sum(not one.reason for one in written) / len(written) if written else 1.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=500)
    parser.add_argument("--applied", type=int, default=60, help="so many additive edits are applied")
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
    print("\n".join([*table(found), "", *applied_table(written)]))
    print(f"{len(noise)} findings in pages that nobody edited.")
    for tried in written:
        if tried.reason:
            print(f"not applied: {tried.kind} {tried.page}: {tried.reason}")
    sys.exit(bool(noise) or recall(found) < 0.95 or precision(found) < 0.9 or green(written) < 0.9)


if __name__ == "__main__":
    main()
