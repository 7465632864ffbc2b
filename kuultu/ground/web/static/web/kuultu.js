/** What a page does by itself. Everything here only eases what works without it. */

const parts = (selector, root = document) => root.querySelectorAll(selector);

/** Focus goes to what went wrong, or to the title of a drawer that has just opened. */
function focusOn(root) {
  const target = root.querySelector("[data-focus]") ?? root.querySelector("#drawer-title");
  target?.focus({ preventScroll: false });
}

/** `<form data-guard>`: the browser asks before it leaves a page with something typed and not sent. */
function guard(root) {
  for (const form of parts("form[data-guard]", root)) {
    let typed = false;
    form.addEventListener("input", () => { typed = true; });
    form.addEventListener("submit", () => { typed = false; });
    form.addEventListener("saved", () => { typed = false; });
    window.addEventListener("beforeunload", (event) => { if (typed && form.isConnected) event.preventDefault(); });
  }
}

/** `<select data-go>`: choosing sends the form, and the button beside it, needed without a script, steps back. */
function go(root) {
  for (const select of parts("select[data-go]", root)) {
    const button = select.form.querySelector("[data-go-button]");
    if (button) button.hidden = true;
    select.addEventListener("change", () => select.form.requestSubmit());
  }
}

/** `<button data-print hidden>` appears where a script can print. */
function print(root) {
  for (const button of parts("[data-print]", root)) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}

function start(root) {
  guard(root);
  go(root);
  print(root);
}

/** `<a data-close="drawer">` empties the drawer's place and gives the focus back to the code that opened it. */
let opener = null;
function close(event, link) {
  const drawer = document.getElementById(link.dataset.close);
  if (!drawer || !opener?.isConnected) return;
  event.preventDefault();
  drawer.remove();
  for (const each of parts("[aria-current='true'].pair")) each.removeAttribute("aria-current");
  opener.focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-close]");
  if (link) close(event, link);
  for (const menu of parts("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.querySelector("details.menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  } else if (opener) {
    document.querySelector("[data-close='drawer']")?.click();
  }
});

document.addEventListener("htmx:before:request", (event) => {
  if (event.detail.ctx.sourceElement.matches("a")) opener = event.detail.ctx.sourceElement;
});
document.addEventListener("htmx:after:swap", (event) => {
  const target = event.detail.ctx.target;
  if (!(target instanceof Element)) return;
  start(target);
  focusOn(target);
});

/** What came back is a page of its own – a No, a sign-in – so it is opened as one; what was typed stays where it is. */
document.addEventListener("htmx:response:error", (event) => {
  const { request, response } = event.detail.ctx;
  if (response.status < 401) return;
  if (request.method === "GET") window.location.assign(request.action);
  else failed();
});
document.addEventListener("htmx:error", failed);

function failed() {
  const notice = document.getElementById("notice");
  notice.textContent = notice.dataset.failed;
  notice.className = "notice";
}

start(document);
if (document.querySelector("[data-focus]")) focusOn(document);
