// The journey of one corrected figure: an officer corrects it, a reviewer accepts, and every page that a reader had
// open shows the new figure on its next load, with the way to the note that says why. Nothing here runs scripts.
import { reader } from './demo.mjs';

const COMMUNE = 'x19207';
const MEASURE = 'full-vaccination';
const YEAR = '2020';
const FIGURE = '41';
export const NOTE = 'Đếm lại theo sổ tiêm chủng';
export const SHEET = `/desk/sheets/${COMMUNE}/${YEAR}/so-y-te`;

// How a reader clicks to each page, from the home page on.
const PROVINCE = ['/areas', '/areas/t44.2025', '/areas/t44'];
const DISTRICT = [...PROVINCE, '/areas/h456'];
const WAYS = {
  [COMMUNE]: [...DISTRICT, `/areas/${COMMUNE}.2024`, `/areas/${COMMUNE}`],
  h456: DISTRICT,
  'g-quang-ninh': [...DISTRICT, '/areas/g-quang-ninh'],
  t44: PROVINCE,
  'g-quang-binh': [...PROVINCE, '/areas/g-quang-binh'],
};

const figure = (area) => `/figures/${MEASURE}/illustrative/${area}/${YEAR}`;
const link = (page, href) => page.locator(`main a[href="${href}"], nav.menu a[href="${href}"]`).first();
const words = (page) => page.locator('main').innerText();

function require(passed, what) {
  if (!passed) throw new Error(what);
}

async function click(page, ...hrefs) {
  for (const href of hrefs) {
    require(await link(page, href).count() === 1, `${page.url()} has no link to ${href}`);
    await link(page, href).click();
  }
}

/** Numerator and denominator of the figure in an area now. */
async function share(base, area) {
  const answer = await fetch(`${base}${figure(area)}.json`);
  const { rows } = await answer.json();
  const row = rows.find((one) => one.area === area && one.period === YEAR);
  return { numerator: row.numerator, denominator: row.denominator };
}

/** A share as the pages print it: exact with at most two decimals, else rounded to two. */
function printed({ numerator, denominator }) {
  const hundredths = Math.round((10000 * numerator) / denominator);
  const text = `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`;
  const exact = (10000 * numerator) % denominator === 0;
  return `${exact ? text.replace(/,?0+$/, '') : text}%`;
}

async function correct(base, officer, reviewer) {
  const press = (page, name) => page.click(`main button:has-text("${name}")`);
  await officer.goto(base + SHEET);
  await officer.locator(`[name="numerator:${MEASURE}"]`).first().fill(FIGURE);
  await officer.locator(`[name="note:${MEASURE}"]`).first().fill(NOTE);
  await press(officer, 'Nộp');
  await reviewer.goto(base + SHEET);
  await press(reviewer, 'Duyệt');
}

/** The page of an area shows the figure, and its link leads to the note. */
async function areaShows(page, area, expected) {
  const shown = (await link(page, figure(area)).innerText()).replaceAll(/\s/g, '');
  require(shown === expected, `${page.url()} shows ${shown}, not ${expected}`);
  await click(page, figure(area));
  if (area !== COMMUNE) {
    // A sum leads down to the rows it was made of, over several pages if there are many.
    while (await link(page, figure(COMMUNE)).count() === 0) {
      const next = page.locator('main a[rel=next]');
      require(await next.count() === 1, `${page.url()} does not lead down to ${COMMUNE}`);
      await next.click();
    }
    await click(page, figure(COMMUNE));
  }
  const said = await words(page);
  require(said.includes(FIGURE) && said.includes(NOTE), `${page.url()} does not tell of the correction:\n${said}`);
}

/** The target's page shows the new sum of the former province, the commune on its map, and the note. */
async function targetShows(page, shares) {
  await page.reload();
  const row = page.locator(`table[aria-labelledby="made"] tr:has(th:has-text("${YEAR}"))`).first();
  const actual = (await row.locator('td').first().innerText()).replaceAll(/\s/g, '');
  require(actual === printed(shares.t44), `the target's year shows ${actual}, not ${printed(shares.t44)}`);
  await page.selectOption('[name=areas]', 'communes');
  await page.selectOption('[name=year]', YEAR);
  await page.selectOption('[name=origin]', 'illustrative');
  await page.locator('form.pick button').click();
  const cell = (await link(page, figure(COMMUNE)).innerText()).replaceAll(/\s/g, '');
  require(cell === printed(shares[COMMUNE]), `the target's map shows ${cell}, not ${printed(shares[COMMUNE])}`);
  await click(page, figure(COMMUNE));
  require((await words(page)).includes(NOTE), 'the target does not lead to the note');
}

/** The whole journey; throws at the first thing that does not hold. */
export async function journey(browser, base, officer, reviewer) {
  const open = {};
  const before = {};
  for (const [area, way] of Object.entries(WAYS)) {
    before[area] = await share(base, area);
    open[area] = await reader(browser);
    await open[area].goto(base);
    await click(open[area], ...way);
  }
  const target = await reader(browser);
  await target.goto(base);
  await click(target, '/targets', `/targets/${MEASURE}`);

  await correct(base, officer, reviewer);

  const change = Number(FIGURE) - before[COMMUNE].numerator;
  const now = {};
  for (const [area, { numerator, denominator }] of Object.entries(before)) {
    now[area] = { numerator: numerator + change, denominator };
    require(printed(now[area]) !== printed(before[area]), `the correction is too small to be seen in ${area}`);
    await open[area].reload();
    await areaShows(open[area], area, printed(now[area]));
  }
  await targetShows(target, now);
  return { passed: Object.keys(WAYS).length + 1, failed: 0 };
}
