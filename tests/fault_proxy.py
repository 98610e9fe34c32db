"""A proxy before a server of feeds that fails on purpose: by status, by cutting lines at any point, by talking nonsense, by being slow."""

import http.client
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import urlsplit

KINDS = (
    "429", "429 soon", "500", "503", "401", "cut before", "cut after", "half", "half a line", "junk", "a list", "a page",
    "empty", "slow",
)  # fmt: skip
"""What can go wrong. "before" and "after": before the server did what it was asked, or after."""
UNDONE = frozenset({"429", "429 soon", "500", "503", "401", "cut before"})
"""Of these the server hears nothing."""
SLOW_SECONDS = 0.5

Fault = Callable[[int, str], str]
"""What goes wrong at the request of a number for a path, "" for nothing."""


class FaultProxy:
    """Hands requests on to a server at `target`; stands at `url` while its context lasts."""

    def __init__(self, target: str) -> None:
        self.target = target.rstrip("/")
        self.fault: Fault = lambda number, path: ""
        self.count = 0
        self.failed: list[str] = []
        """What went wrong so far."""
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                proxy.answer(self)

            do_POST = do_GET

            def log_message(self, format: str, *given: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}{urlsplit(self.target).path}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *given: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Hand a request on, or fail."""
        body = handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
        self.count += 1
        fault = self.fault(self.count, handler.path)
        if fault:
            self.failed.append(fault)
        status, answer = (200, b"") if fault in UNDONE else self._forward(handler, body)
        match fault:
            case "429" | "429 soon" | "500" | "503" | "401":
                after = {"Retry-After": "1"} if fault == "429 soon" else {}
                _send(handler, int(fault[:3]), b"not now", after)
            case "cut before" | "cut after":
                handler.close_connection = True
                handler.connection.close()
            case "half" | "half a line":
                part = answer[: len(answer) // 2] if fault == "half" else answer[:-1]
                handler.wfile.write(f"HTTP/1.1 {status} OK\r\nContent-Length: {len(answer)}\r\n\r\n".encode() + part)
                handler.close_connection = True
            case "junk":
                _send(handler, 200, b'{"items": [{"id": ')
            case "a list":
                _send(handler, 200, b"[]")
            case "a page":
                _send(handler, 200, b"<!doctype html><html><body><form><input type=password></form></body></html>")
            case "empty":
                _send(handler, 200, b"")
            case _:
                time.sleep(SLOW_SECONDS if fault == "slow" else 0)
                _send(handler, status, answer)

    def _forward(self, handler: BaseHTTPRequestHandler, body: bytes) -> tuple[int, bytes]:
        parts = urlsplit(self.target)
        connection = http.client.HTTPConnection(parts.netloc, timeout=120)
        headers = {
            name: value for name, value in handler.headers.items() if name.lower() not in ("host", "accept-encoding")
        }
        try:
            connection.request(handler.command, handler.path, body or None, headers | {"Host": parts.netloc})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()


def _send(handler: BaseHTTPRequestHandler, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
    handler.send_response(status)
    for name, value in (headers or {}).items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)
