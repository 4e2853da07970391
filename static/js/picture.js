// A statement in the list and its mark in the picture light up together, by pointer and by keyboard.
const LIT = "is-lit";
const PICTURES = ["wide", "narrow"];
const WAYS = { pointerover: true, focusin: true, pointerout: false, focusout: false };

export function watchPicture(page) {
  for (const [name, lit] of Object.entries(WAYS)) {
    page.addEventListener(name, (event) => partners(page, event.target).forEach((one) => one.classList.toggle(LIT, lit)));
  }
}

function partners(page, element) {
  if (!(element instanceof Element)) return [];
  const statement = element.closest(".statement[id]");
  const mark = element.closest(".picture a");
  if (statement) return PICTURES.map((name) => page.getElementById(`${name}-${keyOf(statement)}`)?.closest("a")).filter(Boolean);
  return mark ? [...mark.querySelectorAll("g[id]")].map((group) => page.getElementById(`statement-${keyOf(group)}`)).filter(Boolean) : [];
}

const keyOf = (element) => element.id.split("-").at(-1);
