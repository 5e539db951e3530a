# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Api: every function builds a call and sends nothing; `client.send(call)` sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ..models.api import AsyncPlate, Menu, Plate, Ticket
from ..runtime.encoding.bodies import BodySpec
from ..runtime.operation.call import Call, build_call
from ..runtime.operation.endpoint import endpoint
from ..runtime.operation.operation import Operation, Options
from ..runtime.operation.polling_spec import FollowUpActions, PollingSpec
from ..runtime.operation.response_variants import ResponseVariant, ResponseVariants

if TYPE_CHECKING:
    from ..params.api import AskChef, FetchFilm, LookAtMeal, OrderMeal, OrderSoup, ReadMenu
    from ..runtime.files.binary_response import AsyncBinaryResponse, BinaryResponse
    from ..runtime.polling.task import AsyncTask, Task

_FETCH_FILM_POLLING = PollingSpec(
    id="/ticket",
    fetch="fetch_film",
    parameter="ticket",
    status="http",
    states={202: "running", 200: "succeeded"},
    interval=(10.0, 10.0),
)


_LOOK_AT_MEAL_POLLING = PollingSpec(
    id="/ticket",
    fetch="look_at_meal",
    parameter="from_",
    status="/state",
    states={"": "running", "cooking": "running", "asks": "waiting", "served": "succeeded", "burnt": "failed"},
    accepted={"/code": (1,)},
    failure="/why",
    progress="/done",
    interval=(2.0, 0.5),
    timeout=5.0,
    expect_unknown=True,
    actions=FollowUpActions(
        each="/choices", by=("name",), operation="ask_chef", item={"what": "/id"}, whole={"plate": "/state"}
    ),
)


_LOOK_AT_MEAL_POLLING_2 = PollingSpec(
    id="/ticket",
    fetch="look_at_meal",
    parameter="from_",
    status="/state",
    states={"": "running", "cooking": "running", "asks": "waiting", "served": "succeeded", "burnt": "failed"},
    accepted={"/code": (1,)},
    failure="/why",
    progress="/done",
    interval=(2.0, 0.5),
    timeout=60.0,
    expect_unknown=True,
    actions=FollowUpActions(
        each="/choices", by=("name",), operation="ask_chef", item={"what": "/id"}, whole={"plate": "/state"}
    ),
)


_ASK_CHEF = Operation(
    id="askChef",
    name="kitchen.ask",
    method="POST",
    path="/ask",
    body=("plate", "what"),
    content=BodySpec(kind="json", media_type="application/json"),
    required=("plate", "what"),
    result=Ticket,
    polling=_LOOK_AT_MEAL_POLLING,
)


@endpoint(_ASK_CHEF)
def ask_chef(**params: Unpack[AskChef]) -> Call[Task[Plate], AsyncTask[AsyncPlate]]:
    """POST /ask"""
    return build_call(_ASK_CHEF, params)


_FETCH_FILM = Operation(
    id="fetchFilm",
    name="kitchen.films.result",
    method="GET",
    path="/film",
    query=("ticket",),
    required=("ticket",),
    retry="safe",
    results={202: Ticket},
    proofs={202: ("ticket",)},
    variants=ResponseVariants(cases={"*": ResponseVariant(media_type="video/*", result="video")}),
)


@endpoint(_FETCH_FILM)
def fetch_film(**params: Unpack[FetchFilm]) -> Call[BinaryResponse | Ticket, AsyncBinaryResponse | Ticket]:
    """GET /film"""
    return build_call(_FETCH_FILM, params)


_FILM_MEAL = Operation(
    id="filmMeal", name="kitchen.films.start", method="POST", path="/film", result=Ticket, polling=_FETCH_FILM_POLLING
)


@endpoint(_FILM_MEAL)
def film_meal(**options: Unpack[Options]) -> Call[Task[BinaryResponse], AsyncTask[AsyncBinaryResponse]]:
    """POST /film"""
    return build_call(_FILM_MEAL, options)


_LOOK_AT_MEAL = Operation(
    id="lookAtMeal",
    name="kitchen.look",
    method="GET",
    path="/look/{from_}",
    modes=("haste", "peace"),
    mode_prefix="/in-{mode}",
    retry="safe",
    result=Plate,
    async_result=AsyncPlate,
    file_models=("",),
)


@endpoint(_LOOK_AT_MEAL)
def look_at_meal(from_: str, **params: Unpack[LookAtMeal]) -> Call[Plate, AsyncPlate]:
    """Args:
        All: see `LookAtMeal` in params/api.py.

    GET /look/{from_}
    """
    return build_call(_LOOK_AT_MEAL, params, from_=from_)


_ORDER_MEAL = Operation(
    id="orderMeal",
    name="kitchen.order",
    method="POST",
    path="/order",
    body=("name",),
    content=BodySpec(kind="json", media_type="application/json"),
    required=("name",),
    modes=("haste", "peace"),
    mode_prefix="/in-{mode}",
    result=Ticket,
    polling=_LOOK_AT_MEAL_POLLING_2,
)


@endpoint(_ORDER_MEAL)
def order_meal(**params: Unpack[OrderMeal]) -> Call[Task[Plate], AsyncTask[AsyncPlate]]:
    """Order a meal.

    Args:
        All: see `OrderMeal` in params/api.py.

    POST /order
    """
    return build_call(_ORDER_MEAL, params)


_ORDER_SOUP = Operation(
    id="orderSoup",
    name="kitchen.order_soup",
    method="POST",
    path="/order",
    body=("hot",),
    content=BodySpec(kind="json", media_type="application/json"),
    required=("hot",),
    modes=("haste", "peace"),
    mode_prefix="/in-{mode}",
    result=Ticket,
    polling=_LOOK_AT_MEAL_POLLING_2,
)


@endpoint(_ORDER_SOUP)
def order_soup(**params: Unpack[OrderSoup]) -> Call[Task[Plate], AsyncTask[AsyncPlate]]:
    """Order a soup.

    Args:
        All: see `OrderSoup` in params/api.py.

    POST /order
    """
    return build_call(_ORDER_SOUP, params)


_READ_MENU = Operation(
    id="readMenu",
    name="menu.read",
    method="POST",
    path="/order",
    body=("hot",),
    content=BodySpec(kind="json", media_type="application/json"),
    required=("hot",),
    modes=("haste", "peace"),
    mode_prefix="/in-{mode}",
    result=Menu,
)


@endpoint(_READ_MENU)
def read_menu(**params: Unpack[ReadMenu]) -> Call[Menu]:
    """Read the menu.

    Args:
        All: see `ReadMenu` in params/api.py.

    POST /order
    """
    return build_call(_READ_MENU, params)
