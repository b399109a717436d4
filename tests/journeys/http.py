"""A client as others write it: plain HTTP, JSON in and out, nothing of the project's."""

import http.client
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    raw: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.raw)


class Caller:
    def __init__(self, base_url: str, **headers: str) -> None:
        self.address = urlsplit(base_url).netloc
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}

    def with_headers(self, **headers: str) -> "Caller":
        merged = {**self.headers, **{n.replace("_", "-"): v for n, v in headers.items()}}
        caller = Caller(f"http://{self.address}")
        caller.headers = merged
        return caller

    def send(self, method: str, path: str, body: Any = None) -> Answer:
        connection = http.client.HTTPConnection(self.address, timeout=20)
        try:
            data = None if body is None else json.dumps(body).encode()
            label = {"Content-Type": "application/json"} if data else {}
            connection.request(method, path, data, {**label, **self.headers})
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def get(self, path: str) -> Answer:
        return self.send("GET", path)

    def post(self, path: str, body: Any) -> Answer:
        return self.send("POST", path, body)

    def patch(self, path: str, body: Any) -> Answer:
        return self.send("PATCH", path, body)
