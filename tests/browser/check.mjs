// Uses pages in a browser as people do, with mouse, keys, touch, printer and without scripts.
// usage: node check.mjs BROWSER FOLDER   (the folder holds pages; pictures and PDFs are written beside them)
import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [executablePath, folder] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--force-prefers-reduced-motion"] });
const address = (name, hash = "") => pathToFileURL(resolve(folder, `${name}.html`)).href + hash;
const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844, isMobile: true, hasTouch: true };
let checks = 0;

/** Opens a page, and fails if it asks for anything, says anything, or does what its policy forbids. */
const visit = async (name, viewport, { hash, script = true } = {}) => {
  const page = await browser.newPage();
  page.troubles = [];
  const trouble = (what) => page.troubles.push(what);
  page.on("request", (request) => request.url().startsWith(address(name)) || trouble(`asks for ${request.url()}`));
  page.on("console", (message) => trouble(`says ${message.text()}`));
  page.on("pageerror", (error) => trouble(`fails: ${error.message}`));
  page.on("dialog", (dialog) => (trouble(`asks ${dialog.message()}`), dialog.dismiss()));
  await page.setJavaScriptEnabled(script);
  await page.setViewport(viewport);
  await page.goto(address(name, hash));
  return page;
};
const leave = async (page) => {
  assert.deepEqual(page.troubles, []);
  await page.close();
};
const test = async (name, run) => {
  await run();
  checks += 1;
  console.log(`ok ${name}`);
};
const picture = (page, name) => page.screenshot({ path: join(folder, `${name}.png`) });
const settle = (page, what, ...given) => page.waitForFunction(what, { timeout: 5000 }, ...given);
const count = (page, selector) => page.$$eval(selector, (found) => found.length);
const isSeen = (page, selector) =>
  page.$eval(selector, (element) => {
    const at = element.getBoundingClientRect();
    const top = document.elementFromPoint(at.left + Math.min(at.width, innerWidth) / 2, at.top + Math.min(at.height, 40) / 2);
    return element.contains(top) || top?.contains(element) === true;
  });
const visibleCards = (page) => page.$$eval(".card", (cards) => cards.filter((card) => card.checkVisibility()).length);
const name = "security-guarantees";

/** A sentence that rests on one claim only, which has a box. */
const sentence = async (page) => {
  const handle = await page.evaluateHandle(() =>
    [...document.querySelectorAll(".brief li [data-claims]")].find(
      (found) => !found.dataset.claims.includes(" ") && document.querySelector(`.box:not(.question)[data-claim="${found.dataset.claims}"]`)));
  return [handle.asElement(), await handle.evaluate((found) => found.dataset.claims)];
};

await test("a sentence, its box and its statement light up together", async () => {
  const page = await visit(name, wide);
  await picture(page, "wide");
  const [words, claim] = await sentence(page);
  await words.hover();
  await settle(page, (claim) => document.querySelector(`.box.lit[data-claim="${claim}"]`), claim);
  assert.equal(await words.evaluate((found) => found.classList.contains("lit")), true);
  assert.equal(await page.$eval(`.card[data-claim="${claim}"]`, (card) => card.classList.contains("lit")), true);
  assert.equal(await page.$$eval(".box.lit", (boxes) => new Set(boxes.map((box) => box.dataset.claim)).size), 1);
  await settle(page, (claim) => {
    const [box, view] = [document.querySelector(`.box[data-claim="${claim}"]`), document.querySelector(".view")].map((e) => e.getBoundingClientRect());
    return box.top >= view.top && box.bottom <= view.bottom && box.left >= view.left && box.right <= view.right;
  }, claim);
  await page.mouse.move(5, 5);
  await settle(page, () => !document.querySelector(".lit"));
  await page.hover(`.box[data-claim="${claim}"]`);
  assert.equal(await words.evaluate((found) => found.classList.contains("lit")), true);
  await leave(page);
});

await test("a click on a sentence or a box tells why, and going back closes it", async () => {
  const page = await visit(name, wide);
  const [words, claim] = await sentence(page);
  await words.click();
  const card = `.card[data-claim="${claim}"]`;
  assert.equal(await page.$eval(card, (card) => card.open), true);
  assert.match(await page.$eval(`${card} .why`, (why) => why.textContent), /^It (stands|falls|is open|is unsupported): /);
  await settle(page, (card) => {
    const [inner, outer] = [`${card} .why`, ".list"].map((part) => document.querySelector(part).getBoundingClientRect());
    return inner.top >= outer.top && inner.bottom <= outer.bottom;
  }, card);
  assert.equal(new URL(page.url()).hash, `#s-${claim}`);
  await picture(page, "click");
  await page.goBack();
  await settle(page, (card) => !document.querySelector(card).open, card);
  const box = await page.$(`.box[data-claim="${claim}"]`);
  await box.evaluate((box) => box.scrollIntoView({ block: "center", inline: "center" }));
  await box.click();
  await settle(page, (card) => document.querySelector(card).open, card);
  const next = await page.$(`${card} dd a`);
  const to = await next.evaluate((link) => link.getAttribute("href").slice(3));
  await next.click();
  await settle(page, (to) => document.querySelector(`.card[data-claim="${to}"]`).open, to);
  assert.equal(await page.$eval(card, (card) => card.open), false);
  await leave(page);
  const linked = await visit(name, wide, { hash: `#s-${claim}` });
  await settle(linked, (card) => document.querySelector(card).open && document.querySelector(card).classList.contains("shown"), card);
  await leave(linked);
});

await test("search and filters leave what fits, in the list and in the map", async () => {
  const page = await visit(name, wide);
  const all = await visibleCards(page);
  await page.type(".search input[type=search]", "LIBYA north");
  await settle(page, () => document.querySelector("output").textContent !== "");
  const found = await page.$$eval(".card:not([hidden])", (cards) => cards.map((card) => card.querySelector("summary").textContent));
  assert.ok(found.length > 0 && found.length < all);
  assert.ok(found.every((words) => /libya/i.test(words) && /north/i.test(words)));
  assert.equal(await count(page, ".view .box[data-claim]:not(.dim)"), found.length);
  assert.ok(await count(page, ".brief .hit") > 0);
  await picture(page, "search");
  await page.click(".search button[type=reset]");
  await settle(page, () => document.querySelector("output").textContent === "");
  assert.equal(await visibleCards(page), all);
  const speaker = await page.$eval(".search select option:nth-child(2)", (option) => option.value);
  await page.select(".search select", speaker);
  await settle(page, () => document.querySelector("output").textContent !== "");
  assert.ok((await page.$$eval(".card:not([hidden])", (cards) => cards.map((card) => card.dataset.by.split(" ")))).every((by) => by.includes(speaker)));
  await page.click(".search button[type=reset]");
  await settle(page, () => document.querySelector("output").textContent === "");
  await page.click(".search input[value=stands]");
  await settle(page, () => document.querySelector("output").textContent !== "");
  assert.equal(await count(page, ".card:not([hidden])"), await count(page, ".card:not([data-verdict=stands])"));
  const kinds = await page.$$eval(".search .kinds label", (labels) => labels.map((label) => [label.firstElementChild.value, +label.textContent.match(/\d+$/)[0]]));
  for (const [kind, told] of kinds) assert.equal(await count(page, `.card[data-verdict=${kind}]`), told, `${kind} are ${told}`);
  await leave(page);
});

await test("everything can be done with the keys", async () => {
  const page = await visit(name, wide);
  await page.keyboard.press("j");
  const first = await page.evaluate(() => document.activeElement.dataset.claims);
  await page.keyboard.press("ArrowRight");
  assert.ok(await page.evaluate(() => document.activeElement.matches(".brief [data-claims].lit")));
  await page.keyboard.press("ArrowLeft");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.claims), first);
  await page.keyboard.press("Enter");
  await settle(page, () => document.querySelector(".card.shown"));
  await page.keyboard.press("Escape");
  await settle(page, () => !document.querySelector(".card.shown"));
  await page.keyboard.press("/");
  assert.ok(await page.evaluate(() => document.activeElement.matches("input[type=search]")));
  await page.keyboard.type("peace/j");
  assert.equal(await page.$eval("input[type=search]", (input) => input.value), "peace/j");
  await page.keyboard.press("Escape");
  await page.focus(".view");
  await page.keyboard.press("Tab");
  const from = await page.evaluate(() => document.activeElement.getAttribute("href"));
  await page.keyboard.press("ArrowDown");
  assert.notEqual(await page.evaluate(() => document.activeElement.getAttribute("href")), from);
  assert.equal(await count(page, ".view a[tabindex='0']"), 1);
  await page.keyboard.press("Enter");
  await settle(page, () => document.querySelector(".card.shown"));
  await page.focus(".view");
  const width = () => page.$eval(".view svg", (svg) => svg.getBoundingClientRect().width);
  const before = await width();
  await page.keyboard.press("+");
  assert.ok(await width() > before * 1.2);
  await page.focus(".fold summary");
  await page.keyboard.press("Enter");
  assert.equal(await page.$eval(".fold", (fold) => fold.open), false);
  await leave(page);
});

await test("the map is panned and zoomed with the mouse", async () => {
  const page = await visit(name, wide);
  const state = () => page.$eval(".view", (view) => [view.scrollLeft, view.scrollTop, view.firstElementChild.getBoundingClientRect().width]);
  await settle(page, () => document.querySelector(".view svg").getBoundingClientRect().width <= document.querySelector(".view").clientWidth + 1);
  for (let times = 0; times < 5; times += 1) await page.click(".tools button[title='Zoom in']");
  await page.$eval(".view", (view) => view.scrollTo(300, 300));
  const middle = await page.$eval(".view", (view) => (({ left, top, width, height }) => [left + width / 2, top + height / 2])(view.getBoundingClientRect()));
  await page.mouse.move(...middle);
  await page.mouse.down();
  await page.mouse.move(middle[0] - 80, middle[1] - 60, { steps: 5 });
  await page.mouse.up();
  const [left, top, width] = await state();
  assert.ok(Math.abs(left - 380) < 12 && Math.abs(top - 360) < 12, `${left} ${top}`);
  assert.equal(await count(page, ".card.shown"), 0);
  await page.keyboard.down("Control");
  await page.mouse.wheel({ deltaY: -200 });
  await page.keyboard.up("Control");
  await settle(page, (width) => document.querySelector(".view svg").getBoundingClientRect().width > width * 1.3, width);
  await page.click(".tools button[title='Show the whole map']");
  const [whole, room] = await page.$eval(".view", (view) => [view.scrollHeight, view.clientHeight]);
  assert.ok(whole <= room + 1, `${whole} ${room}`);
  await page.click(".tools button[title^='Large map']");
  assert.ok(await page.$eval(".view", (view) => view.getBoundingClientRect().width > 1300));
  await picture(page, "large-map");
  await page.keyboard.press("Escape");
  assert.equal(await count(page, ".large"), 0);
  await leave(page);
});

await test("a map opens in its whole breadth, and a statement that is asked for can be read in it", async () => {
  const page = await visit(name, wide);
  await settle(page, () => document.querySelector(".view svg").getBoundingClientRect().width <= document.querySelector(".view").clientWidth + 1);
  const [found, claim] = await sentence(page);
  await found.click();
  await settle(page, (claim) => {
    const [box, view] = [document.querySelector(`.box[data-claim="${claim}"]`), document.querySelector(".view")].map((part) => part.getBoundingClientRect());
    return box.width > 120 && box.left >= view.left && box.right <= view.right && box.top >= view.top && box.bottom <= view.bottom;
  }, claim);
  await leave(page);
});

await test("the box of a sentence is seen on whichever sheet it lies", async () => {
  const page = await visit("large-full", wide);
  const all = await page.$$(".brief [data-claims]:not([data-claims*=' '])");
  const found = all.filter((_, nth) => nth % Math.ceil(all.length / 16) === 0);
  const sheets = new Set();
  for (const words of found) {
    await words.evaluate((found) => (found.scrollIntoView({ block: "center" }), found.click()));
    const sheet = await settle(page, (claim) => {
      const boxes = [...document.querySelectorAll(`.view .box[data-claim="${CSS.escape(claim)}"]`)];
      const seen = boxes.find((box) => {
        const at = box.getBoundingClientRect();
        return at.width > 100 && box.contains(document.elementFromPoint(at.left + at.width / 2, at.top + at.height / 2));
      });
      return boxes.length === 0 ? "none" : seen?.closest(".view").id;
    }, await words.evaluate((found) => found.dataset.claims));
    sheets.add(await sheet.jsonValue());
  }
  assert.ok([...sheets].filter((sheet) => sheet !== "none").length > 2, [...sheets].join(" "));
  await page.$eval(".maps", (maps) => maps.scrollTo(0, maps.scrollHeight));
  assert.ok(await isSeen(page, ".tools button"), "the tools stay in sight");
  await picture(page, "sheet");
  await page.$eval(".part:nth-of-type(4) > summary", (part) => part.click());
  const breadth = () => page.$eval(".part[open] .view svg", (svg) => svg.getBoundingClientRect().width);
  const before = await breadth();
  await page.$eval(".tools button[title='Zoom in']", (button) => button.click());
  assert.ok((await breadth()) > before * 1.2, "the sheet that is open is the one that grows");
  await page.$eval(".tools button[title='Show the whole map']", (button) => button.click());
  assert.ok((await page.$eval(".part[open] .view", (view) => view.scrollHeight - view.clientHeight)) <= 1, "the sheet is seen whole");
  await leave(page);
});

await test("a large map tells why too, and can be searched", async () => {
  const page = await visit("picnic", wide);
  await page.click(".tools button[title^='Large map']");
  assert.equal(await page.$eval(".statements", (list) => list.checkVisibility()), false);
  await page.click(".view .box:not(.question)");
  await settle(page, () => document.querySelector(".card.shown"));
  for (const part of [".card.shown .why", ".card.shown .close", ".view .box.lit"]) assert.ok(await isSeen(page, part), part);
  await picture(page, "large-map-card");
  await page.click(".card.shown .close");
  assert.equal(await page.$eval(".statements", (list) => list.checkVisibility()), false);
  await page.keyboard.press("/");
  await page.keyboard.type("rain");
  assert.ok(await isSeen(page, ".search input[type=search]"));
  assert.equal(await page.$eval(".search input[type=search]", (input) => input.value), "rain");
  await page.keyboard.press("Escape");
  assert.equal(await page.$eval(".statements", (list) => list.checkVisibility()), false);
  await page.keyboard.press("Escape");
  assert.equal(await count(page, ".large"), 0);
  await leave(page);
  const small = await visit("picnic", phone);
  await small.tap(".tools button[title^='Large map']");
  await small.tap(".view .box:not(.question)");
  await settle(small, () => document.querySelector(".card.shown"));
  assert.ok(await isSeen(small, ".card.shown .why") && await isSeen(small, ".card.shown .close"));
  await leave(small);
});

await test("only what tells something can be clicked, and an address that is no text does no harm", async () => {
  const page = await visit(name, wide, { hash: "#%" });
  assert.ok(await count(page, "#terms li span") > 0);
  assert.equal(await count(page, "#terms [data-claims]"), 0);
  assert.ok(await page.$$eval(".brief [data-claims]", (found) => found.every((sentence) => sentence.dataset.claims.split(" ").some((claim) => document.getElementById(`s-${claim}`)))));
  const [words] = await sentence(page);
  await words.click();
  await settle(page, () => document.querySelector(".card.shown"));
  await leave(page);
});

await test("where the page is narrow, the map opens as broad as its window", async () => {
  for (const width of [375, 768]) {
    const page = await visit(name, { ...phone, width });
    await settle(page, () => {
      const view = [...document.querySelectorAll(".view")].find((view) => view.offsetParent !== null);
      return view.scrollWidth <= view.clientWidth && view.scrollLeft === 0 && view.scrollTop === 0;
    });
    await picture(page, `narrow-${width}`);
    await leave(page);
  }
});

await test("on a phone a tap brings the statement up, fingers zoom, and nothing is wider than the screen", async () => {
  const page = await visit(name, phone);
  await picture(page, "phone");
  assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth));
  const [words, claim] = await sentence(page);
  await words.tap();
  await settle(page, () => document.querySelector(".card.shown"));
  await new Promise((done) => setTimeout(done, 600));
  await picture(page, "phone-statement");
  assert.equal(await page.$eval(".card.shown", (card) => card.dataset.claim), claim);
  assert.ok(await page.$eval(".card.shown", (card) => card.getBoundingClientRect().bottom <= innerHeight + 1));
  assert.ok(await isSeen(page, ".card.shown .why"));
  assert.ok(await words.evaluate((found) => found.getBoundingClientRect().top < document.querySelector(".card.shown").getBoundingClientRect().top));
  await page.tap(".card.shown .close");
  await settle(page, () => !document.querySelector(".card.shown"));
  await page.$eval(".view", (view) => view.scrollIntoView({ block: "start" }));
  const width = await page.$eval(".view svg", (svg) => svg.getBoundingClientRect().width);
  const hand = await page.createCDPSession();
  const fingers = (type, far) =>
    hand.send("Input.dispatchTouchEvent", { type, touchPoints: far ? [{ x: 190 - far, y: 300, id: 1 }, { x: 190 + far, y: 300, id: 2 }] : [] });
  await fingers("touchStart", 40);
  for (const far of [50, 60, 70, 80]) await fingers("touchMove", far);
  await fingers("touchEnd");
  await settle(page, (width) => document.querySelector(".view svg").getBoundingClientRect().width > width * 1.4, width);
  await picture(page, "phone-map");
  await leave(page);
});

await test("without scripts the text, the map and all facts are there", async () => {
  const plain = await visit(name, wide, { script: false });
  await picture(plain, "no-script");
  assert.equal(await count(plain, "html.live"), 0);
  assert.equal(await plain.$eval(".search", (bar) => bar.checkVisibility()), false, "nothing is offered that does nothing");
  assert.ok(await plain.$eval(".view svg", (svg) => svg.checkVisibility()));
  await plain.click(".card summary");
  assert.ok(await plain.$eval(".card .why", (why) => why.checkVisibility()));
  await plain.close();
  const linked = await visit("picnic", phone, { script: false });
  const links = await linked.$$eval(".view a", (links) => links.map((link) => link.getAttribute("href")));
  assert.ok(links.length > 3, `${links}`);
  await linked.goto(address("picnic", links[0]));
  assert.ok(await linked.$eval(links[0], (body) => body.closest("details").open), "a link unfolds what it leads to");
  await linked.close();
});

/** The sides of the pages of a PDF, in points. */
const sheets = async (page, name) => {
  const pdf = Buffer.from(await page.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true }));
  return [...pdf.toString("latin1").matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [Math.round(width), Math.round(height)]);
};
const isA4 = ([width, height]) => Math.abs(Math.min(width, height) - 595) < 2 && Math.abs(Math.max(width, height) - 842) < 2;

await test("it prints on sheets of paper, with its map in parts that can be read and a table of all statements", async () => {
  const page = await visit(name, wide);
  const [words] = await sentence(page);
  await words.click();
  await page.click("#sources summary");
  const sizes = await sheets(page, "print");
  assert.ok(sizes.length >= 5 && sizes.every(isA4), sizes.join(" | "));
  await page.emulateMediaType("print");
  for (const part of [".tools", ".search", ".close", ".view"]) {
    assert.ok(await page.$$eval(part, (found) => found.every((element) => !element.checkVisibility())), `${part} is not printed`);
  }
  for (const part of [".sheet svg", ".card summary", ".card .place", "#sources table"]) {
    assert.ok(await page.$$eval(part, (found) => found.every((element) => element.checkVisibility({ contentVisibilityAuto: true }))), `${part} is printed`);
  }
  assert.ok(await page.$$eval(".card .why", (found) => found.every((element) => !element.checkVisibility())), "an open statement is a row as others are");
  await page.close();
  const small = await visit("event-log", wide);
  await small.emulateMediaType("print");
  assert.ok(await small.$eval(".view svg", (svg) => svg.checkVisibility()), "a small map is printed whole");
  await small.close();
});

await test("the letters of printed maps can be read", async () => {
  for (const name of ["picnic", "carlill", "security-guarantees", "event-log", "continental-drift", "organ-donation", "library-fines"]) {
    const page = await visit(name, wide);
    await page.emulateMediaType("print");
    // The room on A4 within the margins of the page that the style names, in millimetres.
    const points = await page.$$eval(".view svg, .sheet svg", (found) =>
      found.filter((svg) => svg.checkVisibility({ contentVisibilityAuto: true })).map((svg) => {
        const room = { auto: [190, 261], tall: [190, 277], wide: [277, 190] }[getComputedStyle(svg.parentElement).page];
        const { width, height } = svg.viewBox.baseVal;
        const letters = parseFloat(getComputedStyle(svg.querySelector("text.t")).fontSize);
        return Math.min(room[0] / width, room[1] / height) * letters * 72 / 25.4;
      }));
    assert.ok(points.length > 0 && points.every((size) => size > 5.6), `${name}: ${points.map((size) => size.toFixed(1))}`);
    await page.close();
  }
});

await test("one page prints on two sheets at most, without the list", async () => {
  for (const name of ["picnic", "carlill", "security-guarantees", "event-log", "continental-drift", "organ-donation", "library-fines"]) {
    const page = await visit(`${name}-one-page`, wide);
    const sizes = await sheets(page, `${name}-one-page`);
    assert.ok(sizes.length <= 2 && sizes.every(isA4), `${name}: ${sizes.join(" | ")}`);
    await page.emulateMediaType("print");
    assert.equal(await page.$eval(".statements", (list) => list.checkVisibility()), false);
    assert.ok(await page.$eval(".view svg", (svg) => svg.checkVisibility()));
    await page.close();
  }
});

await test("dark mode is dark", async () => {
  const page = await visit(name, wide);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
  await picture(page, "dark");
  const lightness = (selector, key) => page.$eval(selector, (element, key) => Math.max(...getComputedStyle(element)[key].match(/\d+/g).slice(0, 3).map(Number)), key);
  assert.ok(await lightness("body", "backgroundColor") < 60 && await lightness("body", "color") > 180);
  assert.ok(await lightness(".agon-map .paper", "fill") < 60);
  await leave(page);
});

await test("a hostile debate does nothing", async () => {
  const page = await visit("hostile", wide);
  const found = await page.evaluate(() => {
    const every = [...document.querySelectorAll("*")];
    return {
      scripts: every.filter((element) => element.localName === "script").length,
      foreign: every.filter((element) => ["img", "iframe", "object", "embed", "link", "base", "audio", "video", "foreignObject", "animate", "set", "use", "image"].includes(element.localName)).length,
      handlers: every.flatMap((element) => element.getAttributeNames()).filter((name) => name.startsWith("on") || ["style", "src", "srcdoc", "action", "formaction"].includes(name)),
      links: every.map((element) => element.getAttribute("href")).filter((to) => to !== null && !to.startsWith("#") && !to.startsWith("https://example.org/")),
    };
  });
  assert.deepEqual(found, { scripts: 1, foreign: 0, handlers: [], links: [] });
  await page.type(".search input[type=search]", "<img src=x onerror=alert(1)>");
  await page.click(".search button[name=fold]");
  for (const sentence of (await page.$$(".brief [data-claims]")).slice(0, 12)) {
    await sentence.evaluate((found) => found.click());
  }
  await picture(page, "hostile");
  await leave(page);
});

await test("the policy forbids what is not ours", async () => {
  const page = await visit("picnic", wide);
  const broken = await page.evaluate(async () => {
    const found = [];
    document.addEventListener("securitypolicyviolation", (event) => found.push(event.effectiveDirective));
    const add = (tag, more) => document.body.append(Object.assign(document.createElement(tag), more));
    add("script", { textContent: "window.ran = true" });
    add("style", { textContent: "body { display: none }" });
    add("img", { src: "https://example.org/x.png" });
    const button = document.createElement("button");
    button.setAttribute("onclick", "window.ran = true");
    document.body.append(button);
    button.click();
    await fetch("https://example.org/").catch(() => undefined);
    await new Promise((done) => setTimeout(done, 300));
    return { ran: window.ran === true, found: [...new Set(found)].sort(), shown: getComputedStyle(document.body).display };
  });
  assert.deepEqual(broken, { ran: false, found: ["connect-src", "img-src", "script-src-attr", "script-src-elem", "style-src-elem"], shown: "block" });
  await page.close();
});

/** Opens a page of a thousand claims, and says how long that takes, and how much of it the thread of the page works. */
const opens = async (name) => {
  const [times, work] = [[], []];
  for (let run = 0; run < 5; run += 1) {
    const page = await browser.newPage();
    await page.setViewport(wide);
    const meter = await page.createCDPSession();
    await meter.send("Performance.enable", { timeDomain: "threadTicks" });
    const start = performance.now();
    await page.goto(address(name));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    times.push(performance.now() - start);
    const { metrics } = await meter.send("Performance.getMetrics");
    work.push(metrics.find((metric) => metric.name === "TaskDuration").value * 1000);
    if (run === 4) {
      assert.ok(await count(page, ".card") >= 1000);
      await page.click(".view a[href='#map-3']");
      assert.deepEqual(await page.$$eval(".part", (parts) => parts.map((part) => part.open).slice(0, 4)), [false, false, true, false]);
      await page.click("#map-3 a[href='#map-1']");
      assert.equal(await page.$eval(".part", (part) => part.open), true);
      await page.click(".part:nth-of-type(2) summary");
      await page.type(".search input[type=search]", "Reason 7");
      await settle(page, () => document.querySelector("output").textContent !== "");
      await picture(page, name);
    }
    await page.close();
  }
  const [middle, least] = [times, work].map((figures) => figures.sort((a, b) => a - b)).map((figures, at) => Math.round(figures[at ? 0 : 2]));
  console.log(`   it opens in ${middle} ms (median of ${times.length}), of which it works ${least} ms at least`);
};
await test("a page of a thousand claims opens", () => opens("large"));
await test("a page of a thousand claims opens with the whole brief", () => opens("large-full"));

await browser.close();
console.log(`tests/browser: ${checks} tests passed`);
