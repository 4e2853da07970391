// A request that failed says what happened and what was kept; the page stays as it is.
const KEPT = "Nothing was changed, and what you typed still stands here.";

function tell(page, words, link) {
  const message = page.createElement("div");
  message.className = "message message--error";
  message.setAttribute("role", "alert");
  const text = page.createElement("p");
  text.append(words);
  if (link) text.append(" ", link);
  message.append(text);
  page.getElementById("messages")?.replaceChildren(message);
  message.scrollIntoView({ block: "nearest" });
}

function signInLink(page) {
  const link = page.createElement("a");
  link.href = "/accounts/sign-in/";
  link.target = "_blank";
  link.textContent = "Sign in on another page";
  return link;
}

function why(status) {
  if (status === 403) return "You may not do this, or this page has grown old: open it again in another window.";
  if (status === 404) return "This is not there any more. Somebody may have removed it.";
  return `The server failed (${status}). Try again in a moment.`;
}

export function watchFaults(page) {
  page.addEventListener("htmx:sendError", () => tell(page, `The server cannot be reached. ${KEPT} Try again.`));
  page.addEventListener("htmx:responseError", (event) => tell(page, `${why(event.detail.xhr.status)} ${KEPT}`));
  page.addEventListener("htmx:beforeSwap", (event) => {
    if (!new URL(event.detail.xhr.responseURL).pathname.startsWith("/accounts/")) return;
    event.detail.shouldSwap = false;
    tell(page, `You were signed out. ${KEPT}`, signInLink(page));
  });
}
