/** Pages of the hall that ask what is new. A question that got lost is no failure: the next one comes in seconds. */

const LOST_BEFORE_SAYING_SO = 3;
let lost = 0;

function source(event) {
  return event.detail?.ctx?.sourceElement ?? event.target;
}

function offline(isOffline) {
  for (const line of document.querySelectorAll("[data-offline]")) line.hidden = !isOffline;
}

/* Before the page's own listener, which would say that something was not saved. */
document.addEventListener("htmx:error", (event) => {
  const element = source(event);
  if (!(element instanceof Element) || !element.matches("[data-live]")) return;
  event.stopImmediatePropagation();
  lost += 1;
  offline(lost >= LOST_BEFORE_SAYING_SO);
}, true);

document.addEventListener("htmx:after:request", (event) => {
  const element = source(event);
  if (!(element instanceof Element) || !element.matches("[data-live]")) return;
  lost = 0;
  offline(false);
});

/** The tablet goes along with the hall by itself while nothing is being typed. */
const typed = new Set();
document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-typing]");
  if (form) typed.add(form);
});
document.addEventListener("htmx:after:swap", () => {
  const moved = document.querySelector("[data-moved]");
  if (moved && typed.size === 0) window.location.assign(moved.dataset.moved);
});
