/**
 * What is being typed stays on this device until the server has answered, and the page says where it is.
 * `<form data-keep="key">`; beside it `[data-where]`: server, device, failed. Without this file the forms work as they are.
 */

const PREFIX = "kuultu.report.";

function shelf() {
  try {
    const probe = `${PREFIX}probe`;
    localStorage.setItem(probe, "1");
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    return null;
  }
}

const kept = shelf();
const read = (key) => JSON.parse(kept?.getItem(PREFIX + key) ?? "null");

/** Words first: a form is worth keeping when somebody has typed into it. */
function valuesOf(form) {
  return [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken" && name !== "seen");
}

function hasWords(form) {
  return [...form.querySelectorAll("textarea, input:not([type=hidden], [type=radio], [type=checkbox])")].some((field) => field.value.trim());
}

function say(where) {
  for (const each of document.querySelectorAll("[data-where]")) each.hidden = each.dataset.where !== where;
}

function keep(form) {
  if (!kept) return;
  if (!hasWords(form)) {
    kept.removeItem(PREFIX + form.dataset.keep);
    say("server");
    return;
  }
  kept.setItem(PREFIX + form.dataset.keep, JSON.stringify({ values: valuesOf(form), at: Date.now() }));
  say("device");
}

/** What was kept comes back into an untouched form; what the server has sent back with an error stays as it is. */
function bringBack(form) {
  const found = read(form.dataset.keep);
  if (!found || form.querySelector("[aria-invalid], .errors")) return;
  for (const field of form.elements) {
    const values = found.values.filter(([name]) => name === field.name).map(([, value]) => value);
    if (!field.name || field.name === "csrfmiddlewaretoken" || field.name === "seen") continue;
    if (field.type === "radio" || field.type === "checkbox") field.checked = values.includes(field.value);
    else if (values.length) field.value = values[0];
  }
  for (const more of form.querySelectorAll("details")) more.open ||= [...more.querySelectorAll("textarea")].some((field) => field.value);
  say("device");
}

/** The server has it only when it has answered with the next page. Anything else keeps the words here. */
async function send(form, event) {
  if (form.dataset.plain) return;
  event.preventDefault();
  const button = event.submitter;
  if (button) button.disabled = true;
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "follow" });
    if (answer.ok && answer.redirected) {
      kept?.removeItem(PREFIX + form.dataset.keep);
      const page = new URL(answer.url);
      if (page.pathname === location.pathname) show(await answer.text());
      else location.assign(page);
      return;
    }
    if (answer.status >= 500) throw new Error("the server could not");
    form.dataset.plain = "yes"; // the page has something to say: let it come as a page, with what was typed
    form.submit();
  } catch {
    keep(form);
    say("failed");
    if (button) button.disabled = false;
  }
}

/** The same page with the new line on it: its parts are changed in place, and the fingers stay where they were. */
function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const part of ["main", ".hand__act", ".hand__foot"]) {
    const [here, there] = [document.querySelector(part), page.querySelector(part)];
    if (here && there) here.replaceWith(document.adoptNode(there));
  }
  start();
  const next = document.querySelector("form[data-keep] textarea");
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "center" });
}

function start() {
  for (const form of document.querySelectorAll("form[data-keep]")) {
    bringBack(form);
    form.addEventListener("input", () => keep(form));
    form.addEventListener("submit", (event) => send(form, event));
  }
}

start();
window.addEventListener("online", () => { if (document.querySelector("[data-where=failed]:not([hidden])")) say("device"); });
