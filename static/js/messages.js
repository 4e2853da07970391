// Messages can be closed; those that htmx brings later as well.
const showClosers = (root) => root.querySelectorAll("[data-close][hidden]").forEach((button) => (button.hidden = false));

export function watchMessages(page) {
  showClosers(page);
  page.addEventListener("htmx:load", (event) => showClosers(event.target));
  page.addEventListener("click", (event) => event.target.closest("[data-close]")?.closest("[data-message]").remove());
}
