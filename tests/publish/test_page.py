"""The reference in a real browser: everything is there, works from a file, and can be read."""

from __future__ import annotations

import asyncio

import pytest

from generator.publish.samples import LANGUAGES
from generator.spec.operations import walk_operations
from tests.site.chromium import BROWSER, Chromium, Page

from .test_documents import PUBLISHED, load

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium")
PAGE = (PUBLISHED / "index.html").as_uri()
WIDTHS = (390, 1440)
SCHEMES = ("light", "dark")

# The length of the sample that each operation shows when the tab of a language is chosen.
SAMPLES = """(async () => {
  const sections = [...document.querySelectorAll("[data-section-id*='/operation/']")];
  const chosen = section => [...section.querySelectorAll("[role=tab]")].find(tab => tab.innerText === LANGUAGE);
  const tabs = sections.map(chosen);
  tabs.forEach(tab => tab && tab.click());
  await new Promise(resolve => setTimeout(resolve, 200));
  const shown = tab => tab ? document.getElementById(tab.getAttribute("aria-controls")).innerText.length : 0;
  return sections.map((section, index) => [section.dataset.sectionId.split("/operation/")[1], shown(tabs[index])]);
})()"""

# Text that does not stand out from its ground (WCAG AA), and how far the page is too wide.
READABLE = """(() => {
  const channels = text => text.match(/[\\d.]+/g).map(Number);
  const over = ([r, g, b, a = 1], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a)];
  const grounds = new Map();
  const ground = element => {
    if (!element) return [255, 255, 255];
    if (!grounds.has(element)) {
      const color = channels(getComputedStyle(element).backgroundColor);
      grounds.set(element, color[3] === 0 ? ground(element.parentElement) : over(color, ground(element.parentElement)));
    }
    return grounds.get(element);
  };
  const light = color => color.map(c => c / 255)
    .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const faint = new Set();
  const walker = document.createTreeWalker(document.getElementById("reference"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.tagName === "STYLE" || !element.offsetParent) continue;
    const below = ground(element);
    const [text, back] = [light(over(channels(getComputedStyle(element).color), below)), light(below)];
    const contrast = (Math.max(text, back) + 0.05) / (Math.min(text, back) + 0.05);
    if (contrast < 4.5) faint.add(`${element.tagName} ${contrast.toFixed(1)} ${node.data.trim().slice(0, 40)}`);
  }
  return {faint: [...faint].slice(0, 20), wide: Math.max(0, document.documentElement.scrollWidth - innerWidth)};
})()"""


async def ready(page: Page, scheme: str) -> None:
    await page.resize(1440, scheme)
    await page.open("about:blank")
    await page.open(PAGE)
    for _ in range(100):
        if await page.evaluate("document.body.dataset.ready === 'yes'"):
            return
        await asyncio.sleep(0.1)
    raise AssertionError("the page does not become ready")


def test_the_page_shows_every_operation_and_sample_and_can_be_read() -> None:
    operations = [one.id for one in walk_operations(load("openapi.json"))]
    with Chromium() as browser:
        browser.run(look(browser.page, operations))


async def look(page: Page, operations: list[str]) -> None:
    for scheme in SCHEMES:
        await ready(page, scheme)
        for width in WIDTHS:
            await page.resize(width, scheme)
            assert (scheme, width, await page.evaluate(READABLE)) == (scheme, width, {"faint": [], "wide": 0})
    for language in LANGUAGES:
        shown = dict(await page.evaluate(SAMPLES.replace("LANGUAGE", f"'{language}'")))
        assert shown.keys() == set(operations)
        assert (language, [name for name, length in shown.items() if length < 40]) == (language, [])
    assert page.problems == []
    assert [url for url in page.requested if not url.startswith(("file:", "blob:", "data:", "about:"))] == []
