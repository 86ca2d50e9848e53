"use strict";
// What a participant's page does by itself: it says whether what was typed is saved, keeps what is not, and puts it
// back after a reload. Kernels can die, servers can stop and Wi-Fi can go: this script is what is left then.
(() => {
  const BEAT = 1500; // ms between two questions to the kernel: "have you dealt with all that I sent?"
  const SILENCE = 2500; // ms without an answer after which something is wrong
  const PAUSE = 600; // ms without a key after which a text is sent
  const LONGEST = 3000; // ms of typing without a pause after which it is sent all the same
  const PATIENCE = 12000; // ms of silence from a kernel that is there, after which the page is loaded again
  const LATE = 15000; // ms after which a page that shows nothing yet says so; after twice that it is loaded again
  const DRAFTS = "workshop-drafts";
  const LOADS = "workshop-loads";
  const FOCUS = "workshop-focus";
  const TYPED = "input:not([type=checkbox]):not([type=radio]), textarea";

  const config = JSON.parse(document.getElementById("jupyter-config-data").textContent);
  const device = Math.random().toString(36).slice(2, 10);
  const byId = (id) => document.getElementById(id);
  const begun = Date.now();
  let facts = { sentences: config.sentences || {} };
  let state = { up: true, heard: {}, unsaved: [], saved: "", turn: 0 };
  let factsText = "", stateText = "", clockOffset = 0;
  let movedAt = 0;
  let sent = 0, askedAt = 0, silentSince = 0, typedAt = 0, probedAt = 0, found = "", turned = 0;
  const drafts = new Map(); // what is not known to be saved, by place
  const timers = new Map();

  const say = (name, values = {}) =>
    (facts.sentences[name] || "").replace(/\{(\w+)\}/g, (place, key) => values[key] ?? place);

  // Places: a box is found again by the classes that the form gives, also on a page that was made anew.

  const named = (element, prefix) =>
    [...element.classList].find((name) => name.startsWith(prefix))?.slice(prefix.length);

  const place = (box) => {
    const field = box.closest(".wf-field");
    if (!field) { return null; }
    const path = [];
    let [name, item] = ["", ""];
    for (let one = field; one && !one.classList.contains("workshop-form"); one = one.parentElement) {
      const at = named(one, "wf-at-"), id = named(one, "wf-item-");
      if (at) { path.unshift(at); name = at; }
      if (id) { path.unshift(id); item = id; }
      if (one.classList.contains("wf-line")) { path.unshift([...one.parentElement.children].indexOf(one)); }
    }
    path.push([...field.querySelectorAll("input, textarea, select")].indexOf(box));
    return { key: [facts.part, ...path].join("/"), part: facts.part, field: name, item };
  };

  const boxes = () => [...document.querySelectorAll(".wf-field :is(input, textarea, select)")];
  const read = (box) => (/checkbox|radio/.test(box.type) ? box.checked : box.value);
  const write = (box, answer) => {
    if (typeof answer === "boolean") {
      if (box.checked !== answer) { box.click(); }
      return;
    }
    box.value = answer;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.dispatchEvent(new Event("change", { bubbles: true }));
  };

  // Drafts

  const keep = () => {
    if (!facts.person) { return; } // nothing was typed here yet, and what an earlier page kept is not to be lost
    const kept = [...drafts.values()].map(({ seq, sure, ...draft }) => draft);
    try { sessionStorage.setItem(DRAFTS, JSON.stringify({ person: facts.person, drafts: kept })); } catch { /* no room */ }
  };
  const fetchDrafts = () => {
    try {
      const kept = JSON.parse(sessionStorage.getItem(DRAFTS) || "{}");
      if (kept.person === facts.person) {
        kept.drafts.forEach((draft) => drafts.set(draft.key, { ...draft, seq: null, lost: true }));
      }
    } catch { /* nothing that we wrote */ }
  };

  const note = (box) => {
    const at = place(box);
    if (!at) { return null; }
    const before = drafts.get(at.key);
    const label = box.closest(".wf-field").querySelector(".widget-label, .wf-legend")?.textContent.trim() || "";
    const was = before ? before.was : box.wlWas ?? "";
    const draft = { ...at, was, label, text: read(box), since: before?.since ?? Date.now(), seq: null, sure: false, lost: false };
    drafts.set(at.key, draft);
    keep();
    return draft;
  };

  const send = (box) => {
    clearTimeout(timers.get(box));
    timers.delete(box);
    if (box.isConnected) { box.dispatchEvent(new Event("change", { bubbles: true })); }
  };
  const sendAll = () => { [...timers.keys()].forEach(send); beat(true); };

  document.addEventListener("focusin", ({ target }) => {
    if (target.matches?.(".wf-field :is(input, textarea, select)")) { target.wlWas = read(target); shield(target); }
  });
  document.addEventListener("input", ({ target }) => {
    if (!target.matches?.(TYPED) || !place(target)) { return; }
    typedAt = Date.now();
    const draft = note(target);
    clearTimeout(timers.get(target));
    // Numbers and dates are read when one leaves the box: half of them would only be called wrong.
    const prose = target.closest(".wf-field").matches(".wf-text, .wf-long-text, .wf-tags");
    const pause = Date.now() - draft.since > LONGEST ? 0 : PAUSE;
    timers.set(target, setTimeout(() => (prose ? send(target) : 0), pause));
  }, true);
  document.addEventListener("change", ({ target }) => {
    if (!target.matches?.("input, textarea, select") || !place(target)) { return; }
    clearTimeout(timers.get(target));
    timers.delete(target);
    const draft = note(target);
    // The kernel answers the next beat after it has dealt with this change.
    setTimeout(() => { draft.seq = sent + 1; beat(true); }, 0);
  }, true);
  document.addEventListener("focusout", ({ target }) => { if (timers.has(target)) { send(target); } });
  document.addEventListener("visibilitychange", () => { if (document.hidden) { sendAll(); } });
  addEventListener("pagehide", () => { markFocus(); sendAll(); });

  // While somebody types in a box, nothing else writes in it: what comes back cleaned would move the words under the
  // hand that writes them.
  const shield = (box) => {
    if (box.wlShielded || !box.matches(TYPED)) { return; }
    box.wlShielded = true;
    const plain = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), "value");
    Object.defineProperty(box, "value", {
      configurable: true,
      get() { return plain.get.call(box); },
      set(text) {
        const typing = document.activeElement === box && drafts.has(place(box)?.key) && !box.wlPutsBack;
        if (!typing) { plain.set.call(box, text); }
      },
    });
  };

  // The kernel

  const beat = (now = false) => {
    const box = document.querySelector(".wl-beat input");
    const waits = sent > (state.heard[device] || 0);
    if (!box || (!now && waits && Date.now() - askedAt < 2 * SILENCE)) { return; }
    if (!waits) { silentSince = Date.now(); }
    askedAt = Date.now();
    box.value = `${device}:${++sent}:${turned}`;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const learn = () => {
    const [first, second] = ["page", "state"].map((name) =>
      document.querySelector(`.wl-told-${name} [data-told]`)?.dataset.told);
    if (!first || !second) { return; }
    if (first !== factsText) { factsText = first; meet(JSON.parse(first)); }
    if (second !== stateText) { stateText = second; state = JSON.parse(second); settle(); }
  };

  const meet = (now) => {
    const before = facts;
    facts = now;
    document.documentElement.lang = now.language;
    document.title = [now.title, config.workshop].filter(Boolean).join(" – ") || document.title;
    if (!before.person) { fetchDrafts(); }
    byId("wl-name").textContent = now.name;
    byId("wl-step").textContent = now.place ? say("step_of", now) : "";
    if (before.person && (before.step !== now.step || before.state !== now.state)) {
      movedAt = Date.now();
      scrollTo({ top: 0 });
    }
  };

  const settle = () => {
    clockOffset = Date.parse(state.now) - Date.now();
    const heard = state.heard[device] || 0;
    if (heard >= sent) { silentSince = 0; }
    const unsaved = new Set(state.unsaved.map((one) => one.join("/")));
    for (const [key, draft] of drafts) {
      if (draft.seq === null || draft.seq > heard) { continue; }
      if (!draft.sure) {
        // A widget holds a change back while an earlier one is under way, so a beat may have overtaken it: ask again.
        draft.sure = true;
        draft.seq = sent + 1;
        setTimeout(() => beat(true), 0);
      } else if (!unsaved.has([draft.part, draft.field, draft.item].join("/"))) {
        const box = findBox(key);
        if (box) { box.wlWas = draft.text; }
        drafts.delete(key);
        keep();
      }
    }
    if (state.turn !== turned) { turned = state.turn; sendAll(); }
  };

  // What was typed on a page before this one

  const hasForm = () => document.querySelector(".wl-main .wf-fields") !== null;
  const findBox = (key) => boxes().find((box) => place(box)?.key === key);
  const reached = new Set(); // items that were never saved, and are being added again

  const putBack = () => {
    for (const draft of drafts.values()) { draft.lost ||= draft.part !== facts.part || !hasForm(); }
    if (!hasForm()) { return; }
    for (const draft of [...drafts.values()].filter((one) => one.lost && one.part === facts.part)) {
      const box = findBox(draft.key);
      if (box) { restore(box, draft); } else { makeWay(draft); }
    }
  };
  const restore = (box, draft) => {
    const now = read(box);
    if (now === draft.text) { drafts.delete(draft.key); keep(); return; }
    if (now !== draft.was && now !== "" && !draft.anyway) { draft.clash = true; return; }
    draft.lost = false;
    box.wlPutsBack = true;
    write(box, draft.text);
    box.wlPutsBack = false;
  };
  const pressedAt = new WeakMap();
  const press = (opener) => {
    // What it opens appears when the kernel has heard of it; pressed again before that, it would close it.
    if (!opener || Date.now() - (pressedAt.get(opener) || 0) < 5000) { return; }
    pressedAt.set(opener, Date.now());
    opener.click();
  };
  const makeWay = (draft) => {
    if (!draft.item) { press(document.querySelector(".wf-more:not(.wf-open)")); return; }
    const entry = document.querySelector(`.wf-item-${CSS.escape(draft.item)}`);
    const list = document.querySelector(`.wf-list.wf-at-${CSS.escape(draft.field)}`);
    if (entry) {
      press(entry.querySelector(":scope > .wf-head:not(.wf-open)") || entry.querySelector(".wf-more:not(.wf-open)"));
    } else if (list && !reached.has(draft.item)) {
      const known = new Set(list.querySelectorAll(".wf-entry"));
      reached.add(draft.item);
      list.querySelector(":scope > .wf-main")?.click();
      const waiting = setInterval(() => {
        const fresh = [...list.querySelectorAll(".wf-entry")].find((one) => !known.has(one));
        if (!fresh) { return; }
        clearInterval(waiting);
        rename(draft.item, named(fresh, "wf-item-"));
      }, 100);
    }
  };
  const rename = (old, fresh) => {
    for (const draft of [...drafts.values()].filter((one) => one.item === old)) {
      drafts.delete(draft.key);
      draft.key = draft.key.replace(`/${old}/`, `/${fresh}/`);
      draft.item = fresh;
      drafts.set(draft.key, draft);
    }
    keep();
  };

  // Somebody who was typing when the page was loaded again goes on typing where they were.
  const markFocus = () => {
    const box = document.activeElement;
    const at = box?.matches?.(TYPED) ? place(box) : null;
    try { sessionStorage.setItem(FOCUS, JSON.stringify(at ? { key: at.key, at: Date.now() } : {})); } catch { /* no room */ }
  };
  let focusWas = JSON.parse(sessionStorage.getItem(FOCUS) || "{}");
  const takeFocus = () => {
    if (!focusWas.key) { return; }
    const box = findBox(focusWas.key);
    const isNowhere = document.activeElement === document.body;
    if (!isNowhere || Date.now() - begun > 2 * LATE || begun - focusWas.at > LATE) { focusWas = {}; return; }
    if (!box || [...drafts.values()].some((draft) => draft.key === focusWas.key && draft.lost)) { return; }
    focusWas = {};
    box.focus();
    if (box.setSelectionRange && /^(text|search|textarea)$/.test(box.type)) {
      box.setSelectionRange(box.value.length, box.value.length);
    }
  };

  // What could not be put back is shown, so that it can be copied.
  const showLeft = () => {
    const settled = Date.now() - begun > 4000 && facts.person;
    const left = [...drafts.values()].filter((draft) =>
      typeof draft.text === "string" && settled && (draft.clash || draft.part !== facts.part || !hasForm()));
    const section = byId("wl-left"), list = section.querySelector("ul");
    const shown = JSON.stringify(left.map((draft) => [draft.key, draft.text, facts.language]));
    if (section.dataset.shown === shown) { return; }
    section.dataset.shown = shown;
    section.hidden = left.length === 0;
    byId("wl-left-title").textContent = say("left_title");
    section.querySelector("p").textContent = say(left.some((draft) => draft.clash) ? "changed_help" : "left_help");
    list.replaceChildren(...left.map((draft) => {
      const line = document.createElement("li"), label = document.createElement("strong"), text = document.createElement("p");
      label.textContent = draft.label;
      text.textContent = draft.text;
      line.append(label, text);
      if (draft.clash) { line.append(button("put_back", () => { draft.clash = false; draft.anyway = true; })); }
      line.append(button("let_go", () => { drafts.delete(draft.key); keep(); }));
      return line;
    }));
  };
  const button = (name, pressed) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = say(name);
    made.addEventListener("click", pressed);
    return made;
  };

  // What is wrong, and what to do

  const probe = async () => {
    probedAt = Date.now();
    try {
      const answer = await fetch(`${config.baseUrl}api/kernels/${config.kernelId}`, { cache: "no-store", signal: AbortSignal.timeout(3000) });
      found = answer.ok ? "there" : drafts.size && (await isOut()) ? "out" : "gone";
    } catch { found = "offline"; }
  };

  // Whoever is not let in any more keeps a page with something unsaved: loaded again, it would only say why not.
  const isOut = async () => (await fetch(`${config.baseUrl}seat`, { cache: "no-store", signal: AbortSignal.timeout(3000) })).status === 403;

  let leaving = false;
  const loadAgain = () => {
    if (leaving) { return true; }
    const loads = JSON.parse(sessionStorage.getItem(LOADS) || "[]").filter((at) => Date.now() - at < 60000);
    if (loads.length >= 3) { return false; }
    if (Date.now() - typedAt < 2500) { return true; } // not under somebody's hands
    try { sessionStorage.setItem(LOADS, JSON.stringify([...loads, Date.now()])); } catch { return false; }
    keep();
    leaving = true;
    location.reload();
    return true;
  };

  const trouble = () => {
    const now = Date.now();
    const silent = silentSince && now - silentSince > SILENCE;
    if (silent) {
      if (now - probedAt > 2000) { probe(); }
      if (found === "out") { return "out"; }
      if (found === "gone" || (found === "there" && now - silentSince > PATIENCE)) { return loadAgain() ? "gone" : "stuck"; }
      return found === "offline" ? "offline" : "cut";
    }
    found = "";
    if (document.querySelector(".jupyter-widgets-error-widget")) { return loadAgain() ? "gone" : "stuck"; }
    if (!state.up) { return "cut"; }
    return state.unsaved.some((one) => one[0] === facts.part) && hasForm() ? "look_again" : "";
  };

  // The widgets' own script asks a slow kernel for each widget by itself, and waits for ever if one answer is lost.
  const late = () => {
    const waited = Date.now() - begun;
    if (waited > 2 * LATE && !loadAgain()) { return "stuck"; }
    return waited > LATE ? "slow" : "";
  };

  const showState = () => {
    const bar = byId("wl-state"), alarm = byId("wl-trouble");
    const held = getComputedStyle(alarm).position === "sticky" ? alarm.offsetHeight : 0;
    document.documentElement.style.setProperty("--wl-bar-height", `${byId("wl-bar").offsetHeight}px`);
    document.documentElement.style.setProperty("--wl-trouble-height", `${held}px`);
    const isHere = document.querySelector(".wl-beat input") !== null;
    const wrong = isHere ? trouble() : late();
    const saving = [...drafts.values()].some((draft) => !draft.lost);
    let [tone, text] = ["good", state.saved ? say("saved", { time: state.saved }) : say("connected")];
    if (!isHere) { [tone, text] = ["waiting", say("starting")]; }
    else if (wrong) { [tone, text] = ["wrong", say("not_saved")]; }
    else if (saving) { [tone, text] = ["waiting", say("saving")]; }
    if (bar.dataset.tone !== tone) { bar.dataset.tone = tone; }
    if (bar.textContent !== text) { bar.textContent = text; }
    if (alarm.dataset.told !== wrong + facts.language) {
      alarm.dataset.told = wrong + facts.language;
      alarm.replaceChildren(...(wrong ? [document.createTextNode(say(wrong))] : []));
      if (wrong === "stuck") { alarm.append(" ", button("load", () => { keep(); location.reload(); })); }
    }
  };

  const showTime = () => {
    const timer = byId("wl-timer"), ends = Date.parse(facts.ends || "");
    timer.hidden = Number.isNaN(ends);
    if (timer.hidden) { return; }
    const left = Math.ceil((ends - Date.now() - clockOffset) / 1000);
    const two = (number) => String(number).padStart(2, "0");
    const text = left > 0 ? `${Math.floor(left / 60)}:${two(left % 60)}` : say("time_up");
    if (timer.textContent !== text) { timer.textContent = text; }
    if (timer.ariaLabel !== say("time_left")) { timer.ariaLabel = say("time_left"); }
    timer.dataset.tone = left <= 0 ? "over" : left < 60 ? "soon" : "";
  };

  // A page that has moved on begins at its top, for eyes and for screen readers: what had the keyboard is gone.
  const followOn = () => {
    const heading = document.querySelector(".wl-introduction h1");
    const isNowhere = document.activeElement === document.body;
    if (heading && isNowhere && Date.now() - movedAt < 2000) { heading.focus({ preventScroll: true }); }
  };

  // A button that shows a sign alone is called what its tooltip says.
  const nameButtons = () => document.querySelectorAll(".wl-named").forEach((sign) => {
    if (sign.title && sign.ariaLabel !== sign.title) { sign.ariaLabel = sign.title; }
  });

  // A phone that slept has heard nothing meanwhile; that says nothing about the kernel.
  let ticked = Date.now();
  const wakeUp = () => {
    if (Date.now() - ticked > 5000 && silentSince) { silentSince = Date.now(); }
    ticked = Date.now();
  };

  setInterval(() => { wakeUp(); learn(); putBack(); takeFocus(); showState(); showTime(); showLeft(); followOn(); nameButtons(); }, 250);
  setInterval(() => { if (!document.hidden || drafts.size) { beat(); } }, BEAT);
})();
