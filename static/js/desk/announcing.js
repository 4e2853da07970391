// Whoever listens is told what came in: [data-announce] of the part that htmx swapped.
let region;

export function announce(words) {
  // The same words twice would be told once.
  region.textContent = region.textContent === words ? `${words}\u00a0` : words;
}

export function watchAnnouncements(page) {
  region = page.createElement("div");
  region.className = "unseen";
  region.setAttribute("role", "status");
  page.body.append(region);
  page.addEventListener("htmx:load", (event) => {
    if (event.target.localName === "option") return; // suggestions come with every letter typed
    const part = event.target.closest("[data-announce]") ?? event.target.querySelector("[data-announce]");
    if (part) announce(part.dataset.announce);
  });
}
