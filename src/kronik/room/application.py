"""The room as an ASGI application: addresses, forms of answers, errors, headers."""

import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kronik.chronicle.reader import Chronicle
from kronik.errors import KronikError, UsageError
from kronik.room.address import Address, address_of
from kronik.room.drawing import png_bytes, whole_svg
from kronik.room.faces import csv_pieces, json_bytes, parquet_bytes
from kronik.room.gate import COOKIE, HEADERS, Gate
from kronik.room.keeper import Keeper, open_desk
from kronik.room.memory import Memory
from kronik.room.reference import Reference
from kronik.room.rendering import STATIC, room_environment, static_file
from kronik.room.screen import RoomError, Screen, Visit
from kronik.room.screens import SCREENS
from kronik.room.wording import chosen_language, room_wording
from kronik.web.wording import LANGUAGES, Wording

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

FACES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
    "svg": "image/svg+xml",
    "png": "image/png",
}
"""Endings of addresses, and the media types of their answers; without an ending the answer is a page."""
STATIC_AGE = 31_536_000
"""Seconds that a browser may keep a file whose address changes with its bytes: a year."""
ANSWERED = ("GET", "HEAD")
NOT_YET = 503
"""Status of a page that will be there later: it asks again by itself."""
LOG = logging.getLogger(__name__)


def room_application(keeper: Keeper, gate: Gate) -> "ASGIApp":
    """Return the application that serves a chronicle to those whom the gate lets in."""
    room = _Room(keeper, gate)
    routes = [Route("/static/{name}", room.static, methods=ANSWERED), Route("/enter", room.enter, methods=ANSWERED)]
    for path, make in SCREENS:
        routes += [
            Route(f"{_named(path)}.{ending}", room.answer(make, path, ending), methods=ANSWERED) for ending in FACES
        ]
        routes.append(Route(path, room.answer(make, path, ""), methods=ANSWERED))
    routes.append(Route("/{rest:path}", room.nothing, methods=ANSWERED))
    return _Guarded(Starlette(routes=routes), room, gate)


def _named(path: str) -> str:
    return "/overview" if path == "/" else path


class _Room:
    """What all answers share: the templates, the labels, the state of the chronicle."""

    def __init__(self, keeper: Keeper, gate: Gate) -> None:
        self.keeper = keeper
        self.gate = gate
        self.reference = Reference()
        self.memory = Memory()
        self.templates = room_environment()
        self.wordings: Mapping[str, Wording] = {language: room_wording(language) for language in LANGUAGES}

    def wording(self, request: Request) -> Wording:
        accepted = request.headers.get("accept-language", "")
        return self.wordings[chosen_language(request.query_params.get("lang"), accepted)]

    def answer(self, make: Callable[[Visit], Screen], path: str, ending: str) -> Callable[[Request], "Response"]:
        def respond(request: Request) -> Response:
            name = str(request.path_params.get("name", ""))
            address = address_of(path.replace("{name}", name), request.query_params)
            t = self.wording(request)
            try:
                return self.given(make, ending, address, t, request)
            except RoomError as error:
                return self.told(t, address, error.status, t(error.key), error.value)
            except KronikError as error:
                status = 400 if isinstance(error, UsageError) else 503
                return self.told(t, address, status, t("room.error.question" if status == 400 else "room.error.file"))
            except Exception:
                LOG.exception("no answer to %s", request.url.path)
                return self.told(t, address, 500, t("room.error.fault"))

        return respond

    def given(
        self, make: Callable[[Visit], Screen], ending: str, address: Address, t: Wording, request: Request
    ) -> Response:
        """Return the answer to an address, in the form that it ends with."""
        state, path = self.keeper.state(), self.keeper.chronicle
        with open_desk(path, state) as desk, Chronicle.open(path) as chronicle:
            visit = Visit(
                address=address,
                name=str(request.path_params.get("name", "")),
                t=t,
                desk=desk,
                chronicle=chronicle,
                state=state,
                reference=self.reference,
                memory=self.memory,
                origin=str(request.base_url).rstrip("/"),
            )
            screen = make(visit)
            return self.page(screen, visit) if not ending else self.face(screen, ending, address)

    def face(self, screen: Screen, ending: str, address: Address) -> Response:
        """Return a screen in another form than a page. Raises RoomError where it has none such."""
        name = address.path.strip("/").replace("/", "-") or "overview"
        headers = {"Content-Disposition": f'attachment; filename="{name[:60]}.{ending}"'}
        if ending == "json":
            return Response(json_bytes(screen.view), media_type=FACES[ending])
        if ending == "csv" and screen.sheet is not None:
            return Response(b"".join(csv_pieces(screen.sheet())), media_type=FACES[ending], headers=headers)
        if ending == "parquet" and screen.sheet is not None:
            try:
                return Response(parquet_bytes(screen.sheet()), media_type=FACES[ending], headers=headers)
            except UsageError as error:
                raise RoomError(501, "room.error.parquet") from error
        if ending in {"svg", "png"} and screen.chart is not None:
            drawing = whole_svg(screen.chart())
            if ending == "svg":
                return Response(drawing, media_type=FACES[ending], headers=headers)
            picture = png_bytes(drawing)
            if picture is None:
                raise RoomError(501, "room.error.png")
            return Response(picture, media_type=FACES[ending], headers=headers)
        raise RoomError(404, "room.error.form")

    def page(self, screen: Screen, visit: Visit) -> Response:
        text = self.templates.get_template(screen.template).render(
            t=visit.t,
            here=visit.address,
            view=screen.view,
            title=screen.title,
            place=screen.place,
            state=visit.state,
            origin=visit.origin,
            forms=True,
            sheet=screen.sheet is not None,
            chart=screen.chart() if screen.chart is not None else None,
        )
        return Response(text, media_type="text/html; charset=utf-8", headers={"Cache-Control": "no-cache"})

    def told(self, t: Wording, address: Address, status: int, message: str, value: str = "") -> Response:
        """Return a page that says what is wrong: never what the program thought."""
        text = self.templates.get_template("wrong.html").render(
            t=t,
            here=address,
            title=t(f"room.error.title_{status}"),
            message=message,
            value=value,
            later=status == NOT_YET,
            place="",
            state=self.keeper.held,
            sheet=False,
            chart=None,
            forms=False,
        )
        return Response(text, status_code=status, media_type="text/html; charset=utf-8")

    def static(self, request: Request) -> Response:
        name = str(request.path_params["name"])
        if name not in STATIC:
            return self.nothing(request)
        age = {"Cache-Control": f"public, max-age={STATIC_AGE}, immutable"}
        return Response(static_file(name), media_type=STATIC[name], headers=age)

    def nothing(self, request: Request) -> Response:
        t = self.wording(request)
        return self.told(t, address_of("/", request.query_params), 404, t("room.error.nothing"))

    def enter(self, request: Request) -> Response:
        """Take a token that was typed, and keep it as a cookie."""
        shown = request.query_params.get("token", "")
        if not self.gate.fits(shown):
            return self.door(request)
        answer = RedirectResponse(_inside(request.query_params.get("to", "/")), status_code=303)
        answer.set_cookie(COOKIE, shown, httponly=True, samesite="strict")
        return answer

    def door(self, request: Request) -> Response:
        """Return the page that asks for the token."""
        t = self.wording(request)
        here = address_of(request.url.path, request.query_params)
        to = request.query_params.get("to", "/") if here.path == "/enter" else str(here.to(token=None))
        text = self.templates.get_template("door.html").render(
            t=t, here=here.to("/"), title=t("room.door.title"), to=_inside(to), place="", state=None
        )
        return Response(text, status_code=401, media_type="text/html; charset=utf-8")


class _Guarded:
    """The application behind its gate; every answer gets the headers of `HEADERS`."""

    def __init__(self, inner: "ASGIApp", room: _Room, gate: Gate) -> None:
        self._inner = inner
        self._room = room
        self._gate = gate

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        if scope["type"] != "http":
            await self._inner(scope, receive, send)
            return

        async def guarded(message: "Message") -> None:
            if message["type"] == "http.response.start":
                held = [pair for pair in message["headers"] if pair[0].lower() != b"server"]
                message["headers"] = [*held, *((name.lower().encode(), value.encode()) for name, value in HEADERS)]
            await send(message)

        request = Request(scope)
        app: ASGIApp = self._inner
        if not self._gate.knows(request.headers.get("host", "")):
            app = Response("wrong host\n", status_code=421, media_type="text/plain")
        elif not self._open(request):
            app = await run_in_threadpool(self._at_door, request)
        await app(scope, receive, guarded)

    def _open(self, request: Request) -> bool:
        headers = request.headers
        free = request.url.path.startswith("/static/") or request.url.path == "/enter"
        return free or self._gate.admits(headers.get("cookie", ""), headers.get("authorization", ""))

    def _at_door(self, request: Request) -> Response:
        """Take the token of an address, so that it does not stay in the bar; else ask for it."""
        shown = request.query_params.get("token", "")
        if not self._gate.fits(shown):
            return self._room.door(request)
        here = address_of(request.url.path, request.query_params).to(token=None)
        answer = RedirectResponse(_inside(str(here)), status_code=303)
        answer.set_cookie(COOKIE, shown, httponly=True, samesite="strict")
        return answer


def _inside(address: str) -> str:
    """Return an address of this room; its first page for one that would lead out of it."""
    inside = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if inside else "/"
