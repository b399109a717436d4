// Shows a spec while a language model is still at it; without this script the form's POST does.
"use strict";

const place = (pointer) => pointer.slice(1).replaceAll("/", " ").replaceAll("_", " ");

function shown(value) {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(shown).join(", ");
  if (typeof value === "object") return Object.values(value).filter((part) => part !== null).join(" ");
  return String(value);
}

function at(spec, pointer) {
  return pointer.slice(1).split("/").reduce((node, key) => node?.[key], spec);
}

class Sheet {
  constructor(target) {
    this.status = document.createElement("p");
    this.status.setAttribute("role", "status");
    this.list = document.createElement("dl");
    this.list.className = "stream";
    target.replaceChildren(this.status, this.list);
    this.rows = new Map();
  }

  row(pointer) {
    if (!this.rows.has(pointer)) {
      const [term, value] = [document.createElement("dt"), document.createElement("dd")];
      term.textContent = place(pointer);
      this.list.append(term, value);
      this.rows.set(pointer, value);
    }
    return this.rows.get(pointer);
  }

  snapshot({ spec, states }) {
    for (const [pointer, state] of Object.entries(states)) {
      const row = this.row(pointer);
      row.dataset.state = state;
      row.textContent = shown(at(spec, pointer)) || (state === "final" ? "–" : "…");
    }
  }
}

async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const found = /^event: (\w+)\ndata: (.*)$/.exec(block);
      if (found) yield [found[1], JSON.parse(found[2])];
    }
  }
}

async function stream(form, sheet) {
  const fields = new FormData(form);
  const answer = await fetch(form.dataset.stream, {
    method: "POST",
    headers: {
      Accept: "text/event-stream",
      "Content-Type": "application/json",
      "X-CSRFToken": fields.get("csrfmiddlewaretoken"),
    },
    body: JSON.stringify({ prompt: fields.get("prompt") }),
  });
  if (!answer.ok) throw new Error((await answer.json()).detail);
  for await (const [name, data] of events(answer.body)) {
    if (name === "progress") sheet.status.textContent = `${data.stage} …`;
    else if (name === "snapshot") sheet.snapshot(data);
    else if (name === "error") throw new Error(data.detail);
    else if (name === "spec") location.assign(form.dataset.page + data.spec_id + "/");
  }
}

// In the capture phase, so that htmx does not send the form as well.
document.addEventListener(
  "submit",
  (event) => {
    const form = event.target.closest("[data-stream]");
    if (!form) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const sheet = new Sheet(document.getElementById("result"));
    const button = form.querySelector("button");
    button.disabled = true;
    stream(form, sheet)
      .catch((problem) => {
        sheet.status.textContent = problem.message;
      })
      .finally(() => {
        button.disabled = false;
      });
  },
  { capture: true },
);
