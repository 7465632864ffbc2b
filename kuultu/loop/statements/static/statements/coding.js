/**
 * Coding by keyboard: 1–9 and 0 choose, Enter goes on, arrows lead to the neighbours and through the list.
 * The keys work only while the focus is in the form, so that they disturb nobody who speaks to the computer.
 */

const form = document.querySelector("form[data-coding]");
const boxes = form ? [...form.querySelectorAll("input[type=checkbox]")] : [];
const rightToLeft = document.documentElement.dir === "rtl";

function follow(name) {
  const link = form.querySelector(`[data-${name}]`);
  if (link) window.location.assign(link.href);
}

function toggle(digit) {
  const box = boxes[digit === "0" ? 9 : Number(digit) - 1];
  if (!box) return;
  box.checked = !box.checked;
  box.dispatchEvent(new Event("change", { bubbles: true }));
  box.focus();
}

function step(by) {
  const here = boxes.indexOf(document.activeElement);
  boxes[here < 0 ? (by > 0 ? 0 : boxes.length - 1) : (here + by + boxes.length) % boxes.length]?.focus();
}

function key(event) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
  const deeds = {
    ArrowUp: () => step(-1),
    ArrowDown: () => step(1),
    ArrowLeft: () => follow(rightToLeft ? "following" : "previous"),
    ArrowRight: () => follow(rightToLeft ? "previous" : "following"),
  };
  if (/^[0-9]$/.test(event.key)) deeds[event.key] = () => toggle(event.key);
  if (event.key === "Enter" && event.target.matches("input")) deeds.Enter = () => form.requestSubmit();
  const deed = deeds[event.key];
  if (!deed) return;
  event.preventDefault();
  deed();
}

if (boxes.length) {
  form.addEventListener("keydown", key);
  form.querySelector("[data-keys]").hidden = false;
  // Where there is a keyboard the keys work at once; on a phone the statement must stay in sight.
  if (window.matchMedia("(pointer: fine)").matches) form.querySelector("button").focus({ preventScroll: true });
}
