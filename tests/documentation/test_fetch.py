"""`documentation fetch` against a server of its own: what is asked for, what is saved, and what is told instead."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from generator.cli import app
from generator.cli_output.console import Console
from generator.documentation.fetch import Options, run, session
from generator.documentation.fetch.saved import name_of
from generator.documentation.fetch.session import Session

from .cases import FOLDER, checked

SPEC = FOLDER / "spec" / "openapi.yaml"
PAINT = (FOLDER / "unchanged" / "paint.md").read_text("utf-8")
OTHER = (FOLDER / "unreadable" / "other-project.json").read_text("utf-8")
PROSE = "# About lamps\n\nLamps are made of glass.\n"
LLMS = """# Lamps

## Docs
- Lamps [About lamps](doc-16.md)

## API Docs
- Lamps > Colours [Paint a lamp](/api-11.md): Paints.
- Lamps [List lamps]({origin}/api-12)
"""


class Reply(NamedTuple):
    """The server's response for a path."""

    body: str | bytes = ""
    status: int = 200
    headers: Mapping[str, str] = MappingProxyType({})
    ends: bool = True


class Site:
    """A site on 127.0.0.1: a reply for each path, 404 for every other; `seen` has the requests."""

    def __init__(self, replies: dict[str, Reply | list[Reply]]) -> None:
        self.replies = replies
        self.seen: list[tuple[str, dict[str, str]]] = []
        self.closed = threading.Event()
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.seen.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
                known = site.replies.get(self.path, Reply(status=404))
                reply = known if isinstance(known, Reply) else known.pop(0) if len(known) > 1 else known[0]
                body = reply.body if isinstance(reply.body, bytes) else reply.body.encode()
                self.send_response(reply.status)
                for name, value in {"Content-Length": str(len(body)), **reply.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)
                self.wfile.flush()
                if not reply.ends:
                    site.closed.wait()

            def log_message(self, format: str, *arguments: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://127.0.0.1:{self.server.server_port}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.seen if path != "/robots.txt"]


Serve = Callable[[dict[str, Reply | list[Reply]]], Site]


@pytest.fixture
def serve() -> Iterator[Serve]:
    sites: list[Site] = []

    def start(replies: dict[str, Reply | list[Reply]]) -> Site:
        site = Site(replies)
        threading.Thread(target=site.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        sites.append(site)
        return site

    yield start
    for site in sites:
        site.closed.set()
        site.server.shutdown()
        site.server.server_close()


class Result(NamedTuple):
    """The outcomes of a run by path, its exit code, and how long it slept."""

    outcomes: dict[str, dict[str, str]]
    code: int
    slept: list[float]

    def status(self, path: str) -> str:
        return self.outcomes[path]["status"]


def fetch(
    site: Site, folder: Path, capsys: pytest.CaptureFixture[str], *sources: str, pause: float = 0, spec: Path = SPEC
) -> Result:
    slept: list[float] = []
    addresses = [one.replace("/", f"{site.origin}/", 1) if one.startswith("/") else one for one in sources]
    options = Options(addresses, folder, pause, "", spec)
    code = 0
    try:
        run(options, Console("documentation fetch", machine=True), Session("lamps-check/1.0", pause, slept.append))
    except SystemExit as end:
        code = int(str(end.code))
    found = json.loads(capsys.readouterr().out)
    return Result({one["url"].removeprefix(site.origin): one for one in found["pages"]}, code, slept)


def test_an_llms_txt_is_followed_to_the_pages_that_it_lists(
    serve: Serve, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = serve({"/doc-16.md": Reply(PROSE), "/api-11.md": Reply(PAINT), "/api-12.md": Reply(PAINT)})
    site.replies["/llms.txt"] = Reply(LLMS.replace("{origin}", site.origin))
    result = fetch(site, tmp_path, capsys, "/llms.txt")
    assert result.code == 1
    assert {path: one["status"] for path, one in result.outcomes.items()} == {
        "/llms.txt": "new", "/doc-16.md": "new", "/api-11.md": "new", "/api-12.md": "new",
    }  # fmt: skip
    names = sorted(one.name for one in tmp_path.iterdir())
    assert names == [".fetched.json", "api-11.md", "api-12.md", "doc-16.md", "llms.txt"]
    assert site.paths() == ["/llms.txt", "/doc-16.md", "/api-11.md", "/api-12.md"]
    assert {headers["user-agent"] for _, headers in site.seen} == {"lamps-check/1.0"}
    output, _ = checked(tmp_path.as_posix())
    assert "0 could not be read" in output  # neither the state nor a page of prose is in the way


def test_what_has_not_changed_is_not_sent_again(
    serve: Serve, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day = "Thu, 01 Jan 2026 00:00:00 GMT"
    site = serve({"/api-11.md": Reply(PAINT, headers={"ETag": '"1"', "Last-Modified": day})})
    assert fetch(site, tmp_path, capsys, "/api-11").code == 1
    assert fetch(site, tmp_path, capsys, "/api-11").status("/api-11.md") == "unchanged"  # sent, and the same
    site.replies["/api-11.md"] = Reply(status=304)
    result = fetch(site, tmp_path, capsys, "/api-11")
    assert (result.code, result.status("/api-11.md")) == (0, "unchanged")
    headers = site.seen[-1][1]
    assert headers["if-none-match"] == '"1"'
    assert headers["if-modified-since"] == day
    (tmp_path / "api-11.md").write_text("edited by hand")
    site.replies["/api-11.md"] = Reply(PAINT)
    assert fetch(site, tmp_path, capsys, "/api-11").status("/api-11.md") == "changed"
    assert "if-none-match" not in site.seen[-1][1]


def test_a_page_that_vanished_is_told_and_kept(
    serve: Serve, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = serve({"/api-11.md": Reply(PAINT)})
    fetch(site, tmp_path, capsys, "/api-11.md")
    for status in (404, 410):
        site.replies["/api-11.md"] = Reply("gone", status)
        result = fetch(site, tmp_path, capsys, "/api-11.md")
        assert (result.code, result.status("/api-11.md")) == (1, "gone")
    assert (tmp_path / "api-11.md").read_text("utf-8") == PAINT


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (Reply((FOLDER / "unreadable" / "login.html").read_text()), "login page"),
        (Reply((FOLDER / "unreadable" / "captcha.html").read_text()), "captcha"),
        (Reply("<html><script>app()</script></html>"), "a browser fills by a script"),
        (Reply("<html><body>half"), "half a file"),
        (Reply(PAINT[: len(PAINT) // 2]), "half a file"),
        (Reply(""), "empty"),
        (Reply('{"error": "no"}'), "no OpenAPI document"),
        (Reply(PROSE), "no endpoint"),
        (Reply("创建图像".encode("gbk")), "seems to be GB18030"),
        (Reply(b"\x89PNG\r\n\x1a\n\0\0"), "not"),
        (Reply(OTHER), "another project"),
        (Reply("no", 500), "HTTP 500"),
        (Reply("no", 403), "HTTP 403"),
        (Reply(PAINT, headers={"Content-Length": "50000000"}), "50 MB"),
        (Reply(status=302, headers={"Location": "/api-11.md"}), "redirects"),
        (Reply(status=302, headers={"Location": "http://127.0.0.2:1/api-11.md"}), "on another host, 127.0.0.2:1"),
        (Reply(status=302, headers={"Location": "file:///etc/passwd"}), "no http(s) address"),
        (Reply(status=429, headers={"Retry-After": "9000"}), "come back in 9000 seconds"),
    ],
)
def test_what_is_no_page_overwrites_nothing(
    serve: Serve, tmp_path: Path, capsys: pytest.CaptureFixture[str], reply: Reply, message: str
) -> None:
    site = serve({"/api-11.md": Reply(PAINT)})
    fetch(site, tmp_path, capsys, "/api-11.md")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    site.replies["/api-11.md"] = reply
    result = fetch(site, tmp_path, capsys, "/api-11.md")
    found = result.outcomes["/api-11.md"]
    assert (result.code, found["status"]) == (2, "failed")
    assert message in found["message"]
    assert found["hint"]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_server_that_never_ends_a_page_is_left(
    serve: Serve, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "DEADLINE", 0.2)
    site = serve({"/robots.txt": Reply(), "/api-11.md": Reply("#", headers={"Content-Length": "9"}, ends=False)})
    found = fetch(site, tmp_path, capsys, "/api-11.md").outcomes["/api-11.md"]
    assert (found["status"], found["message"]) == ("failed", "it takes more than 0 seconds")


def test_a_list_leads_to_no_host_that_nobody_named(
    serve: Serve, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inner, site = serve({"/api-12.md": Reply(PAINT)}), serve({"/api-11.md": Reply(PAINT)})
    site.replies["/llms.txt"] = Reply(LLMS.replace("{origin}", inner.origin))
    result = fetch(site, tmp_path, capsys, "/llms.txt")
    assert (result.code, result.status("/api-11.md")) == (2, "new")
    assert "on another host" in result.outcomes[f"{inner.origin}/api-12"]["message"]
    assert inner.seen == []
    assert fetch(site, tmp_path, capsys, "/llms.txt", f"{inner.origin}/api-12.md").status("/api-11.md") == "unchanged"
    assert inner.paths() == ["/api-12.md"]


@pytest.mark.parametrize(
    "rules",
    [
        Reply("\ufeffUser-agent: *\nDisallow: /api-11\n"),
        Reply(status=301, headers={"Location": "/moved.txt"}),
        Reply(status=302, headers={"Location": "http://127.0.0.2:1/robots.txt"}),
        Reply(status=429, headers={"Retry-After": "1"}),
    ],
)
def test_robots_txt_may_begin_with_a_mark_be_moved_or_refused(
    serve: Serve, tmp_path: Path, capsys: pytest.CaptureFixture[str], rules: Reply
) -> None:
    moved = Reply("User-agent: *\nDisallow: /api-11\n")
    site = serve({"/robots.txt": rules, "/moved.txt": moved, "/api-11.md": Reply(PAINT)})
    assert "robots.txt" in fetch(site, tmp_path, capsys, "/api-11.md").outcomes["/api-11.md"]["message"]


def test_a_page_of_our_site_may_be_of_a_new_group(
    serve: Serve, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = PAINT.replace("/lamps/{lamp}/colour:", "/sounds:").replace("Lamps/Colours", "Sounds").replace("-11-", "-90-")
    site = serve({"/api-90.md": Reply(new)})
    assert "another site" in fetch(site, tmp_path / "pages", capsys, "/api-90.md").outcomes["/api-90.md"]["message"]
    shutil.copytree(FOLDER / "spec", tmp_path / "spec")
    register = tmp_path / "spec" / "documentation.yaml"
    register.write_text(register.read_text("utf-8").replace("https://docs.lamps.example", site.origin), "utf-8")
    found = fetch(site, tmp_path / "pages", capsys, "/api-90.md", spec=tmp_path / "spec" / "openapi.yaml")
    assert found.status("/api-90.md") == "new"


def test_a_busy_server_is_asked_again_when_it_says(
    serve: Serve, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = serve({"/api-11.md": [Reply(status=429, headers={"Retry-After": "7"}), Reply(status=503), Reply(PAINT)]})
    result = fetch(site, tmp_path, capsys, "/api-11.md")
    assert result.status("/api-11.md") == "new"
    assert 7.0 in result.slept


def test_there_is_a_pause_between_requests_and_robots_txt_is_followed(
    serve: Serve, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = "User-agent: *\nCrawl-delay: 9\nDisallow: /secret\n"
    site = serve({"/robots.txt": Reply(rules), "/api-11.md": Reply(PAINT), "/secret/api-12.md": Reply(PAINT)})
    result = fetch(site, tmp_path, capsys, "/api-11.md", "/secret/api-12.md", pause=3)
    assert result.status("/api-11.md") == "new"
    assert "robots.txt" in result.outcomes["/secret/api-12.md"]["message"]
    assert site.paths() == ["/api-11.md"]
    assert 8 < max(result.slept) <= 9


def test_where_robots_txt_cannot_be_had_nothing_is_fetched(
    serve: Serve, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = serve({"/robots.txt": Reply(status=500), "/api-11.md": Reply(PAINT)})
    assert fetch(site, tmp_path, capsys, "/api-11.md").code == 2
    assert site.paths() == []


def test_a_page_has_its_markdown_first(serve: Serve, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    html = (FOLDER / "unchanged" / "paint.html").read_text("utf-8")
    site = serve({"/11e0.md": Reply(PAINT), "/api-12": Reply(html)})
    result = fetch(site, tmp_path, capsys, "/11e0", "/api-12")
    assert site.paths() == ["/11e0.md", "/api-12.md", "/api-12"]
    assert [one["file"] for one in result.outcomes.values()] == ["api-11.md", "api-12.html"]


def test_addresses_may_stand_in_a_file(
    serve: Serve, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = serve({"/api-11.md": Reply(PAINT)})
    monkeypatch.chdir(tmp_path)
    Path("list.txt").write_text(f"{site.origin}/api-11.md\n{site.origin}/api-11.md#again\n")
    result = fetch(site, tmp_path / "pages", capsys, "list.txt")
    assert result.status("/api-11.md") == "new"
    assert site.paths() == ["/api-11.md"]


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://a.example/api-11", "api-11.md"),
        ("https://a.example/chat-15796842e0.md", "api-15796842.md"),
        ("https://a.example/4994288m0", "doc-4994288.md"),
        ("https://a.example/llms.txt", "llms.txt"),
        ("https://a.example/%E8%81%8A%E5%A4%A9", "聊天.md"),
    ],
)
def test_a_file_is_named_after_its_page(url: str, name: str) -> None:
    assert name_of(url, "markdown") == name


@pytest.mark.parametrize(
    "path", ["/../../etc/passwd", "/a%2F..%2Fb", "/con", "/", "/a?b=1", "/a%00b", "/" + "x" * 300, "/a:b|c"]
)
def test_no_address_leaves_the_folder_or_has_a_name_that_a_system_refuses(path: str) -> None:
    name = name_of(f"https://a.example{path}", "markdown")
    assert name == Path(name).name
    assert len(name) < 110
    assert not {*'\\/:*?"<>|\0'} & {*name}
    assert name.partition(".")[0].lower() != "con"


def test_the_command_says_where_it_cannot_begin(tmp_path: Path) -> None:
    found = CliRunner().invoke(
        app, ["documentation", "fetch", "missing.txt", "--out", str(tmp_path), "--spec", str(SPEC)]
    )
    assert found.exit_code == 2
    assert "missing.txt" in found.stderr
