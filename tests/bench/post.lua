-- Each request has a prompt of its own, so that no answer comes out of the cache.
local thread_id = 0
function setup(thread) thread_id = thread_id + 1; thread:set("id", thread_id) end
function init(args) n = 0; math.randomseed(os.time() + id * 7919); salt = math.random(1, 1e9) end
function request()
  n = n + 1
  local body = string.format(
    '{"prompt": "Four-storey steel office, 42 x 18 m, no basement, two lifts, budget $6.2M, variant %d-%d-%d"}',
    salt, id, n)
  wrk.headers["Content-Type"] = "application/json"
  return wrk.format("POST", nil, nil, body)
end
