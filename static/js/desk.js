// The desk's conveniences: moving by keys, keeping keys until the panel is there, selecting, saying what happened.
// Each page works without them.
import { watchAnnouncements } from "./desk/announcing.js";
import { watchFaults } from "./desk/faults.js";
import { watchFocus } from "./desk/focus.js";
import { watchMarks } from "./desk/marks.js";
import { watchSelection } from "./desk/selection.js";
import { watchTyping } from "./desk/typing.js";
import { watchWaiting } from "./desk/waiting.js";

watchAnnouncements(document);
watchFaults(document);
watchFocus(document);
watchTyping(document);
watchWaiting(document);
watchMarks(document);
watchSelection(document);

const showScripted = (root) =>
  root.querySelectorAll("[data-scripted][hidden], [data-step][hidden]").forEach((element) => (element.hidden = false));
showScripted(document);
document.addEventListener("htmx:load", (event) => showScripted(event.target));
