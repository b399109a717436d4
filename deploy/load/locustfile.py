"""What users of the API do, in the proportions of a working day. Run by load_test.py."""

import random

from locust import HttpUser, between, events, task

PROMPTS = (
    "Four-storey steel office, 42 x 18 m, no basement, two lifts, budget $6.2M",
    "Oak dining table, 220 cm long, 100 cm wide, seats 8",
    "Compact electric SUV, 5 seats, 77 kWh battery, 500 km range, under $42k",
    "Built-in dishwasher, 45 cm wide, 10 place settings, 44 dB",
    "14-inch laptop, 16 GB RAM, 512 GB SSD, under 1.2 kg",
)


@events.init_command_line_parser.add_listener
def _arguments(parser):
    parser.add_argument("--api-key", env_var="API_KEY", required=True, help="A key of the service.")


class Client(HttpUser):
    wait_time = between(0.05, 0.3)

    def on_start(self):
        self.client.headers["X-API-Key"] = self.environment.parsed_options.api_key
        self.random = random.Random(id(self))  # noqa: S311 - no secret
        self.specs = []

    @task(6)
    def generate(self):
        # A number of its own keeps the answer from coming out of the cache.
        prompt = f"{self.random.choice(PROMPTS)}, variant {self.random.randrange(10**9)}"
        self.call("POST", "/generate", json={"prompt": prompt}, remember=True)

    @task(2)
    def generate_cached(self):
        prompt = self.random.choice(PROMPTS)
        self.call("POST", "/generate", name="/generate (repeated)", json={"prompt": prompt})

    @task(3)
    def read(self):
        if self.specs:
            path = f"/api/v1/specs/{self.random.choice(self.specs)}/"
            self.call("GET", path, name="/api/v1/specs/{id}")

    @task(1)
    def list_specs(self):
        self.call("GET", "/api/v1/specs/", name="/api/v1/specs")

    @task(1)
    def evaluate(self):
        if self.specs:
            body = {"spec_id": self.random.choice(self.specs)}
            self.call("POST", "/evaluate", json=body)

    @task(1)
    def health(self):
        self.call("GET", "/health/live", name="/health/live")

    def call(self, method, path, *, remember=False, name=None, **arguments):
        with self.client.request(
            method, path, name=name or path, catch_response=True, timeout=30, **arguments
        ) as response:
            if response.status_code in (429, 503) and "Retry-After" in response.headers:
                # An honest refusal is an answer; it is counted by its own name.
                response.request_meta["name"] += f" {response.status_code}"
                response.success()
            elif response.status_code >= 400 or response.status_code == 0:
                response.failure(f"status {response.status_code}")
            elif remember:
                self.specs = [*self.specs[-20:], response.json()["spec_id"]]
