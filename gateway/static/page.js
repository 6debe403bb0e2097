// @ts-check
// The chat without reloading. Without this file the same form works by itself.
"use strict";
(() => {
  const SECONDS = 8; // then the help on the page is pointed to; the server answers within six
  const $ = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(id));
  const [form, log, field, send, status, leave] = ["chat", "log", "message", "send", "status", "leave"].map($);
  let session = "";
  let waiting = false;

  const make = (/** @type {string} */ tag, /** @type {Record<string, any>} */ properties = {}, /** @type {any[]} */ ...children) => {
    const element = document.createElement(tag);
    Object.assign(element, properties);
    element.append(...children.filter(Boolean));
    return element;
  };

  const safe = (/** @type {string} */ href) => /^(https:|tel:|sms:|mailto:)/.test(href) ? href : "";

  const channel = (/** @type {any} */ c) => {
    const text = c.number ? `${c.label} ${c.number}` : c.address && !c.href ? `${c.label}: ${c.address}` : c.label;
    const link = safe(c.href || "") ? make("a", { href: c.href, textContent: text, rel: "noopener noreferrer" }) : text;
    const state = c.open_now === true ? " Open now" : c.open_now === false ? " Closed now" : "";
    return make("li", {}, link, make("span", { textContent: `${state} ${c.hours || ""}` }),
      c.description && make("p", { textContent: c.description }),
      c.steps && make("ol", {}, ...c.steps.map((/** @type {string} */ step) => make("li", { textContent: step }))));
  };

  const card = (/** @type {any} */ c) => make("section", { className: c.id.startsWith("emergency") ? "card emergency" : "card" },
    make("h3", { textContent: c.name }), make("p", { textContent: c.why }),
    make("ul", { className: "channels" }, ...c.channels.map(channel)),
    make("p", { className: "small", textContent: `${c.eligibility}. Checked ${c.checked}.` }));

  const show = (/** @type {any} */ message) => {
    const choices = (message.buttons || []).map((/** @type {any} */ b) => {
      const button = make("button", { type: "button", textContent: b.title });
      button.addEventListener("click", () => ask({ button: b.id }, b.title));
      return button;
    });
    log.append(make("article", { className: `answer ${message.urgency}`, lang: message.lang },
      make("p", { textContent: message.text }), ...message.cards.map(card), make("div", { className: "choices" }, ...choices)));
  };

  const failed = (/** @type {string} */ why) => {
    status.textContent = `${why} The people below can be reached without this page. Your words are still in the box.`;
    $("help").scrollIntoView({ block: "nearest" });
  };

  async function ask(/** @type {Record<string, string>} */ what, /** @type {string} */ said) {
    if (waiting) return;
    waiting = true;
    send.setAttribute("aria-disabled", "true");
    status.textContent = "Looking for who can help…";
    try {
      const reply = await fetch("/chat", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ ...what, session }),
        signal: AbortSignal.timeout(SECONDS * 1000),
      });
      const body = await reply.json();
      session = body.session || session;
      log.append(make("p", { className: "said", textContent: said }));
      body.messages.forEach(show);
      status.textContent = body.error || "";
      if (reply.ok && what.message) field.value = "";
      log.lastElementChild.scrollIntoView({ block: "nearest" });
    } catch {
      failed("No answer came.");
    } finally {
      waiting = false;
      send.removeAttribute("aria-disabled");
    }
  }

  form.addEventListener("submit", (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const pressed = /** @type {HTMLButtonElement | null} */ (event.submitter);
    if (pressed && pressed.name === "button") ask({ button: pressed.value }, pressed.textContent || "");
    else ask({ message: field.value }, field.value);
  });
  field.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit(send);
    }
  });

  const wipe = () => {
    if (session) navigator.sendBeacon("/chat/forget", JSON.stringify({ session }));
    session = "";
    log.replaceChildren();
    field.value = "";
  };
  leave.addEventListener("click", (/** @type {Event} */ event) => {
    event.preventDefault();
    wipe();
    document.body.hidden = true;
    location.replace(leave.href);
  });
  addEventListener("pagehide", wipe);
})();
