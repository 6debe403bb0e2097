"""The gateway's routes: the wire contract (docs/architecture.md), the page, and the form without JavaScript."""

from __future__ import annotations

import asyncio
import gzip
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.templating import Jinja2Templates
from starlette.types import ASGIApp

from gateway.assistant import Assistant, Unavailable
from gateway.bodies import JSON_OR_BEACON, read_form, read_json
from gateway.chat import LONGEST_MESSAGE, Chat, Refusal, Turn
from gateway.limits import Allowance
from gateway.metrics import Metrics
from gateway.schema import DESCRIPTION, check_message
from gateway.security import SecurityHeaders
from gateway.sessions import Sessions
from gateway.settings import Settings
from signpost import cards
from signpost.answer import Message, Signpost
from signpost.conversation import Knowledge
from signpost.routing import EMERGENCY

EXIT_URL = "https://www.bbc.co.uk/weather"
"""Where "Exit now" goes: a page that nobody wonders at."""

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parent
_WIDGET = _HERE / "static" / "signpost.generated.js"  # built by `make widget`, committed so that running needs no Node
_DOCUMENTS = {
    "README.md": "What Signpost is, and how to run it",
    "SAFETY.md": "What it promises, and how that is shown",
    "docs/embedding.md": "How to embed it",
    "docs/privacy.md": "Privacy",
    "docs/security.md": "Security",
    "docs/accessibility.md": "Accessibility statement",
    "docs/evaluation.md": "How well it understands",
    "docs/contacts.md": "All contacts, with source and date",
}
"""What the home page links to: file and title."""
_LOCALHOST = r"https?://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?"
_REST = "/webhooks/rest/webhook"
_FORM = "/ask"
_HEALTH_SECONDS = 5.0
_SWEEP_SECONDS = 5.0
_REPORTS_AT_ONCE, _REPORTS_PER_SECOND = 100.0, 1.0
_SENDER_LENGTH = 200


class Gateway:
    """The routes, over the chat."""

    def __init__(self, settings: Settings) -> None:
        """Load directory, topics and facts; raises their errors if any is unfit."""
        now = time.monotonic()
        self._signpost = Signpost.load()
        self._assistant = Assistant(settings.assistant_url, settings.assistant_seconds, settings.assistant_at_once)
        self._sessions = Sessions(settings.idle_seconds, settings.longest_seconds, settings.burst, settings.per_second)
        self.metrics = Metrics(lambda: len(self._sessions))
        whole = Allowance(settings.whole_burst, settings.whole_per_second, now)
        self._chat = Chat(self._signpost, self._assistant, self._sessions, whole, self.metrics)
        self._reports = Allowance(_REPORTS_AT_ONCE, _REPORTS_PER_SECOND, now)
        self._origins = settings.origins
        self._templates = Jinja2Templates(_HERE / "templates")
        self._health: tuple[float, bool] = (float("-inf"), False)
        self._asking_health = asyncio.Lock()
        self._help_at_start = self._chat.help()
        self._script = _WIDGET.read_bytes() if _WIDGET.is_file() else None  # without it there is still the form, and help
        self._script_compressed = gzip.compress(self._script, 9) if self._script else None

    def app(self) -> ASGIApp:
        """The application. Headers and CORS stand around everything, our own failures too."""
        routes = [
            Route("/", self.page, methods=["GET"]),
            Route(_FORM, self.ask, methods=["POST"]),
            Route("/chat", self.chat, methods=["POST"]),
            Route("/chat/forget", self.forget, methods=["POST"]),
            Route("/wrong-number", self.wrong_number, methods=["POST"]),
            Route(_REST, self.rest_channel, methods=["POST"]),
            Route("/live", self.live, methods=["GET"]),
            Route("/health", self.health, methods=["GET"]),
            Route("/directory.json", self.directory, methods=["GET"]),
            Route("/openapi.json", self.description, methods=["GET"]),
            Route("/signpost.js", self.widget, methods=["GET"]),
            Route("/docs/{name:path}", self.document, methods=["GET"]),
            Route("/embed/", self.embed, methods=["GET"]),
            Mount("/embed", StaticFiles(directory=_ROOT / "widget" / "page")),
            Mount("/static", StaticFiles(directory=_HERE / "static")),
        ]
        handlers: Any = {Refusal: self.on_refusal, HTTPException: self.on_http_error, Exception: self.on_error}
        inner = Starlette(routes=routes, lifespan=self._lifespan, exception_handlers=handlers)
        with_cors = CORSMiddleware(
            inner,
            allow_origins=list(self._origins),
            allow_origin_regex=_LOCALHOST,
            allow_methods=["GET", "POST"],
            allow_headers=["Content-Type"],
            expose_headers=["Retry-After"],
            max_age=600,
        )
        return SecurityHeaders(with_cors)

    @asynccontextmanager
    async def _lifespan(self, _: Starlette) -> AsyncIterator[None]:
        sweeping = asyncio.create_task(self._sweep())
        yield
        sweeping.cancel()
        await self._assistant.close()

    async def _sweep(self) -> None:
        """Forget in time even while nobody asks anything."""
        while True:
            await asyncio.sleep(_SWEEP_SECONDS)
            self._sessions.sweep()

    async def chat(self, request: Request) -> Response:
        """One turn of a conversation."""
        return JSONResponse(await self._chat.answer(Turn.of(await read_json(request))))

    async def forget(self, request: Request) -> Response:
        """Forget a conversation at once; also as text/plain, for a page that is being left."""
        body = await read_json(request, JSON_OR_BEACON)
        if not isinstance(body, dict) or not isinstance(body.get("session"), str):
            raise Refusal(400, 'Send {"session": "..."}.')
        self._chat.forget(body["session"])
        return JSONResponse({"forgotten": True})

    async def wrong_number(self, request: Request) -> Response:
        """Count which card was reported as not working, and nothing else."""
        body = await read_json(request)
        card = body.get("card") if isinstance(body, dict) else None
        if card not in [service.id for service in self._signpost.directory.services]:
            raise Refusal(400, 'Send {"card": "..."}, with the id of a card.')
        if wait := self._reports.spend(time.monotonic()):
            raise Refusal(429, "Please try again later.", {"Retry-After": str(int(wait) + 1)})
        self.metrics.wrong_number(card)
        return JSONResponse({"counted": True})

    async def live(self, request: Request) -> Response:
        """The process is up."""
        return JSONResponse({"live": True})

    async def health(self, request: Request) -> Response:
        """Whether a "hello" comes back from the assistant with words and contacts; kept for seconds."""
        async with self._asking_health:
            if time.monotonic() - self._health[0] > _HEALTH_SECONDS:
                well = False
                with suppress(Unavailable, ValueError):
                    check_message(await self._assistant.ask("hello", Knowledge()))
                    well = True
                self._health = (time.monotonic(), well)
        well = self._health[1]
        return JSONResponse({"gateway": "ok", "assistant": "ok" if well else "unavailable"}, 200 if well else 503)

    async def directory(self, request: Request) -> Response:
        """The contacts of today, so that an embedded page never shows an old number."""
        return JSONResponse(cards.snapshot(self._signpost.directory, _now()))

    async def description(self, request: Request) -> Response:
        """The wire contract, for machines."""
        return JSONResponse(DESCRIPTION)

    async def widget(self, request: Request) -> Response:
        """The script that other sites embed, compressed where the browser can take it."""
        headers = {"cross-origin-resource-policy": "cross-origin", "cache-control": "no-cache", "vary": "Accept-Encoding"}
        if self._script is None:
            raise HTTPException(404)
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(self._script_compressed, media_type="text/javascript", headers=headers | {"content-encoding": "gzip"})
        return Response(self._script, media_type="text/javascript", headers=headers)

    async def embed(self, request: Request) -> Response:
        """The page that makes the lines for a charity's site and shows them in its colours."""
        return FileResponse(_ROOT / "widget" / "page" / "embed.html")

    async def document(self, request: Request) -> Response:
        """One of the documents that the home page links to, as plain text."""
        name = request.path_params["name"]
        if name not in _DOCUMENTS:
            raise HTTPException(404)
        return FileResponse(_ROOT / name, media_type="text/plain; charset=utf-8")

    async def rest_channel(self, request: Request) -> Response:
        """Rasa's REST channel, for clients that speak it. A turn stands alone unless its sender was minted here."""
        body = await read_json(request, JSON_OR_BEACON)
        body = body if isinstance(body, dict) else {}
        words = body.get("message")
        words = words if isinstance(words, str) else ""
        kind = "button" if self._signpost.press(words, Knowledge()) else "message"
        reply = await self._chat.answer(Turn.of({"session": body.get("sender"), kind: words}), keep=False)
        return JSONResponse(_as_rest(reply["messages"], body.get("sender")))

    async def page(self, request: Request) -> Response:
        """The page with the chat."""
        return self._render(request)

    async def ask(self, request: Request) -> Response:
        """The same conversation as a plain form, for a browser without JavaScript."""
        form = await read_form(request)
        asked: dict[str, str | None] = {key: form.get(key) for key in ("session", "area")}
        asked |= {"button": form["button"]} if "button" in form else {"message": form.get("message", "")}
        try:
            reply = await self._chat.answer(Turn.of(asked))
        except Refusal as refusal:
            return self._refuse(request, refusal, typed=form.get("message", ""), session=form.get("session"))
        return self._render(request, session=reply["session"], messages=reply["messages"])

    async def on_refusal(self, request: Request, error: Exception) -> Response:
        """A clear answer with help in it."""
        assert isinstance(error, Refusal)
        return self._refuse(request, error)

    async def on_http_error(self, request: Request, error: Exception) -> Response:
        """No such page or method: help there too."""
        assert isinstance(error, HTTPException)
        words = {404: "There is no such page here.", 405: "That way of asking does not work here."}
        return self._refuse(request, Refusal(error.status_code, words.get(error.status_code, error.detail), dict(error.headers or {})))

    async def on_error(self, request: Request, error: Exception) -> Response:
        """Our own fault. Nothing of the request is logged, only where it happened."""
        self.metrics.fault("own")
        return self._refuse(request, Refusal(503, "Something went wrong here. Please try again.", {"Retry-After": "2"}))

    def help(self, heard: str = "") -> Message:
        """Help, even where it is the making of it that fails."""
        try:
            return self._chat.help(heard)
        except Exception:
            self.metrics.fault("own")
            return self._help_at_start

    def _refuse(self, request: Request, refusal: Refusal, typed: str = "", session: str | None = None) -> Response:
        """In the shape that this client reads: Rasa's channel, a page, or JSON."""
        self.metrics.refused(refusal.status)
        message = self.help(refusal.heard)
        if request.url.path == _REST:
            return JSONResponse(_as_rest([message], None))
        if request.url.path == _FORM or (request.method == "GET" and "text/html" in request.headers.get("accept", "")):
            return self._render(request, session=session, messages=[message], refusal=refusal, typed=typed)
        return JSONResponse({"error": refusal.error, "messages": [message]}, refusal.status, refusal.headers)

    def _render(
        self,
        request: Request,
        *,
        session: str | None = None,
        messages: list[Message] | None = None,
        refusal: Refusal | None = None,
        typed: str = "",
    ) -> Response:
        context = {
            "session": session,
            "messages": messages or [],
            "error": refusal.error if refusal else None,
            "typed": typed,
            "help": self.help(),
            "emergency": self._signpost.directory.service(EMERGENCY).channels[0],
            "emergency_id": EMERGENCY,
            "exit_url": EXIT_URL,
            "longest": LONGEST_MESSAGE,
            "documents": _DOCUMENTS,
        }
        status = refusal.status if refusal else 200
        return self._templates.TemplateResponse(request, "page.html", context, status, refusal.headers if refusal else None)


def _as_rest(messages: list[Message], sender: object) -> list[dict[str, Any]]:
    """Messages in the shape of Rasa's REST channel; `sender` comes back as it came."""
    recipient = sender if isinstance(sender, str) and len(sender) <= _SENDER_LENGTH and sender.isprintable() else "guest"
    return [
        {
            "recipient_id": recipient,
            "text": message["text"],
            "buttons": [{"title": button["title"], "payload": button["id"]} for button in message["buttons"]],
        }
        for message in messages
    ]


def _now() -> datetime:
    return datetime.now(timezone.utc)
