-- Bodies from the file named as argument, JSON, one a line. Each request has a prompt of its own, so
-- that no answer comes out of the cache: it ends with a word that no other has, put where the line
-- has @@. A number there would be read as one more figure of the design.
local thread_id = 0
function setup(thread) thread_id = thread_id + 1; thread:set("id", thread_id) end
function init(args)
  n, bodies = 0, {}
  for line in io.lines(args[1]) do
    local place = string.find(line, "@@", 1, true)
    bodies[#bodies + 1] = {string.sub(line, 1, place - 1), string.sub(line, place + 2)}
  end
  math.randomseed(os.time() + id * 7919)
  salt = math.random(1, 999)
  wrk.headers["Content-Type"] = "application/json"
end
function request()
  n = n + 1
  local body = bodies[n % #bodies + 1]
  local word = letters(salt) .. "x" .. letters(id) .. "x" .. letters(n)
  return wrk.format("POST", nil, nil, body[1] .. word .. body[2])
end
function letters(number)
  return (string.gsub(tostring(number), "%d", function(digit) return string.char(97 + digit) end))
end
