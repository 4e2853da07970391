// A long list is read on in both directions, and what is being read stays where it is. The links work without this.
const NEAR = "200px";
let watched = null;

export function watchReading(page) {
  goToWhatWasAskedFor(page);
  keepInPlace(page);
  page.addEventListener("scroll", () => watchEarlier(page), { once: true, passive: true });
}

// An address may name a statement and no fragment: '?at=7'.
function goToWhatWasAskedFor(page) {
  const at = new URLSearchParams(location.search).get("at");
  if (location.hash || !/^\d+$/.test(at ?? "")) return;
  page.getElementById(`statement-${at}`)?.scrollIntoView({ behavior: "instant" });
}

// Whatever comes in above moves the page by its own height.
function keepInPlace(page) {
  let kept = null;
  page.addEventListener("htmx:beforeSwap", ({ target, detail }) => {
    if (detail.requestConfig?.elt?.id !== "earlier") return;
    const next = target.nextElementSibling?.querySelector(".statement");
    kept = next && { next, top: next.getBoundingClientRect().top, hadFocus: target.contains(page.activeElement) };
  });
  page.addEventListener("htmx:afterSwap", () => {
    if (kept) {
      scrollBy({ top: kept.next.getBoundingClientRect().top - kept.top, behavior: "instant" });
      if (kept.hadFocus) focusOn(kept.next);
      kept = null;
    }
    watchEarlier(page);
  });
}

function focusOn(statement) {
  statement.tabIndex = -1;
  statement.focus({ preventScroll: true });
}

// Asks for what is before as soon as the link is scrolled to; one that is in sight at once waits for a click.
function watchEarlier(page) {
  const link = page.getElementById("earlier");
  if (!link || link === watched) return;
  watched = link;
  let wasOut = false;
  new IntersectionObserver(([entry], observer) => {
    if (!entry.isIntersecting) wasOut = true;
    else if (wasOut) {
      observer.disconnect();
      link.click();
    }
  }, { rootMargin: `${NEAR} 0px 0px` }).observe(link);
}
