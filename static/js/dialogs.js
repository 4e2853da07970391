// A button with data-opens="<id>" opens that dialog. It stays hidden until this script has run.
const showOpeners = (root) => root.querySelectorAll("[data-opens][hidden]").forEach((button) => (button.hidden = false));

export function watchDialogs(page) {
  showOpeners(page);
  page.addEventListener("htmx:load", (event) => showOpeners(event.target));
  page.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) page.getElementById(opener.dataset.opens)?.showModal();
  });
}
