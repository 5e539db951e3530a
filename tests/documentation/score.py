"""Score of how many changes of pages are found: `make drift-score`.

Random edits of the pages of the whole documentation, one at a time, each checked against the spec and against the last
captured state; recall and precision by kind and form. Of edits that add something to pages in machine-readable form,
the share that `documentation apply` writes into the spec without a hand.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from generator.check import check as check_spec
from generator.diagnostics import DiagnosticsError
from generator.documentation.apply import apply
from generator.documentation.captured import accept
from generator.documentation.check import Finding, check
from generator.documentation.content import Unreadable
from generator.documentation.forms import read as read_pages
from generator.documentation.page import Page
from generator.evidence.documentation import PAGES
from generator.plan import plan
from generator.spec import Document, read

from .edits import KINDS, LISTED, Draft, Expected
from .pages import Sample, llms, render, samples

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


def applied(corpus: Corpus, count: int, seed: int) -> Iterator[tuple[str, str, str]]:
    """As many additive edits, each with its kind, its page, and why it is not green: "" if it is."""
    random = Random(seed)
    for index in range(count):
        trial = corpus.trial(ADDITIVE[index % len(ADDITIVE)], "markdown", random)
        while any(one.kind == "request-field-added-required" for one in trial.findings):  # that breaks callers
            trial = corpus.trial(trial.kind, "markdown", random)
        yield trial.kind, trial.page, _not_green(trial, corpus.document("markdown"))


def _not_green(trial: Trial, document: Document) -> str:
    """Return what is open after `documentation apply`, or wrong with the spec that it wrote."""
    application = apply(trial.pages, document, FIXTURES)
    if application.open:
        return "; ".join(f"{one.message} {why}" for _, one, why in application.open)
    spec = document.directory
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, spec.name)
        shutil.copytree(spec, copy)
        for path, content in application.files.items():
            (copy / path.relative_to(spec)).write_bytes(content)
        try:
            after = check_spec(read(copy / "openapi.yaml"))
            plan(after)
        except DiagnosticsError as error:
            return str(error.diagnostics[0])
        # What differs from the captured page alone is as the spec has it already.
        return "; ".join(one.message for one in check(trial.pages, after) if not one.since)


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
    yield f"{'kind':18} {'form':10} {'edits':>5} {'recall':>7} {'precision':>9}"
    for (kind, form), listed in sorted(
        groups.items(), key=lambda one: (one[0][0] == "all", one[0][1] == "all", one[0])
    ):
        yield f"{kind:18} {form:10} {len(listed):5} {recall(listed):7.1%} {precision(listed):9.1%}"


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
    print("\n".join(table(found)))
    print(f"{len(noise)} findings in pages that nobody edited.")
    share = _print_applied(written)
    sys.exit(bool(noise) or recall(found) < 0.95 or precision(found) < 0.9 or share < 0.9)


def _print_applied(written: list[tuple[str, str, str]]) -> float:
    """The share of additive edits that are green, by kind and in all."""
    for kind in ADDITIVE if written else ():
        reasons = [reason for each, _, reason in written if each == kind]
        print(f"{kind:18} applied    {len(reasons):5} {reasons.count('') / max(1, len(reasons)):7.1%}")
    for kind, page, reason in written:
        if reason:
            print(f"not applied: {kind} {page}: {reason}")
    return sum(not reason for _, _, reason in written) / len(written) if written else 1.0


if __name__ == "__main__":
    main()
