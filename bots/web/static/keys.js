// Keys for those who like them, and buttons that copy. Every page works without this file.
"use strict";

(() => {
  const quotes = Array.from(document.querySelectorAll("figure.quote, article.quote"));
  const told = document.createElement("p");
  told.className = "told";
  told.setAttribute("role", "status");
  document.body.append(told);

  // Single letters must be easy to turn off (WCAG 2.1.4): who speaks to a machine says them without meaning a key.
  const keys = document.getElementById("keys");
  const turn = keys.querySelector("button");
  let on = true;
  try {
    on = localStorage.getItem("keys") !== "off";
  } catch {
    // A browser may keep nothing for pages: then they are on until they are turned off on each.
  }

  function tell() {
    turn.textContent = on ? "Turn these keys off" : "Turn these keys on";
  }

  turn.addEventListener("click", () => {
    on = !on;
    tell();
    try {
      if (on) localStorage.removeItem("keys");
      else localStorage.setItem("keys", "off");
    } catch {
      // As above.
    }
  });
  tell();
  keys.removeAttribute("hidden");

  function say(words) {
    told.textContent = words;
    setTimeout(() => { if (told.textContent === words) told.textContent = ""; }, 4000);
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      say("Copied");
    } catch {
      // Without HTTPS a browser has no clipboard for pages.
      say("Select the text and copy it with your browser");
    }
  }

  function current() {
    const inside = document.activeElement?.closest("figure.quote, article.quote");
    return inside ? quotes.indexOf(inside) : -1;
  }

  function go(step) {
    if (!quotes.length) return;
    const at = current();
    const next = at < 0 ? (step > 0 ? 0 : quotes.length - 1) : at + step;
    const quote = quotes[Math.min(Math.max(next, 0), quotes.length - 1)];
    quote.closest("details")?.setAttribute("open", "");
    quote.setAttribute("tabindex", "-1");
    quote.focus();
  }

  document.addEventListener("keydown", (event) => {
    if (!on || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")) return;
    const quote = quotes[current()];
    if (event.key === "/") {
      event.preventDefault();
      document.getElementById("q")?.focus();
    } else if (event.key === "j") {
      go(1);
    } else if (event.key === "k") {
      go(-1);
    } else if (event.key === "Enter" && quote !== undefined && event.target === quote) {
      quote.querySelector("a.open")?.click();
    } else if (event.key === "c") {
      const one = quote ?? (quotes.length === 1 ? quotes[0] : undefined);
      if (one?.dataset.citation) copy(one.dataset.citation);
    }
  });

  for (const field of document.querySelectorAll(".copy")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    const label = document.querySelector(`label[for="${field.id}"]`);
    button.setAttribute("aria-label", `Copy: ${label?.textContent ?? field.id}`);
    button.addEventListener("click", () => { field.select(); copy(field.value); });
    field.after(button);
  }
})();
