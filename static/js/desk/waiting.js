// Keys pressed before the panel has come wait for it: "j", "a" accepts the quotation that "j" opens, never the one
// before. While a verb is on its way everything waits; while a panel is, moving on does not.
import { isFree, press } from "../keys.js";

const MOVES = new Set(["j", "k"]);
let request = null;
let waiting = [];

const isMove = () => request.verb === "get" && waiting.length === 0;

function replay(page) {
  while (!request && waiting.length) press(page, waiting.shift());
}

function settled(page, xhr) {
  if (request?.xhr !== xhr) return;
  request = null;
  replay(page);
}

function failed(detail) {
  waiting = [];
  if (request?.xhr === detail.xhr && !(detail.xhr.status === 422 || detail.xhr.status === 409)) request = null;
}

export function watchWaiting(page) {
  page.addEventListener("htmx:beforeSend", (event) => {
    const { target, xhr, requestConfig } = event.detail;
    if (target.id === "panel") request = { xhr, verb: requestConfig.verb };
  });
  page.addEventListener("htmx:afterRequest", (event) => event.detail.failed && failed(event.detail));
  page.addEventListener("htmx:afterSettle", (event) => settled(page, event.detail.xhr));
  page.addEventListener(
    "keydown",
    (event) => {
      if (!request || !isFree(event) || event.key.length > 1 || event.key === "?") return;
      if (MOVES.has(event.key) && isMove()) return;
      waiting.push(event.key);
      event.preventDefault();
    },
    true,
  );
}
