// Single keys. An element with data-key="a" is pressed by "a"; "?" opens the dialog with data-help.
// Nobody who is typing, and no key that a browser or a screen reader wants (with Ctrl, Alt or Meta), is disturbed.
const isTyping = (target) => target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

const taken = (event) =>
  event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || isTyping(event.target);

export const isFree = (event) => !taken(event);

// What stands in a closed fold is not pressed: nobody sees it.
export function press(page, key) {
  const dialog = page.querySelector("dialog[open]");
  const marked = (dialog ?? page).querySelectorAll(`[data-key="${CSS.escape(key)}"]:not([disabled])`);
  const target = [...marked].find((element) => element.checkVisibility());
  target?.click();
  return Boolean(target);
}

export function watchKeys(page) {
  page.addEventListener("keydown", (event) => {
    if (taken(event)) return;
    const help = page.querySelector("dialog[data-help]");
    if (event.key === "?" && help && !help.open) {
      help.showModal();
      event.preventDefault();
    } else if (press(page, event.key)) {
      event.preventDefault();
    }
  });
}
