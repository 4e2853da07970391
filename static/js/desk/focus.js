// After a swap the focus goes where the work goes on; nobody's focus is taken while it stands somewhere.
const lost = (page) => page.activeElement === page.body || page.activeElement === null;

function focusFirst(root, ...choices) {
  const target = choices.map((choice) => root.querySelector(choice)).find(Boolean);
  if (!target) return false;
  if (!target.matches("a, button, input, select, textarea, summary")) target.tabIndex = -1;
  target.focus();
  return true;
}

const FAULTS = ['[aria-invalid="true"]', ".notice--error"];
const FIELDS = ["form.form textarea", ".alike button", "input[type=search]"];

function afterPanel(page, panel) {
  if (focusFirst(panel, ...FAULTS)) return;
  const asked = panel.querySelector(".panel__inner > form.form, .panel__inner > form.search");
  if (asked && focusFirst(panel, ...FIELDS)) return;
  const open = page.querySelector("#text a.is-open");
  if (lost(page)) (open ?? panel).focus({ preventScroll: true });
}

function afterRecord(page, record) {
  if (focusFirst(record, ...FAULTS) || !lost(page)) return;
  record.tabIndex = -1;
  record.focus({ preventScroll: true });
}

export function watchFocus(page) {
  // At once: whoever types on must not be moved to another field a moment later.
  page.addEventListener("htmx:afterSwap", (event) => event.target.id === "panel" && afterPanel(page, event.target));
  page.addEventListener("htmx:afterSettle", (event) => {
    const part = event.target;
    if (part.id === "record") afterRecord(page, part);
    else if (part.id === "missed") focusFirst(part, ...FAULTS);
  });
  page.addEventListener(
    "toggle",
    (event) => event.target.matches("details.dismiss[open]") && focusFirst(event.target, "button"),
    true,
  );
}
