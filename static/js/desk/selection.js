// Words selected in the article become a quotation: a button appears, and fills the form that pasting would.
// Offsets count code points, as the server does; each piece of the text says where it starts.
const codePoints = (text) => Array.from(text).length;

function edge(pieces, container, offset, isStart) {
  const piece = pieces[isStart ? 0 : pieces.length - 1];
  const start = Number(piece.dataset.start);
  if (piece.contains(container) && container.nodeType === Node.TEXT_NODE) {
    return start + codePoints(container.data.slice(0, offset));
  }
  return isStart ? start : start + codePoints(piece.textContent);
}

const touched = (range, piece) => {
  if (!range.intersectsNode(piece)) return false;
  const own = piece.ownerDocument.createRange();
  own.selectNodeContents(piece);
  const startsAfter = range.compareBoundaryPoints(Range.END_TO_START, own) >= 0;
  const endsBefore = range.compareBoundaryPoints(Range.START_TO_END, own) <= 0;
  return !startsAfter && !endsBefore;
};

function read(page) {
  const selection = page.getSelection();
  const text = page.getElementById("text");
  if (!text || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.commonAncestorContainer)) return null;
  const pieces = [...text.querySelectorAll("[data-start]")].filter((piece) => touched(range, piece));
  if (!pieces.length) return null;
  const start = edge(pieces, range.startContainer, range.startOffset, true);
  const end = edge(pieces, range.endContainer, range.endOffset, false);
  return { start, end, words: wordsOf(pieces, start, end), range };
}

function wordsOf(pieces, start, end) {
  let last = null;
  return pieces
    .map((piece) => {
      const from = Number(piece.dataset.start);
      const part = Array.from(piece.textContent).slice(Math.max(0, start - from), end - from).join("");
      const joint = last && last !== piece.parentElement ? "\n\n" : "";
      last = piece.parentElement;
      return joint + part;
    })
    .join("");
}

function trimmed(found) {
  const before = found.words.length - found.words.trimStart().length;
  const after = found.words.length - found.words.trimEnd().length;
  return { ...found, start: found.start + before, end: found.end - after, words: found.words.trim() };
}

const MARKS = /["“”„«»]|(?<!\p{L})['‘]|['’](?!\p{L})/u;

function guessMode(words, before) {
  if (/^["“‘«']/.test(words) || /["“‘«']$/.test(before)) return "direct";
  return MARKS.test(words) ? "mixed" : "indirect";
}

// Hidden, it has no style of its own: htmx would copy that as an attribute, which the page's policy refuses.
function put(button, found) {
  button.hidden = !found;
  if (!found) return button.removeAttribute("style");
  const box = found.range.getBoundingClientRect();
  button.style.left = `${Math.max(8, Math.min(box.left, window.innerWidth - button.offsetWidth - 8))}px`;
  button.style.top = `${Math.max(8, Math.min(box.bottom + 8, window.innerHeight - button.offsetHeight - 8))}px`;
}

function fill(page, found) {
  const fold = page.getElementById("missed");
  const form = fold.querySelector("form");
  fold.open = true;
  for (const name of ["words", "start", "end"]) form.elements[name].value = found[name];
  form.elements.mode.value = guessMode(found.words, found.before);
  form.elements.mode.focus();
}

export function watchSelection(page) {
  let found = null;
  const button = () => page.getElementById("keep-selection");
  page.addEventListener("selectionchange", () => {
    const selected = button() && read(page);
    if (page.activeElement === button() && !selected) return;
    found = selected && selected.words.trim() ? trimmed(selected) : null;
    if (found) found.before = found.range.startContainer.textContent.slice(0, found.range.startOffset);
    if (button()) put(button(), found);
  });
  page.addEventListener("mousedown", (event) => event.target.closest("#keep-selection") && event.preventDefault());
  page.addEventListener("click", (event) => {
    if (!event.target.closest("#keep-selection") || !found) return;
    const kept = found;
    page.getSelection().removeAllRanges();
    put(button(), null);
    fill(page, kept);
  });
}
