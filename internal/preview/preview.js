"use strict";

const at = id => document.getElementById(id);
const choices = at("choices"), job = at("job"), stage = at("stage"), status = at("status");
let frame = null, waiting = null, shown = "", asked = 0, timer = 0, saved = false;

function element(name, className, text) {
  const e = document.createElement(name);
  e.className = className;
  e.textContent = text;
  return e;
}

// ask sends what is picked.
async function ask(path) {
  const fields = new FormData(choices);
  const picked = {...Object.fromEntries(fields), tailor: fields.has("tailor")};
  const answer = await fetch(path, {method: "POST", body: JSON.stringify(picked)});
  if (!answer.ok) throw new Error(await answer.text());
  return answer;
}

// refused reports a number that is out of its range, and whether there is one.
function refused() {
  const field = [...choices.elements].find(f => f.validity.rangeUnderflow || f.validity.rangeOverflow || f.validity.badInput);
  if (!field) return false;
  status.textContent = "Not up to date. " + field.labels[0].firstChild.textContent.trim() + ": " + field.validationMessage;
  return true;
}

// update asks for what the page is to show; a later question makes an earlier answer void.
async function update() {
  if (refused()) return;
  const mine = ++asked;
  try {
    const view = await (await ask("view")).json();
    if (mine === asked) show(view);
  } catch (e) {
    if (mine === asked) status.textContent = "No answer: " + e.message;
  }
}

function show(view) {
  showTroubles(view.problems, view.sheet !== "");
  if (view.sheet) showSheet(view.sheet);
  if (view.paper) showPaper(view.paper);
  at("pages").textContent = view.sheet ? pages(view.pages) : "";
  showFindings(view);
  showParsed(view.parsed);
  showCoverage(view.coverage);
  const state = view.problems.length ? "Not up to date" : "Up to date";
  if (!status.textContent.startsWith(state) || saved) status.textContent = state + ", " + new Date().toLocaleTimeString();
  saved = false;
}

function pages(n) {
  return n > 0 ? n.toFixed(1) + (n > 1 ? " pages" : " page") : "";
}

function showTroubles(problems, fresh) {
  const box = at("problems");
  const old = frame || fresh;
  stage.classList.toggle("stale", problems.length > 0 && Boolean(old));
  box.hidden = problems.length === 0;
  box.replaceChildren();
  if (box.hidden) return;
  const list = document.createElement("ul");
  for (const t of problems) {
    const item = document.createElement("li");
    item.append(element("p", "text error mark", t.text));
    if (t.hint) item.append(element("p", "text", "Hint: " + t.hint));
    list.append(item);
  }
  box.append(element("h2", "", old ? "Errors; the resume below is the last good one" : "Errors"), list);
}

// showSheet loads the new resume behind the old one, so that nothing flickers or moves.
function showSheet(html) {
  if (html === shown) return;
  shown = html;
  if (waiting) waiting.remove();
  const next = waiting = document.createElement("iframe");
  next.title = "Resume";
  next.className = "waiting";
  next.setAttribute("sandbox", "allow-same-origin allow-popups allow-popups-to-escape-sandbox"); // no scripts
  next.srcdoc = html;
  next.onload = () => {
    if (next !== waiting) return;
    for (const a of next.contentDocument.links) {
      if (!a.getAttribute("href").startsWith("#")) { a.target = "_blank"; a.rel = "noopener noreferrer"; }
    }
    whiten(next.contentDocument);
    if (frame) frame.remove();
    at("empty").hidden = true;
    frame = next;
    waiting = null;
    fit();
    next.className = "";
  };
  stage.append(next);
}

// showPaper draws the pages of the PDF; those that stay the same are left alone.
function showPaper(pages) {
  const paper = at("paper");
  pages.forEach((svg, i) => {
    const source = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg);
    const image = paper.children[i] || paper.appendChild(document.createElement("img"));
    if (image.src !== source) image.src = source;
    image.alt = "Page " + (i + 1) + " of " + pages.length;
  });
  while (paper.children.length > pages.length) paper.lastChild.remove();
}

// whiten keeps the resume on white paper, as it prints, on dark screens too.
function whiten(sheet) {
  sheet.documentElement.style.colorScheme = "light";
  for (const style of sheet.styleSheets) {
    for (const rule of style.cssRules) {
      if (rule.media?.mediaText.includes("prefers-color-scheme")) rule.media.mediaText = "not all";
    }
  }
}

// fit makes the frame as high as the resume: only the page scrolls.
function fit() {
  if (!frame) return;
  frame.style.height = "0";
  frame.style.height = frame.contentDocument.documentElement.scrollHeight + "px";
}

const words = {error: ["error", "errors"], warning: ["warning", "warnings"], advice: ["piece of advice", "pieces of advice"]};

function showFindings(view) {
  at("notes").replaceChildren(...view.notes.map(n => element("li", "", n)));
  const counts = {};
  at("list").replaceChildren(...view.findings.map(f => {
    counts[f.severity] = (counts[f.severity] || 0) + 1;
    const item = document.createElement("li"), line = element("p", "text", "");
    line.append(element("span", "mark " + f.severity, f.severity), " " + f.message);
    item.append(line);
    if (f.hint) item.append(element("p", "text", "Hint: " + f.hint));
    item.append(element("p", "place", [f.place, f.rule].filter(Boolean).join(" · ")));
    return item;
  }));
  const texts = Object.keys(words).filter(s => counts[s]).map(s => counts[s] + " " + words[s][counts[s] > 1 ? 1 : 0]);
  at("count").textContent = texts.join(", ") || "none";
}

function showParsed(parsed) {
  at("parsed").hidden = !parsed;
  if (!parsed) return;
  at("parser").textContent = parsed.summary;
  at("parts").replaceChildren(...parsed.groups.flatMap(group => {
    const list = document.createElement("ul");
    list.append(...group.lines.map(line => element("li", "text", line)));
    return [element("h3", "", group.heading), list];
  }));
}

const marks = {shown: "✓", provable: "+", related: "~", missing: "✗"};

function showCoverage(c) {
  at("met").textContent = c ? (c.title ? c.title + ": " : "") + c.summary : "";
  at("coverage").replaceChildren(...(c ? c.classes : []).flatMap(part => {
    const list = document.createElement("ul");
    for (const s of part.skills) {
      const item = document.createElement("li"), line = element("p", "text", "");
      const mark = element("span", "mark " + part.status, marks[part.status] + " ");
      mark.setAttribute("aria-hidden", "true");
      line.append(mark, element("span", "mark", s.name), " ", element("span", "place", s.demand));
      item.append(line);
      if (s.proof) item.append(element("p", "place", s.proof));
      list.append(item);
    }
    return [element("h3", part.status, part.heading), list];
  }));
}

async function download(name) {
  try {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await (await ask(name)).blob());
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    status.textContent = name + " is ready";
  } catch (e) {
    status.textContent = name + " could not be made: " + e.message;
  }
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(update, 200);
}

choices.addEventListener("submit", e => e.preventDefault());
for (const field of choices.elements) field.addEventListener(field === job ? "input" : "change", field === job ? soon : update);
at("downloads").addEventListener("click", e => e.target.value && download(e.target.value));
addEventListener("resize", fit);
at("showing").addEventListener("change", e => { at("views").className = e.target.value; fit(); });

const changes = new EventSource("changes");
changes.onmessage = changes.onopen = () => { saved = true; update(); };
changes.onerror = () => { status.textContent = "The preview has ended; start it again with: ghresume preview"; };
