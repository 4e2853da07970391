// Moving from quotation to quotation. The marks show which one is open before its panel has come.
import { announce } from "./announcing.js";

const openId = (page) => page.querySelector("#panel [data-quotation]")?.dataset.quotation;
const order = (page) => [...page.querySelectorAll("#text .flag")].map((flag) => flag.id.slice(2));

function show(page, id) {
  page.querySelectorAll("#text .is-open").forEach((mark) => mark.classList.remove("is-open"));
  if (!id) return;
  const parts = page.querySelectorAll(`#text [data-q~="${id}"], #text [data-of~="${id}"]`);
  parts.forEach((mark) => mark.classList.add("is-open"));
}

let shown;

function open(page, id) {
  const flag = page.getElementById(`f-${id}`);
  const mark = page.querySelector(`#text a[data-q~="${id}"]`);
  shown = id;
  show(page, id);
  mark.focus({ preventScroll: true });
  mark.scrollIntoView({ block: "nearest" });
  window.htmx.ajax("GET", flag.dataset.href, { source: mark, target: "#panel", swap: "innerHTML" });
}

function step(page, by) {
  const ids = order(page);
  if (!ids.length) return announce("No quotation is marked.");
  const at = ids.indexOf(shown ?? openId(page));
  const to = at === -1 ? (by > 0 ? 0 : ids.length - 1) : at + by;
  if (ids[to]) return open(page, ids[to]);
  return announce(by > 0 ? "This is the last quotation." : "This is the first quotation.");
}

export function showOpen(page) {
  shown = openId(page);
  show(page, shown);
}

export function watchMarks(page) {
  page.querySelector("#text a.is-open")?.scrollIntoView({ block: "center", behavior: "instant" });
  page.addEventListener("click", (event) => {
    const stepper = event.target.closest("[data-step]");
    if (stepper) step(page, Number(stepper.dataset.step));
    const mark = event.target.closest("#text a[data-q]");
    if (!mark) return;
    shown = mark.dataset.q.split(" ").at(-1);
    show(page, shown);
  });
  page.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id === "panel" || event.target.id === "article") showOpen(page);
  });
}
