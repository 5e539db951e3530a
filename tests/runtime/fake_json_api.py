"""A small API of another trade than any real one, with everything that the runtime's tests need of an API."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal

import pytest

from generator.runtime.client.client import APIProfile, AsyncClient, SyncClient
from generator.runtime.errors import APIError
from generator.runtime.operation.stream_spec import StreamSpec
from generator.runtime.response.error_catalog import ErrorCatalog, ErrorCode, ErrorShape
from generator.runtime.response.model import ResponseModel
from generator.runtime.transport import TransportError
from tests.runtime.endpoints import Endpoint
from tests.runtime.fake_transport import FakeAsyncTransport, FakeTransport

KEY = "sk-5hopKeyNobodyMaySee"


class Line(ResponseModel, frozen=True, kw_only=True):
    index: int
    text: str | None
    note: str | None = None


class Order(ResponseModel, frozen=True, kw_only=True):
    id: str
    lines: list[Line]
    state: Literal["open", "done"] | str
    price: float | None = None
    tags: dict[str, int] | None = None


class OrderPart(ResponseModel, frozen=True, kw_only=True):
    id: str
    lines: list[Line]


ERRORS = ErrorCatalog(
    request_id=("X-Gateway-Id", "X-Request-Id"),
    shapes=(
        ErrorShape(
            name="refused before work",
            where={"/error/message": "string", "/error/type": "string", "/error/code": "absent"},
            message="/error/message",
            type="/error/type",
            outcome="rejected",
        ),
        ErrorShape(
            name="nested",
            where={"/error/message": "string", "/error/type": "string", "/error/code": "any"},
            message="/error/message",
            type="/error/type",
            code="/error/code",
            param="/error/param",
        ),
        ErrorShape(name="bare", where={"/error": "string"}, message="/error"),
        ErrorShape(
            name="flat",
            where={"/message": "string", "/type": "string", "/code": "any", "/param": "any"},
            message="/message",
            type="/type",
            code="/code",
            param="/param",
        ),
    ),
    codes={"order_not_found": ErrorCode(status=404), "vendor_lost": ErrorCode(outcome="unknown")},
)
PROFILE = APIProfile(
    package="shop",
    version="1.2.3",
    name="Shop",
    env="SHOP",
    base_url="https://api.shop.example",
    user_agent="shop-python",
    versions=("v1",),
    paths=("/v1/orders", "/v1/orders/export", "/status"),
    errors=ERRORS,
)

CREATE = Endpoint(
    id="createOrder",
    method="POST",
    path="/v1/orders",
    body=("name", "lines", "price", "stream"),
    result=Order,
    proof=("lines",),
    stream=StreamSpec(
        when=("stream", True),
        event=OrderPart,
        end="[END]",
        proof=("lines",),
        text=("lines", ("index", 0), ("text",)),
        concat_fields=("text",),
        constants={"state": "done"},
    ),
)
RETRIEVE = Endpoint(id="retrieveOrder", method="GET", path="/v1/orders/{order}", result=Order, proof=("lines",))
SEARCH = Endpoint(
    id="searchOrders",
    method="GET",
    path="/v1/orders",
    query=("from", "state"),
    header=("X-Branch",),
    wire_names={"from_": "from", "branch": "X-Branch"},
    result=list[Order],
    retry="safe",
)

ORDER = b'{"id":"o1","lines":[{"index":0,"text":"bread"}],"state":"open"}'
JSON = ("Content-Type", "application/json")
EVENTS = ("Content-Type", "text/event-stream")


class Server(FakeTransport):
    """A transport with one response."""

    def __init__(
        self,
        raw: bytes = ORDER,
        status: int = 200,
        headers: Sequence[tuple[str, str]] | None = None,
        fault: TransportError | None = None,
        refuses: TransportError | None = None,
    ) -> None:
        super().__init__(refuses or (status, [JSON] if headers is None else list(headers), raw), fault=fault)


class AsyncServer(FakeAsyncTransport, Server): ...


class Shop(SyncClient):
    _profile = PROFILE


class AsyncShop(AsyncClient):
    _profile = PROFILE


def shop(server: Any, **settings: Any) -> Shop:
    """A client that sends each request once, unless told otherwise."""
    return Shop(settings.pop("api_key", KEY), transport=server, **{"max_retries": 0, **settings})


def order(raw: bytes = ORDER, on_deviation: Callable[[Any], None] | None = None, **settings: Any) -> Any:
    """Return a client's result for these bytes as the response to createOrder."""
    return shop(Server(raw), on_deviation=on_deviation, **settings).send(CREATE({"name": "x"}))


CALL = CREATE({"name": "x"})


STREAM = CREATE({"name": "x", "stream": True})


def streaming(*events: bytes, headers: Sequence[tuple[str, str]] = (), **settings: Any) -> Any:
    """A stream of these events to its end."""
    raw = b"".join(b"data: %s\n\n" % event for event in (*events, b"[END]"))
    return shop(Server(raw, headers=[EVENTS, *headers]), **settings).send(STREAM)


REFUSAL = b'{"message":"no such order","type":"t","param":"id","code":"order_not_found"}'


def failure(server: Server, call: Any = CALL, **settings: Any) -> Any:
    with pytest.raises(APIError) as raised:
        shop(server, **settings).send(call)
    assert raised.value.call == call
    return raised.value
