// Changes the colour scheme at once; without this script the form's POST does the same.
"use strict";

document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-appearance]");
  const chosen = event.submitter?.value;
  if (!form || chosen === undefined) return;
  event.preventDefault();
  const root = document.documentElement;
  if (chosen === "system") delete root.dataset.theme;
  else root.dataset.theme = chosen;
  for (const button of form.querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.value === chosen));
  }
  fetch(form.action, {
    method: "POST",
    body: new FormData(form, event.submitter),
    redirect: "manual",
  });
});
