"""A network between two ends of this machine that can be made to fail: pass, refuse, hang."""

import contextlib
import select
import socket
import threading
from types import TracebackType
from typing import Self

PASS, REFUSE, HANG = "pass", "refuse", "hang"


class Proxy:
    """Forwards TCP from a port of its own to `target`. `mode` may be changed at any time."""

    def __init__(self, target: tuple[str, int]) -> None:
        self.target = target
        self.mode = PASS
        self.server = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port: int = self.server.getsockname()[1]
        self.connections: set[socket.socket] = set()
        self.closing = threading.Event()
        self.thread = threading.Thread(target=self.accept, daemon=True)

    def __enter__(self) -> Self:
        self.thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.closing.set()
        self.server.close()
        self.cut()

    def refuse(self) -> None:
        """As a server that was killed: open connections are reset, new ones are not answered."""
        self.mode = REFUSE
        self.cut()

    def restore(self) -> None:
        self.mode = PASS

    def cut(self) -> None:
        for connection in list(self.connections):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()
        self.connections.clear()

    def accept(self) -> None:
        while not self.closing.is_set():
            try:
                client, _ = self.server.accept()
            except OSError:
                return
            if self.mode == REFUSE:
                client.close()
                continue
            threading.Thread(target=self.forward, args=(client,), daemon=True).start()

    def forward(self, client: socket.socket) -> None:
        try:
            server = socket.create_connection(self.target, timeout=5)
        except OSError:
            client.close()
            return
        pair = {client: server, server: client}
        self.connections.update(pair)
        try:
            while True:
                for end in select.select(list(pair), [], [], 60)[0]:
                    data = end.recv(65536)
                    if not data:
                        return
                    while self.mode == HANG:
                        if self.closing.wait(0.05):
                            return
                    pair[end].sendall(data)
        except (OSError, ValueError):
            return
        finally:
            for end in pair:
                end.close()
                self.connections.discard(end)
