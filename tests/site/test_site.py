"""The built site: it has everything public, loads nothing from elsewhere and is readable in a real browser.

`make docs-test` builds the site and runs this. Without a site, and for the browser without Chromium, tests are skipped.
"""

from __future__ import annotations

import ast
import functools
import html
import json
import re
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from .chromium import BROWSER, Chromium, Page

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "build" / "site"
CLIENT = ROOT / "generated" / "ezlink"
GUIDE = sorted(path.stem for path in (ROOT / "docs" / "en").glob("*.md"))
WIDTHS = (390, 1440)
READABLE = 4.5  # the contrast that WCAG AA asks of text

pytestmark = pytest.mark.skipif(not SITE.is_dir(), reason="no site: run `make docs`")
in_browser = pytest.mark.skipif(BROWSER is None, reason="no Chromium")

LAYOUT = """(scheme => {
  document.head.insertAdjacentHTML("beforeend", "<style>* {transition: none !important}</style>");
  document.body.setAttribute("data-md-color-scheme", scheme);
  const channels = text => text.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const light = text => channels(text).map(c => c / 255)
    .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const text = light(getComputedStyle(document.querySelector("article p, article li")).color);
  const ground = light(getComputedStyle(document.body).backgroundColor);
  const contrast = (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
  const overflow = document.documentElement.scrollWidth - innerWidth;
  return {contrast, overflow, dark: ground < 0.5, title: document.querySelector("h1").innerText};
})"""
# The search is in a shadow root that comes with its index.
SEARCH = """new Promise(resolve => {
  document.querySelector(".md-search__button").click();
  const found = name => [...document.querySelectorAll("body > div")].filter(part => part.shadowRoot)
    .flatMap(part => [...part.shadowRoot.querySelectorAll(name)]);
  const until = (ready, then, left = 100) => ready() || !left ? then() : setTimeout(until, 50, ready, then, left - 1);
  until(() => found("input").length, () => {
    const [input] = found("input");
    input.value = WORDS;
    input.dispatchEvent(new Event("input", {bubbles: true}));
    until(() => found("a").length, () => resolve(found("a").map(link => link.href)));
  });
})"""


def public(module: Path) -> Iterator[str]:
    """The public names of a module: classes and functions, their methods and fields."""
    for node in ast.parse(module.read_text("utf-8")).body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and not node.name.startswith("_"):
            yield node.name
            for member in node.body if isinstance(node, ast.ClassDef) else ():
                name = getattr(member, "name", None) or ast.unparse(getattr(member, "target", ast.Constant("_")))
                if not name.startswith(("_", "'")):
                    yield f"{node.name}.{name}"


@pytest.mark.parametrize("folder", ["resources", "operations", "models", "params"])
def test_the_reference_has_everything_public(folder: str) -> None:
    for module in (CLIENT / folder).glob("*.py"):
        if module.stem == "__init__":
            continue
        page = (SITE / "reference" / folder / f"{module.stem}.html").read_text("utf-8")
        missing = [name for name in public(module) if f'id="ezlink.{folder}.{module.stem}.{name}"' not in page]
        assert missing == []


def test_the_reference_has_the_names_of_the_package_with_their_parameters() -> None:
    package = ast.parse((CLIENT / "__init__.py").read_text("utf-8"))
    names = next(ast.literal_eval(node.value) for node in package.body if isinstance(node, ast.Assign)
                 and ast.unparse(node.targets[0]) == "__all__")  # fmt: skip
    text = "".join(page.read_text("utf-8") for page in (SITE / "reference").glob("*.html"))
    own = {"__version__", "batch", "models", "operations", "params", "testing"}
    for shown in ("batch.run", "testing.MockTransport.add"):
        assert f'id="ezlink.{shown}"' in text
    assert [name for name in names if name not in own and f'id="ezlink.{name}"' not in text] == []
    for name in (
        "operation.operation.Options",
        "response.model.ResponseModel.to_json",
        "files.file_model.FileModel.save",
    ):
        assert f'id="ezlink.runtime.{name}"' in text  # what models and parameters inherit
    client = html.unescape(re.sub("<[^>]+>", "", (SITE / "reference" / "client.html").read_text("utf-8")))
    for parameter in ("api_key", "base_url", "timeout", "default_headers", "proxy", "verify", "transport"):
        assert re.search(rf"^ +{parameter}: ", client, re.MULTILINE), parameter


def test_a_page_leads_to_its_translation() -> None:
    for name in GUIDE:
        assert f'href="zh/{name}.html" hreflang="zh"' in (SITE / f"{name}.html").read_text("utf-8")
        assert f'href="../{name}.html" hreflang="en"' in (SITE / "zh" / f"{name}.html").read_text("utf-8")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(SITE))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    with Chromium() as running:
        yield running


@in_browser
@pytest.mark.parametrize("language", ["", "zh/"])
def test_pages_are_readable(browser: Chromium, address: str, language: str) -> None:
    names = ["index", *GUIDE]
    if not language:
        names += ["contributing", "architecture", "extensions", "reference/client", "reference/resources/chat"]
        names += ["reference/params/chat", "reference/models/midjourney", "reference/operations/audio"]
    browser.run(_look(browser.page, [f"{address}/{language}{name}.html" for name in names]))
    assert browser.page.problems == []
    elsewhere = [url for url in browser.page.requested if not url.startswith((address, "data:", "blob:"))]
    assert elsewhere == []


async def _look(page: Page, addresses: list[str]) -> None:
    for url in addresses:
        await page.open(url)
        for width in WIDTHS:
            await page.resize(width)
            for scheme in ("default", "slate"):
                seen = await page.evaluate(f"{LAYOUT}({scheme!r})")
                assert seen["title"], url
                assert seen["overflow"] <= 0, (url, width)
                assert seen["dark"] == (scheme == "slate"), url
                assert seen["contrast"] >= READABLE, (url, scheme)


@in_browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_follow_the_system(browser: Chromium, address: str, scheme: str) -> None:
    async def colours(page: Page) -> str:
        await page.open("about:blank")
        await page.call("Storage.clearDataForOrigin", origin=address, storageTypes="local_storage")
        await page.resize(1440, scheme)
        await page.open(f"{address}/index.html")
        chosen: str = await page.evaluate("document.body.getAttribute('data-md-color-scheme')")
        return chosen

    assert browser.run(colours(browser.page)) == {"light": "default", "dark": "slate"}[scheme]


@in_browser
@pytest.mark.parametrize(
    ("start", "words", "found"),
    [
        ("index.html", "StreamTruncated", "/reference/errors.html"),
        ("index.html", "money", "/errors.html"),
        ("zh/index.html", "模拟服务器", "/zh/mock-server.html"),
        ("zh/index.html", "超时", "/zh/settings.html"),
    ],
)
def test_search_finds_pages(browser: Chromium, address: str, start: str, words: str, found: str) -> None:
    async def search(page: Page) -> list[str]:
        await page.resize(1440)
        await page.open(f"{address}/{start}")
        links: list[str] = await page.evaluate(SEARCH.replace("WORDS", json.dumps(words)))
        return links

    links = browser.run(search(browser.page))
    assert any(link.startswith(address + found) for link in links), links
