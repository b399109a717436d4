-- Prompts from the file named as argument, JSON-escaped, one a line. Each request has a prompt of
-- its own, so that no answer comes out of the cache: it ends with a word that no other has. A number
-- there would be read as one more figure of the design.
local thread_id = 0
function setup(thread) thread_id = thread_id + 1; thread:set("id", thread_id) end
function init(args)
  n, prompts = 0, {}
  for line in io.lines(args[1]) do prompts[#prompts + 1] = line end
  math.randomseed(os.time() + id * 7919)
  salt = math.random(1, 999)
  wrk.headers["Content-Type"] = "application/json"
end
function request()
  n = n + 1
  local prompt = prompts[n % #prompts + 1]
  local word = letters(salt) .. "x" .. letters(id) .. "x" .. letters(n)
  return wrk.format("POST", nil, nil, string.format('{"prompt": "%s Variant %s."}', prompt, word))
end
function letters(number)
  return (string.gsub(tostring(number), "%d", function(digit) return string.char(97 + digit) end))
end
