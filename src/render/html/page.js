"use strict";
// Ties the text, the maps and the list of statements together. All that it shows is in the page already.
(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const list = one(".list");
  if (!list) return;
  document.documentElement.classList.add("live");
  const pane = one(".pane");
  const maps = one(".maps");
  const isWide = () => getComputedStyle(pane).position !== "static";
  const make = (tag, words, name = "") => Object.assign(document.createElement(tag), { textContent: words, className: name });

  // What belongs together.
  const namesOf = (element) => {
    const { claim, claims, from, to } = element.dataset;
    return claim !== undefined ? [claim] : claims !== undefined ? claims.split(" ") : [from, to].filter(Boolean);
  };
  const decoded = (address) => {
    try {
      return decodeURIComponent(address);
    } catch {
      return address;
    }
  };
  const nameOf = (link) => decoded(link.getAttribute("href").slice("#s-".length));
  const cardOf = (name) => document.getElementById("s-" + name)?.closest(".card");
  const sentences = all(".brief [data-claims]");
  const parts = all(".view [data-claim], .view [data-from], .view [data-to]");
  const places = new Map();
  for (const element of [...sentences, ...parts]) {
    for (const name of namesOf(element)) {
      if (places.has(name)) places.get(name).push(element);
      else places.set(name, [element]);
    }
  }

  let lit = [];
  let kept = [];
  const light = (names) => {
    lit.forEach((element) => element.classList.remove("lit"));
    lit = names.flatMap((name) => [...(places.get(name) ?? []), cardOf(name)]).filter(Boolean);
    lit.forEach((element) => element.classList.add("lit"));
  };
  const pointed = (target) => {
    const element = target.closest?.("[data-claim], [data-claims], a[href^='#s-']");
    return !element ? undefined : element.matches("a") ? [nameOf(element)] : namesOf(element);
  };

  // Brings a part of a window into it, and moves nothing else.
  const reveal = (within, element, behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth", covered = 0) => {
    const [whole, inner] = [within.getBoundingClientRect(), element.getBoundingClientRect()];
    const outer = new DOMRect(whole.x, whole.y + covered, whole.width, whole.height - covered);
    if (inner.top < outer.top || inner.bottom > outer.bottom || inner.left < outer.left || inner.right > outer.right) {
      const middle = (start, size, from, room) => start + size / 2 - from - room / 2;
      within.scrollBy({
        left: middle(inner.left, inner.width, outer.left, outer.width),
        top: middle(inner.top, inner.height, outer.top, outer.height),
        behavior,
      });
    }
  };
  // The box of a statement: of several that on the sheet which is open.
  const boxOf = (name) => {
    const boxes = (places.get(name) ?? []).filter((element) => element.matches(".box"));
    return boxes.find((box) => box.closest(".view") === open()) ?? boxes[0];
  };
  // Brings a box into its window, on whichever sheet, and the window into the part of the page that it scrolls in.
  const revealBox = (name, behavior, least = 0) => {
    const box = boxOf(name);
    if (!box) return false;
    const view = box.closest(".view");
    const part = view.closest("details");
    if (part) part.open = true;
    begin(view);
    if (sizes.get(view).scale < least) set(view, 0.75);
    reveal(view, box, behavior);
    reveal(maps, view, "instant", one(".tools", maps).offsetHeight);
    return true;
  };

  let waiting = 0;
  const point = (event) => {
    const names = pointed(event.target);
    clearTimeout(waiting);
    light(names ?? kept);
    if (names && isWide() && !event.target.closest(".view")) waiting = setTimeout(() => revealBox(names[0]), 200);
  };
  document.addEventListener("pointerover", point);
  document.addEventListener("focusin", point);

  // Opening a statement.
  let shown;
  const hide = () => {
    if (!shown) return;
    shown.classList.remove("shown");
    shown.open = false;
    all(".close, .rests", shown).forEach((element) => element.remove());
    shown = undefined;
    kept = [];
    light(kept);
    beside(false);
  };
  const show = (names) => {
    const found = names.filter(cardOf);
    if (found.length === 0) return;
    const card = cardOf(found[0]);
    if (shown !== card) hide();
    if (card.hidden) clear();
    all(".close, .rests", card).forEach((element) => element.remove());
    const close = make("button", "Close", "close");
    close.addEventListener("click", back);
    card.children[1].prepend(close);
    if (found.length > 1) {
      const rests = make("div", "This sentence rests on this statement and on:", "rests");
      for (const name of found.slice(1)) {
        const link = make("a", "");
        link.append(...[...one("summary", cardOf(name)).childNodes].map((node) => node.cloneNode(true)));
        link.setAttribute("href", "#s-" + name);
        rests.append(link);
      }
      close.after(rests);
    }
    card.open = true;
    card.classList.add("shown");
    shown = card;
    kept = found;
    light(kept);
    if (isWide()) {
      beside(true);
      // Statements above it are laid out as they come near, which moves it.
      const place = (frames) => {
        list.scrollTo({ top: list.scrollTop + card.getBoundingClientRect().top - list.getBoundingClientRect().top });
        if (frames > 0 && shown === card) requestAnimationFrame(() => place(frames - 1));
      };
      place(5);
      revealBox(found[0], undefined, LEGIBLE);
    } else {
      card.scrollTop = 0;
    }
  };
  const visit = (names) => {
    const target = names.find(cardOf);
    if (target === undefined) return;
    const address = "#s-" + target;
    if (decoded(location.hash) !== address) history.pushState({ names }, "", address);
    show(names);
  };
  const back = () => {
    hide();
    if (location.hash.startsWith("#s-")) history.pushState({}, "", location.pathname + location.search);
  };
  const follow = () => {
    const hash = decoded(location.hash);
    if (hash.startsWith("#s-")) show(history.state?.names ?? [hash.slice("#s-".length)]);
    else hide();
  };
  addEventListener("popstate", follow);
  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    const link = event.target.closest("a");
    if (link && !link.getAttribute("href").startsWith("#s-")) {
      const part = document.getElementById(link.getAttribute("href").slice(1))?.closest(".part");
      if (part) part.open = true;
      return;
    }
    if (link) {
      event.preventDefault();
      visit([nameOf(link)]);
      const sentence = link.closest(".view") && isWide() && (places.get(nameOf(link)) ?? []).find((element) => element.matches(".brief *"));
      if (sentence) sentence.scrollIntoView({ block: "nearest" });
      return;
    }
    const sentence = event.target.closest(".brief [data-claims]");
    if (sentence && getSelection().isCollapsed) {
      step(sentence, false);
      visit(namesOf(sentence));
      if (!isWide()) sentence.scrollIntoView({ block: "start", behavior: "smooth" });
    }
  });

  // From sentence to sentence, and from box to box, with the keys.
  let current = sentences[0];
  const step = (sentence, focus) => {
    if (!sentence) return;
    current.tabIndex = -1;
    current = sentence;
    current.tabIndex = 0;
    if (focus) current.focus();
  };
  step(current, false);
  const nextBox = (from, key) => {
    const middle = (box) => {
      const at = box.getBoundingClientRect();
      return [at.left + at.width / 2, at.top + at.height / 2];
    };
    const [x, y] = middle(from);
    const [along, across, sign] = { ArrowRight: [0, 1, 1], ArrowLeft: [0, 1, -1], ArrowDown: [1, 0, 1], ArrowUp: [1, 0, -1] }[key];
    const far = (box) => {
      const way = [middle(box)[0] - x, middle(box)[1] - y];
      const ahead = way[along] * sign;
      return ahead < 4 ? Infinity : ahead + 2 * Math.abs(way[across]);
    };
    const others = all("a", from.closest(".view")).map((link) => [far(link), link]);
    return others.reduce((best, other) => (other[0] < best[0] ? other : best), [Infinity, undefined])[1];
  };
  for (const view of all(".view")) all("svg a", view).forEach((link, index) => link.setAttribute("tabindex", index ? "-1" : "0"));
  const search = one(".search input[type=search]");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key, target } = event;
    if (key === "Escape") {
      if (shown) back();
      else if (pane.matches(".large.beside")) beside(false);
      else if (pane.classList.contains("large")) enlarge(false);
      else if (target === search) search.blur();
      return;
    }
    if (target.closest("input, select, textarea")) return;
    if (key === "/") {
      event.preventDefault();
      if (isWide()) beside(true);
      else enlarge(false);
      search.focus();
      search.select();
    } else if (["j", "k"].includes(key) || (target === current && ["ArrowRight", "ArrowLeft"].includes(key))) {
      const at = sentences.indexOf(current);
      const forward = key === "j" || key === "ArrowRight";
      event.preventDefault();
      step(document.activeElement === current ? sentences[at + (forward ? 1 : -1)] : current, true);
    } else if (key === "Enter" && target === current) {
      visit(namesOf(current));
    } else if (target.matches(".view a") && key.startsWith("Arrow")) {
      event.preventDefault();
      const link = nextBox(target, key);
      if (!link) return;
      target.setAttribute("tabindex", "-1");
      link.setAttribute("tabindex", "0");
      link.focus({ preventScroll: true });
      reveal(link.closest(".view"), link);
    } else if (target.closest(".view, .tools") && ["+", "-", "0", "="].includes(key)) {
      const view = target.closest(".view") ?? open();
      if (key === "0") fit(view);
      else zoom(view, key === "-" ? 0.8 : 1.25);
    }
  });

  // Pan and zoom. The window scrolls by itself; its picture grows and shrinks.
  const sizes = new Map(all(".view").map((view) => [view, { scale: 1, width: +one("svg", view).getAttribute("width"), height: +one("svg", view).getAttribute("height") }]));
  const open = () => all(".view").find((view) => !view.closest("details:not([open])"));
  const set = (view, scale, x = view.clientWidth / 2, y = view.clientHeight / 2) => {
    const size = sizes.get(view);
    const now = Math.min(4, Math.max(0.08, scale));
    const [left, top] = [(view.scrollLeft + x) / size.scale, (view.scrollTop + y) / size.scale];
    const svg = one("svg", view);
    svg.setAttribute("width", size.width * now);
    svg.setAttribute("height", size.height * now);
    size.scale = now;
    view.scrollTo({ left: left * now - x, top: top * now - y, behavior: "instant" });
  };
  const zoom = (view, factor, x, y) => set(view, sizes.get(view).scale * factor, x, y);
  const fit = (view) => {
    const size = sizes.get(view);
    set(view, Math.min(view.clientWidth / size.width, view.clientHeight / size.height));
  };
  // Shows a map as broad as its window, however long it becomes.
  const across = (view, least = 0) => set(view, Math.max(least, Math.min(1, view.clientWidth / sizes.get(view).width)), 0, 0);
  // A map is first seen in its whole breadth; one that can be read so is seen whole. Smaller than a third it would show nothing.
  const unseen = new Set(sizes.keys());
  const begin = (view) => {
    if (!view || !unseen.delete(view)) return;
    const { width, height } = sizes.get(view);
    if (isWide() && Math.min(view.clientWidth / width, view.clientHeight / height) >= 0.75) fit(view);
    else across(view, isWide() ? 1 / 3 : 0);
  };
  // From this scale on the words of a map can be read.
  const LEGIBLE = 0.6;
  // Beside a large map the statements are seen while one of them is asked for.
  const beside = (asked) => pane.classList.toggle("beside", asked);
  let before = 1;
  const enlarge = (large) => {
    const view = open();
    if (!view || large === pane.classList.contains("large")) return;
    const size = sizes.get(view);
    if (large) before = size.scale;
    pane.classList.toggle("large", large);
    document.documentElement.classList.toggle("covered", large);
    beside(shown !== undefined);
    set(view, large ? Math.max(LEGIBLE, Math.min(1, view.clientWidth / size.width)) : before);
    if (kept[0]) revealBox(kept[0], "instant");
  };
  if (maps) {
    const tools = make("div", "", "tools");
    const tool = (words, label, action) => {
      const button = make("button", words);
      button.type = "button";
      button.title = label;
      button.setAttribute("aria-label", label);
      button.addEventListener("click", () => open() && action(open()));
      tools.append(button);
    };
    const touch = "Tap a sentence or a box for why it stands or falls.";
    const mouse = "Point at a sentence or a box, and both light up; click for why it stands or falls. Keys: / searches, j and k go through the text.";
    tools.append(make("span", matchMedia("(hover: none)").matches ? touch : mouse, "told"));
    tool("+", "Zoom in", (view) => zoom(view, 1.25));
    tool("\u2212", "Zoom out", (view) => zoom(view, 0.8));
    tool("Whole map", "Show the whole map", fit);
    tool("Large", "Large map; Escape goes back", () => enlarge(!pane.classList.contains("large")));
    (one(".view, .part", maps) ?? maps.lastElementChild).before(tools);
  }
  for (const view of sizes.keys()) {
    view.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const at = view.getBoundingClientRect();
      zoom(view, Math.exp(-event.deltaY / 300), event.clientX - at.left, event.clientY - at.top);
    }, { passive: false });
    const held = new Map();
    let moved = false;
    view.addEventListener("dragstart", (event) => event.preventDefault());
    view.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "mouse" && event.button !== 0) return;
      held.set(event.pointerId, [event.clientX, event.clientY]);
      moved = false;
    });
    view.addEventListener("pointermove", (event) => {
      const before = held.get(event.pointerId);
      if (!before) return;
      const now = [event.clientX, event.clientY];
      const other = [...held].find(([id]) => id !== event.pointerId)?.[1];
      if (other) {
        const far = (point) => Math.hypot(point[0] - other[0], point[1] - other[1]);
        const at = view.getBoundingClientRect();
        zoom(view, far(now) / Math.max(1, far(before)), (now[0] + other[0]) / 2 - at.left, (now[1] + other[1]) / 2 - at.top);
      } else if (event.pointerType === "mouse") {
        if (!moved && Math.hypot(now[0] - before[0], now[1] - before[1]) < 5) return;
        if (!moved) view.setPointerCapture(event.pointerId);
        moved = true;
        view.classList.add("dragged");
        view.scrollBy({ left: before[0] - now[0], top: before[1] - now[1], behavior: "instant" });
      }
      held.set(event.pointerId, now);
    });
    const release = (event) => {
      held.delete(event.pointerId);
      view.classList.remove("dragged");
    };
    view.addEventListener("pointerup", release);
    view.addEventListener("pointercancel", release);
    view.addEventListener("lostpointercapture", release);
    view.addEventListener("click", (event) => {
      if (!moved) return;
      event.preventDefault();
      moved = false;
    }, true);
  }

  // Search and filters.
  const bar = one(".search");
  const cards = all(".card", list);
  const others = all(".view .away");
  const folded = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = new Map();
  const textOf = (card) => {
    if (!texts.has(card)) texts.set(card, folded(one("summary", card).textContent + " " + card.dataset.claim));
    return texts.get(card);
  };
  const filter = () => {
    const words = folded(search.value).split(/\s+/).filter(Boolean);
    const speaker = bar.elements.speaker?.value ?? "";
    const kinds = all("input[name=verdict]", bar);
    const off = new Set(kinds.filter((kind) => !kind.checked).map((kind) => kind.value));
    const isOn = words.length > 0 || speaker !== "" || off.size > 0;
    const found = new Set();
    for (const card of cards) {
      const { verdict, by, claim } = card.dataset;
      const fits = !off.has(verdict) && (speaker === "" || by.split(" ").includes(speaker)) && words.every((word) => textOf(card).includes(word));
      card.hidden = !fits;
      if (fits) found.add(claim);
    }
    for (const small of others) small.classList.toggle("dim", isOn);
    for (const part of parts) part.classList.toggle("dim", isOn && !namesOf(part).some((name) => found.has(name)));
    if (isOn && isWide()) [...found].some((name) => revealBox(name));
    sentences.forEach((sentence) => sentence.classList.toggle("hit", isOn && namesOf(sentence).some((name) => found.has(name))));
    one("output", bar).textContent = isOn ? `${found.size} of ${cards.length}` : "";
  };
  const clear = () => {
    bar.reset();
    filter();
  };
  let typing = 0;
  bar.addEventListener("input", (event) => {
    clearTimeout(typing);
    typing = setTimeout(filter, event.target === search ? 120 : 0);
  });
  bar.addEventListener("reset", () => setTimeout(filter));
  bar.addEventListener("submit", (event) => event.preventDefault());
  bar.elements.fold.addEventListener("click", ({ target }) => {
    const opening = target.textContent === "Open all";
    cards.forEach((card) => (card.open = opening));
    target.textContent = opening ? "Close all" : "Open all";
  });

  // The map is laid out once the page is painted, and shows the part that the text begins with.
  all(".part").forEach((part) => part.addEventListener("toggle", () => part.open && begin(one(".view", part))));
  requestAnimationFrame(() => setTimeout(() => {
    if (maps) begin(open());
    const isHere = (name) => boxOf(name)?.closest(".view") === open();
    if (maps && isWide()) sentences.slice(0, 9).some((sentence) => namesOf(sentence).some((name) => isHere(name) && revealBox(name, "instant")));
    follow();
  }));
})();
