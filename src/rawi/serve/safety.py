"""The guard before every page: only this machine may ask, and a page may load nothing but its own files.

The server listens on 127.0.0.1. A page of another site could still reach it by a name that resolves to
127.0.0.1 (DNS rebinding), so the `Host` header must be a local one. The content security policy forbids
scripts, styles and addresses other than the package's own files, in case markup of a source should slip.
"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class LocalGuard:
    """Refuse hosts that are not this machine and methods that would write; add the safety headers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Guard one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        refusal = refuse(scope["method"], Headers(scope=scope).get("host", ""))
        await (refusal or self.app)(scope, receive, send_guarded)


def refuse(method: str, host: str) -> PlainTextResponse | None:
    """Return the refusal of a request, or None when it may pass.

    >>> refuse("GET", "127.0.0.1:8700") is None
    True
    >>> refuse("GET", "rawi.example:8700").status_code, refuse("POST", "localhost").status_code
    (400, 405)
    """
    if host_name(host) not in LOCAL_HOSTS:
        return PlainTextResponse(
            "This archive answers on this machine only: open http://127.0.0.1 with the port shown "
            "in the terminal.\n",
            400,
        )
    if method not in {"GET", "HEAD"}:
        return PlainTextResponse("The pages only show the archive; they change nothing.\n", 405)
    return None


def host_name(host: str) -> str:
    """The name in a `Host` header, without its port.

    >>> host_name("[::1]:8700"), host_name("Localhost:80")
    ('[::1]', 'localhost')
    """
    name = host.strip().lower()
    return name[: name.find("]") + 1] if name.startswith("[") else name.split(":")[0]
