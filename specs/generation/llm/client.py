"""One call of the Chat Completions API through the `openai` SDK, with its outcome by name.

The SDK builds the request and signs it. The reply is read as bytes and parsed here: an HTML page
with status 200 or half a document must be an outcome, not a surprise.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

import httpcore2
import httpx2
import openai

from specs.generation.llm.addresses import Endpoint
from specs.generation.llm.clock import Deadline
from specs.generation.llm.events import EventReply
from specs.generation.llm.failures import CallFailed, Outcome
from specs.generation.llm.ladder import Capabilities, Rung, unsupported_parameter
from specs.generation.llm.network import DEADLINE, GuardedTransport, ReplyTooLarge, http_client
from specs.generation.llm.usage import Tokens

# Some local servers want no key, but the SDK insists on one.
NO_KEY = "none"
Messages = list[dict[str, str]]
TextListener = Callable[[str], None]
# Where an endpoint might say that it does not know a parameter.
MAY_BE_UNSUPPORTED = frozenset({400, 404, 405, 415, 422, 500, 501})
TIMEOUTS = (openai.APITimeoutError, httpx2.TimeoutException, httpcore2.TimeoutException)
LOST = (openai.APIConnectionError, httpx2.TransportError, httpcore2.NetworkError)


@dataclass(frozen=True, slots=True)
class Question:
    messages: Messages
    schema_name: str
    schema: dict[str, Any]
    max_tokens: int


@dataclass(frozen=True, slots=True)
class Reply:
    text: str
    tokens: Tokens | None
    finish_reason: str | None


class ChatClient:
    """Talks to one model of one endpoint. Safe to share between threads."""

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        model: str,
        api_key: str = "",
        transport: httpx2.BaseTransport | None = None,
    ) -> None:
        self.endpoint = endpoint
        self.model = model
        self._sdk = openai.OpenAI(
            base_url=endpoint.url,
            api_key=api_key or NO_KEY,
            max_retries=0,
            http_client=http_client(transport or GuardedTransport(endpoint.reach)),
        )

    def __repr__(self) -> str:
        return f"ChatClient({self.endpoint.url!r}, model={self.model!r})"

    def complete(
        self,
        question: Question,
        *,
        capabilities: Capabilities,
        deadline: Deadline,
        on_text: TextListener | None = None,
    ) -> Reply:
        """The model's reply, or CallFailed. Never waits beyond `deadline`."""
        arguments = _arguments(question, capabilities, streams=on_text is not None)
        token = DEADLINE.set(deadline)
        try:
            return self._call(arguments, deadline, on_text)
        except openai.APIStatusError as error:
            raise _status_failure(error) from None
        except ReplyTooLarge:
            raise CallFailed(Outcome.TOO_LARGE) from None
        except TIMEOUTS:
            raise CallFailed(Outcome.TIMEOUT) from None
        except (openai.OpenAIError, httpx2.HTTPError, *LOST):
            # What ended because time was up may look like a broken connection.
            late = deadline.remaining <= 0
            raise CallFailed(Outcome.TIMEOUT if late else Outcome.UNREACHABLE) from None
        finally:
            DEADLINE.reset(token)

    def _call(
        self, arguments: dict[str, Any], deadline: Deadline, on_text: TextListener | None
    ) -> Reply:
        completions = self._sdk.chat.completions.with_streaming_response
        with completions.create(
            model=self.model, timeout=deadline.remaining, **arguments
        ) as response:
            if on_text and "text/event-stream" in response.headers.get("content-type", ""):
                events = EventReply(on_text)
                for line in response.iter_lines():
                    events.feed(line)
                return _reply(events.as_completion())
            return _reply(_parse(response.read()))


def _arguments(question: Question, capabilities: Capabilities, *, streams: bool) -> dict[str, Any]:
    arguments: dict[str, Any] = {"messages": question.messages}
    if capabilities.token_limit is not None:
        arguments[capabilities.token_limit] = question.max_tokens
    if capabilities.temperature:
        arguments["temperature"] = 0
    if capabilities.rung == Rung.JSON_SCHEMA:
        arguments["response_format"] = {
            "type": "json_schema",
            "json_schema": {
                "name": question.schema_name,
                "strict": True,
                "schema": question.schema,
            },
        }
    elif capabilities.rung == Rung.JSON_OBJECT:
        arguments["response_format"] = {"type": "json_object"}
    if streams and capabilities.streaming:
        arguments["stream_options"] = {"include_usage": True}
        arguments["extra_body"] = {"stream": True}
    return arguments


def _parse(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        raise CallFailed(Outcome.NOT_AN_ANSWER) from None


def _reply(body: Any) -> Reply:
    """The first choice of a completion; how it finished is checked before anything is parsed."""
    tokens = Tokens.of(body)
    choices = body.get("choices") if isinstance(body, dict) else None
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = choice.get("message") if isinstance(choice, dict) else None
    if not isinstance(choice, dict) or not isinstance(message, dict):
        raise CallFailed(Outcome.NOT_AN_ANSWER, tokens=tokens)
    finish, text = choice.get("finish_reason"), message.get("content")
    if finish == "length":
        raise CallFailed(Outcome.TRUNCATED, tokens=tokens)
    if finish == "content_filter":
        raise CallFailed(Outcome.FILTERED, tokens=tokens)
    if message.get("refusal"):
        raise CallFailed(Outcome.REFUSED, tokens=tokens)
    if not isinstance(text, str) or not text.strip():
        raise CallFailed(Outcome.EMPTY, tokens=tokens)
    return Reply(text=text, tokens=tokens, finish_reason=finish if finish == "stop" else None)


def _status_failure(error: openai.APIStatusError) -> CallFailed:
    status, body = error.status_code, error.body
    tokens = Tokens.of(body)
    code = str(body.get("code") or "") if isinstance(body, dict) else ""
    if status in MAY_BE_UNSUPPORTED and (parameter := unsupported_parameter(body)):
        return CallFailed(Outcome.UNSUPPORTED, tokens=tokens, unsupported=parameter)
    if code in {"insufficient_quota", "billing_hard_limit_reached"}:
        return CallFailed(Outcome.QUOTA, tokens=tokens)
    if code in {"content_filter", "content_policy_violation"}:
        return CallFailed(Outcome.FILTERED, tokens=tokens)
    outcome = _by_status(status)
    return CallFailed(
        outcome, tokens=tokens, retry_after=retry_after_seconds(error.response.headers)
    )


def _by_status(status: int) -> Outcome:
    if status < 400:
        return Outcome.REDIRECTED
    if status in {401, 403, 404}:
        return Outcome.MISCONFIGURED
    if status == 402:
        return Outcome.QUOTA
    if status in {408, 425, 429}:
        return Outcome.THROTTLED
    return Outcome.SERVER_ERROR if status >= 500 else Outcome.REJECTED


def retry_after_seconds(headers: httpx2.Headers) -> float | None:
    """Seconds to wait: a number or an HTTP date; None where the header says nothing sensible."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdecimal():
        return float(value[:9])
    try:
        at = parsedate_to_datetime(value)
    except ValueError:
        return None
    if at.tzinfo is None:
        return None
    return max(0.0, (at - at.now(at.tzinfo)).total_seconds())
