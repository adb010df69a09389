# SPDX-License-Identifier: Apache-2.0
"""Variants and events of the experimentation service. One file, Python 3.9 or later, the standard library only.

    client = Client("http://127.0.0.1:8000")
    assignment = client.get_variant("homepage-layout", "user123", fallback="control")
    client.track("homepage-layout", "user123", "click", value=1)
    client.close()
"""
import collections
import datetime
import http.client
import json
import random
import threading
import urllib.error
import urllib.parse
import urllib.request
import uuid
from dataclasses import dataclass, field
from typing import Any, Callable, Optional

__all__ = ["Assignment", "Client", "ServiceError"]
# What a service, a network or something between that answers for the service may come up with.
FAILURES = (OSError, http.client.HTTPException, ValueError, LookupError, TypeError)


class ServiceError(Exception):
    """The service said no; `status` and `problem` say why."""

    def __init__(self, message: str, status: int, problem: Any = None, retry_after: float = 0):
        super().__init__(message)
        self.status, self.problem, self.retry_after = status, problem, retry_after

    @property
    def may_pass(self) -> bool:
        return self.status in (408, 429) or self.status >= 500


@dataclass
class Assignment:
    variant: Optional[str]
    config: dict = field(default_factory=dict)
    in_experiment: bool = False
    reason: str = "error"
    error: Optional[Exception] = None


class Client:
    """Thread-safe. Events are sent by a thread of its own; close() (or `with`) sends what is left."""

    def __init__(self, base_url: str, token: Optional[str] = None, *, batch_size: int = 50, flush_interval: float = 2,
                 max_queue: int = 10_000, max_known: int = 10_000, retry_delay: float = 0.5, max_retry_delay: float = 60, timeout: float = 5,
                 on_error: Callable[[Exception], None] = lambda error: None):
        self._base_url, self._token, self._timeout = base_url.rstrip("/"), token, timeout
        self._batch_size, self._flush_interval = batch_size, flush_interval
        self._retry_delay, self._max_retry_delay, self._on_error = retry_delay, max_retry_delay, on_error
        self._queue = collections.deque(maxlen=max_queue)  # when it is full the oldest go
        self._assignments, self._max_known = collections.OrderedDict(), max_known
        self._wake = threading.Condition()
        self._sending = threading.Lock()
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="experimentation", daemon=True)
        self._thread.start()

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_) -> None:
        self.close()

    @property
    def pending(self) -> int:
        """Events that have not reached the service yet."""
        return len(self._queue)

    def get_variant(self, experiment: str, user_id: str, context: Optional[dict] = None,
                    fallback: Optional[str] = None) -> Assignment:
        """Never raises: when the service does not answer, `fallback` is the variant and `error` says why."""
        known = self._assignments.get((experiment, user_id))
        if known:
            return known
        body = {"user_id": user_id} if context is None else {"user_id": user_id, "context": context}
        try:
            answer = self._post(f"/api/v1/experiments/{urllib.parse.quote(experiment, safe='')}/assign", body)
            taken_part = answer["in_experiment"]
            assignment = Assignment(answer["variant"] if taken_part else fallback, answer["config"], taken_part,
                                    answer["reason"])
        except (ServiceError, *FAILURES) as error:
            self._on_error(error)
            return Assignment(fallback, error=error)
        if taken_part:
            self._remember((experiment, user_id), assignment)
        return assignment

    def _remember(self, key: tuple, assignment: Assignment) -> None:
        """A server sees ever new users: of more than max_known the oldest are asked for again."""
        with self._wake:
            self._assignments[key] = assignment
            if len(self._assignments) > self._max_known:
                self._assignments.popitem(last=False)

    def track(self, experiment: str, user_id: str, event_name: str, value: Optional[float] = None,
              timestamp: Optional[datetime.datetime] = None) -> None:
        """Puts an event in line. It is sent with others, repeated until the service has it, and counted once."""
        at = timestamp or datetime.datetime.now(datetime.timezone.utc)
        event = {"user_id": user_id, "event_name": event_name, "event_id": str(uuid.uuid4()),
                 "timestamp": at.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")}
        if value is not None:
            event["value"] = value
        with self._wake:
            self._queue.append((experiment, event))
            if len(self._queue) >= self._batch_size:
                self._wake.notify_all()

    def flush(self) -> bool:
        """Sends what waits; True once nothing is left."""
        with self._sending:
            while self._queue:
                if not self._send_batch():
                    return False
            return True

    def close(self) -> bool:
        with self._wake:
            self._closing = True
            self._wake.notify_all()
        self._thread.join()
        return self.flush()

    def _run(self) -> None:
        failures = 0
        while not self._closing:
            delay = self._flush_interval
            if failures:
                delay = min(self._retry_delay * 2 ** (failures - 1), self._max_retry_delay) * random.uniform(0.5, 1)
            with self._wake:
                if not self._closing:
                    self._wake.wait_for(lambda: self._closing or
                                        (not failures and len(self._queue) >= self._batch_size), delay)
            if not self._closing:
                failures = 0 if self.flush() else failures + 1

    def _send_batch(self) -> bool:
        with self._wake:
            experiment = self._queue[0][0]
            batch = [item for item in self._queue if item[0] == experiment][:self._batch_size]
        events = [event for _, event in batch]
        try:
            answer = self._post(f"/api/v1/experiments/{urllib.parse.quote(experiment, safe='')}/track:batch",
                                {"events": events})
            refused = [(result["error"], event) for result, event in zip(answer["results"], events) if not result["ok"]]
            for error, event in refused:
                self._on_error(ServiceError(error["message"], 200, {**error, "event": event}))
        except (ServiceError, *FAILURES) as error:
            self._on_error(error)
            if not isinstance(error, ServiceError) or error.may_pass:
                return False
        with self._wake:
            sent = {event["event_id"] for event in events}
            kept = [item for item in self._queue if item[1]["event_id"] not in sent]
            self._queue.clear()
            self._queue.extend(kept)
        return True

    def _post(self, path: str, body: dict) -> dict:
        headers = {"Content-Type": "application/json"}
        if self._token:
            headers["Authorization"] = f"Bearer {self._token}"
        request = urllib.request.Request(self._base_url + path, json.dumps(body).encode(), headers)
        try:
            with urllib.request.urlopen(request, timeout=self._timeout) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            with error:
                text = error.read()
            try:
                problem = json.loads(text)
            except ValueError:
                problem = {}
            message = problem.get("detail") if isinstance(problem, dict) else None
            raise ServiceError(message or f"The service answered {error.code}", error.code, problem) from None
