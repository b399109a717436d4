"use strict";
/* Keys for who works through the queue: without this file every control is reached by Tab.

   An element with data-key is pressed by that key. In a form with data-rating, 1 to 5 answer the
   marked row and go on to the next; up and down change the row, r writes the reason, t the tags,
   Enter submits. Escape leaves the text; Ctrl+Enter submits from anywhere. */
{
  const form = document.querySelector("form[data-rating]");
  const rows = form ? [...form.querySelectorAll(".scale")] : [];
  let current = 0;

  const mark = (index) => {
    current = Math.max(0, Math.min(rows.length - 1, index));
    rows.forEach((row, at) => row.toggleAttribute("data-current", at === current));
  };

  const answer = (stars) => {
    const radio = rows[current].querySelector(`input[value="${stars}"]`);
    radio.checked = true;
    mark(current + 1);
  };

  const inText = (element) =>
    element.matches("textarea, select, input:not([type=radio], [type=checkbox])");

  const rate = (event) => {
    const actions = {
      ArrowDown: () => mark(current + 1),
      ArrowUp: () => mark(current - 1),
      r: () => form.querySelector("textarea").focus(),
      t: () => form.querySelector("input[type=checkbox]").focus(),
      Enter: () => form.requestSubmit(),
    };
    if (/^[1-5]$/.test(event.key)) {
      answer(event.key);
      return true;
    }
    const action = actions[event.key];
    if (!action || (event.key === "Enter" && event.target.matches("a, button, summary"))) {
      return false;
    }
    action();
    return true;
  };

  document.addEventListener("keydown", (event) => {
    const target = event.target;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form) {
      event.preventDefault();
      form.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    if (inText(target)) {
      if (event.key === "Escape") {
        target.blur();
      }
      return;
    }
    const pressed = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (pressed) {
      event.preventDefault();
      pressed.click();
    } else if (form && rate(event)) {
      event.preventDefault();
    }
  });

  if (rows.length) {
    mark(0);
    rows.forEach((row, index) => row.addEventListener("focusin", () => mark(index)));
  }
}
