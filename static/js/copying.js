// Buttons that copy the text of another element. They show where the browser can copy; the text stands there anyway.
const TOLD_FOR = 2000;

export function watchCopying(page) {
  if (!navigator.clipboard) return;
  for (const button of page.querySelectorAll("[data-copies]")) {
    const status = document.createElement("span");
    status.className = "share__done";
    status.setAttribute("role", "status");
    button.after(status);
    button.hidden = false;
    button.addEventListener("click", () => copy(page.getElementById(button.dataset.copies), status));
  }
}

async function copy(source, status) {
  try {
    await navigator.clipboard.writeText(source.textContent.trim());
    status.textContent = "Copied";
  } catch {
    status.textContent = "Not copied: select the text and copy it";
  }
  setTimeout(() => { status.textContent = ""; }, TOLD_FOR);
}
