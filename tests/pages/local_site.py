"""A web site on this machine whose answers a test writes down beforehand."""

import threading
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """A running server: `answers` by path, one after another, of which the last one stays."""

    def __init__(self) -> None:
        self.answers: dict[str, list[Answer]] = {}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_of(self))
        self.server.daemon_threads = True
        self.server.block_on_close = False
        self.port = self.server.server_address[1]
        self.address = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def close(self) -> None:
        """Stop answering."""
        self.server.shutdown()
        self.server.server_close()


def send(code: int, body: bytes = b"", **headers: str) -> Answer:
    """Answer with this status, body and headers; underscores in their names stand for hyphens."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def page(body: bytes, media: str = "text/html; charset=utf-8", **headers: str) -> Answer:
    """Answer with a page."""
    return send(200, body, Content_Type=media, **headers)


def _handler_of(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.headers.append(dict(self.headers))
            answers = site.answers.get(self.path, [send(404)])
            answer = answers[0] if len(answers) == 1 else answers.pop(0)
            with suppress(OSError):  # the reader hung up, as it should
                answer(self)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler
