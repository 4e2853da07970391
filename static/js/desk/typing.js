// What somebody has typed and not sent is not thrown away by a key, a click or a closed window: they are asked first.
import { showOpen } from "./marks.js";

const FIELDS = "form.form :is(input:not([type=hidden]), textarea, select)";
const QUESTION = "What you typed here is not saved. Leave it?";

function isChanged(field) {
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (field.type === "file") return field.files.length > 0;
  if (field.localName !== "select") return field.value !== field.defaultValue;
  const first = [...field.options].findIndex((option) => option.defaultSelected);
  return field.selectedIndex !== Math.max(0, first);
}

// A form that was refused holds what was typed as if it had always stood there.
const isTyped = (root) =>
  [...root.querySelectorAll(FIELDS)].some(isChanged) || Boolean(root.querySelector("form.form .notice--error"));

export function watchTyping(page) {
  page.addEventListener("htmx:confirm", (event) => {
    const { target, verb, issueRequest } = event.detail;
    if (target?.id !== "panel" || verb !== "get" || !isTyped(target)) return;
    event.preventDefault();
    if (window.confirm(QUESTION)) issueRequest(true);
    else setTimeout(() => showOpen(page)); // once the click has shown where it wanted to go
  });
  let isSending = false;
  page.addEventListener("submit", (event) => (isSending = !event.defaultPrevented));
  window.addEventListener("beforeunload", (event) => {
    if (!isSending && isTyped(page)) event.preventDefault();
  });
}
