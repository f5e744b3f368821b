/* What works better with a script: marks in the text, single-letter keys, copying. Reading works without it.
   Offsets come from the page's data block, counted by the server in UTF-16 units of each block. */
"use strict";

const TYPED_SEQUENCE_MS = 1500; // within which `g` and the letter after it belong together
const ORDER = ["sentences", "sentences-even", "quotations", "dates", "differs", "cues", "names", "repairs", "active", "passage"];
const DRAWN = { quotations: ["quotations", "cues"], sentences: ["sentences", "sentences-even"] };
const html = document.documentElement;
const block = document.getElementById("marks");
const data = block ? JSON.parse(block.textContent) : { places: {}, document: null };
const canHighlight = "highlights" in CSS;

/* ---------------------------------------------------------------- marks */

/** Make a range of the units [start, end) of a block, which may have several text nodes. */
function makeRange([id, start, end]) {
  const element = document.getElementById(id);
  if (!element) return null;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = new Range();
  let seen = 0, begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const after = seen + node.data.length;
    if (!begun && start < after) { range.setStart(node, start - seen); begun = true; }
    if (begun && end <= after) { range.setEnd(node, end - seen); return range; }
    seen = after;
  }
  return null;
}

function light(layer, places) {
  if (!canHighlight) return;
  const ranges = places.map(makeRange).filter(Boolean);
  if (!ranges.length) { CSS.highlights.delete(layer); return; }
  const highlight = new Highlight(...ranges);
  highlight.priority = ORDER.indexOf(layer);
  CSS.highlights.set(layer, highlight);
}

function showLayers() {
  const boxes = [...document.querySelectorAll("[data-layer]")];
  if (!boxes.length) { for (const layer in data.places) light(layer, data.places[layer]); return; }
  for (const box of boxes)
    for (const layer of DRAWN[box.dataset.layer] || [box.dataset.layer])
      light(layer, box.checked ? data.places[layer] || [] : []);
}

const placesOf = fact => Object.values(data.places).flat().filter(place => place[3] === fact);

/** Find the fact of the innermost mark under a point of the text. */
function factAt(x, y) {
  const spot = document.caretPositionFromPoint ? document.caretPositionFromPoint(x, y) : null;
  if (!spot) return null;
  const inside = Object.entries(data.places).filter(([layer]) => !layer.startsWith("sentences"))
    .flatMap(([, places]) => places).map(place => [place, makeRange(place)])
    .filter(([, range]) => range && range.isPointInRange(spot.offsetNode, spot.offset));
  inside.sort((a, b) => a[1].toString().length - b[1].toString().length);
  return inside.length ? inside[0][0][3] : null;
}

function connectMargin() {
  const text = document.getElementById("text");
  if (!text) return;
  for (const note of document.querySelectorAll("[data-fact]")) {
    const show = () => light("active", placesOf(note.dataset.fact));
    const hide = () => light("active", []);
    note.addEventListener("mouseenter", show); note.addEventListener("mouseleave", hide);
    note.addEventListener("focusin", show); note.addEventListener("focusout", hide);
  }
  text.addEventListener("click", event => {
    if (!getSelection().isCollapsed) return;
    const note = document.querySelector(`[data-fact="${factAt(event.clientX, event.clientY)}"]`);
    for (const other of document.querySelectorAll(".note.active")) other.classList.remove("active");
    if (!note) return;
    note.classList.add("active");
    note.scrollIntoView({ block: "nearest" });
  });
  for (const box of document.querySelectorAll("[data-layer]")) box.addEventListener("change", showLayers);
  for (const box of document.querySelectorAll("[data-submit]")) box.addEventListener("change", () => box.form.submit());
}

/** `#char=a,b` names a passage by code points of the original; the server knows where it stands here. */
async function showPassage() {
  const found = /^#char=(\d+),(\d+)$/.exec(location.hash);
  if (!found || !data.document) return;
  const query = new URLSearchParams(location.search);
  query.set("char", `${found[1]},${found[2]}`);
  const answer = await fetch(`/d/${encodeURIComponent(data.document)}/passage.json?${query}`);
  const passage = await answer.json();
  if (!passage.part) return;
  if (!document.getElementById(passage.places[0]?.[0]) || String(passage.part) !== (query.get("part") || "1")) {
    if (passage.part > 1 || query.has("part")) { location.replace(`${location.pathname}?${query}#passage`); return; }
  }
  light("passage", passage.places);
  document.getElementById(passage.places[0]?.[0])?.scrollIntoView({ block: "center" });
}

/* ---------------------------------------------------------------- keys */

const items = () => [...document.querySelectorAll(".item")];
const current = () => document.querySelector(".item.current") || document.activeElement.closest(".item") || items()[0];

function move(step) {
  const all = items(), chosen = document.querySelector(".item.current");
  const next = all[chosen ? Math.max(0, Math.min(all.length - 1, all.indexOf(chosen) + step)) : 0];
  if (!next) return;
  chosen?.classList.remove("current");
  next.classList.add("current");
  (next.querySelector("a, summary") || next).focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function toggleWhy() {
  const why = current()?.querySelector("details.why");
  if (why) why.open = !why.open;
}

async function copyCitation() {
  const cite = (current() || document).querySelector("[data-cite]");
  if (!cite) return;
  await navigator.clipboard.writeText(cite.textContent);
  const notice = document.getElementById("notice");
  notice.textContent = notice.dataset.copied;
}

function toggleKeys() {
  const dialog = document.getElementById("keys-dialog");
  if (dialog.open) dialog.close(); else dialog.showModal();
}

function goBack() {
  if (document.activeElement !== document.body) document.activeElement.blur();
  else if (history.length > 1) history.back();
}

const SECTIONS = { KeyS: "/s", KeyP: "/p", KeyT: "/t", KeyD: "/s?view=documents", KeyC: "/src", KeyN: "/st" };
const KEYS = {
  Slash: event => { if (event.shiftKey) toggleKeys(); else document.getElementById("q").select(); },
  KeyJ: () => move(1), KeyK: () => move(-1),
  KeyO: () => document.querySelector(".reader-bar .views a:not([aria-current])")?.click(),
  KeyW: toggleWhy, KeyY: copyCitation,
  KeyE: () => document.querySelector("[data-twin]").click(),
  Escape: goBack,
};
let wentAt = -Infinity;

/** Keys are meant by their place (`code`): on a Persian layout the letter of KeyJ is another. */
function onKey(event) {
  const typing = event.target.matches("input:not([type=checkbox]), select, textarea");
  if (event.ctrlKey || event.altKey || event.metaKey || document.querySelector("dialog[open]")) return;
  if (typing) { if (event.code === "Escape") event.target.blur(); return; }
  if (html.dataset.keys === "off") return;
  if (event.timeStamp - wentAt < TYPED_SEQUENCE_MS && SECTIONS[event.code]) {
    event.preventDefault();
    location.assign(SECTIONS[event.code]);
  } else if (event.code === "KeyG") wentAt = event.timeStamp;
  else if (KEYS[event.code]) { event.preventDefault(); KEYS[event.code](event); }
}

/* ---------------------------------------------------------------- copying */

/** Copy the text as received: a character shown as a box goes to the clipboard as itself. */
function onCopy(event) {
  const selection = getSelection();
  if (selection.isCollapsed) return;
  const held = document.createElement("div");
  for (let i = 0; i < selection.rangeCount; i++) held.append(selection.getRangeAt(i).cloneContents());
  const boxes = held.querySelectorAll(".hidden-character");
  if (!boxes.length) return;
  for (const box of boxes) box.replaceWith(String.fromCodePoint(parseInt(box.dataset.code.slice(2), 16)));
  const lines = [...held.querySelectorAll("p, h1, h2, li")];
  event.clipboardData.setData("text/plain", lines.length ? lines.map(line => line.textContent).join("\n") : held.textContent);
  event.preventDefault();
}

html.classList.add("js");
showLayers();
connectMargin();
showPassage();
addEventListener("hashchange", showPassage);
document.addEventListener("keydown", onKey);
document.addEventListener("copy", onCopy);
document.querySelector("[data-open-keys]").addEventListener("click", event => { event.preventDefault(); toggleKeys(); });
