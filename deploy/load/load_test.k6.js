// The scenario of locustfile.py for k6:  k6 run -e HOST=http://127.0.0.1:8000 -e API_KEY=... load_test.k6.js
import http from "k6/http";
import { check, sleep } from "k6";

export const options = {
  scenarios: {
    users: { executor: "constant-vus", vus: Number(__ENV.USERS || 50), duration: __ENV.DURATION || "60s" },
  },
  thresholds: { checks: ["rate>0.99"], http_req_duration: ["avg<200"] },
};

const host = __ENV.HOST || "http://127.0.0.1:8000";
const headers = { "X-API-Key": __ENV.API_KEY, "Content-Type": "application/json" };
const prompts = [
  "Four-storey steel office, 42 x 18 m, no basement, two lifts, budget $6.2M",
  "Oak dining table, 220 cm long, 100 cm wide, seats 8",
  "Compact electric SUV, 5 seats, 77 kWh battery, 500 km range, under $42k",
];

export default function () {
  const prompt = `${prompts[__ITER % prompts.length]}, variant ${__VU}-${__ITER}`;
  const made = http.post(`${host}/generate`, JSON.stringify({ prompt }), { headers, tags: { name: "generate" } });
  const honest = (r) => r.status === 200 || ((r.status === 429 || r.status === 503) && r.headers["Retry-After"]);
  check(made, { "generate answers": honest });
  if (made.status === 200) {
    const read = http.get(`${host}/api/v1/specs/${made.json("spec_id")}/`, { headers, tags: { name: "read" } });
    check(read, { "read answers": honest });
  }
  sleep(0.05 + Math.random() * 0.25);
}
