// Opens pages of a running server in Chromium and checks what a reader would feel, for each path in both languages
// at both widths: no accessibility violation, no sideways scroll, few requests, few bytes, no broken policy, and the
// same words with scripts off.
//
//   node run.mjs http://127.0.0.1:8080 / /targets '/search?q=ngheo' 404:/no-such-page
//
// A path may begin with the status it must answer with; without one it is 200.
// Environment: SCREENSHOTS folder for pictures (none are taken without it), CHROMIUM path of the browser,
// COOKIE `name=value` for pages behind the sign-in.
import { readFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const LANGUAGES = [{ code: 'vi', prefix: '' }, { code: 'en', prefix: '/en' }];
const WIDTHS = [320, 1280];
const MOST_REQUESTS = 2;
const MOST_BYTES = 14 * 1024;
const MOST_BYTES_WITH_CHART = 30 * 1024;
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const [base, ...paths] = process.argv.slice(2);
const screenshots = process.env.SCREENSHOTS;

/** Everything that travels for one page: how many requests and how many bytes, headers included. */
async function weigh(page) {
  const seen = { requests: 0, bytes: 0 };
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('data:')) seen.requests += 1;
  });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => { seen.bytes += encodedDataLength; });
  return seen;
}

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate((tags) => window.axe.run(document, {
    runOnly: tags,
    rules: { 'color-contrast-enhanced': { enabled: true } },
  }), AXE_TAGS);
  return found.violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ');
    return `axe ${id}: ${help} (${nodes.length}: ${where})`;
  });
}

/** What is wrong with one page at one width, as sentences; empty when nothing is. */
async function faults(browser, { address, status, lang, width, picture }) {
  const context = await open(browser, width, true);
  const page = await context.newPage();
  const wrong = [];
  page.on('console', (message) => {
    const expected = status >= 400 && message.text().includes(`status of ${status}`);
    if (message.type() === 'error' && !expected) wrong.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`script: ${error.message}`));
  const seen = await weigh(page);
  const response = await page.goto(address, { waitUntil: 'load' });
  await page.waitForTimeout(50);

  if (response.status() !== status) wrong.push(`status ${response.status()}`);
  const facts = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    chart: document.body.classList.contains('has-chart'),
    scroll: document.scrollingElement.scrollWidth,
    headings: document.querySelectorAll('h1').length,
    words: document.querySelector('main')?.innerText ?? '',
  }));
  const limit = facts.chart ? MOST_BYTES_WITH_CHART : MOST_BYTES;
  if (facts.lang !== lang) wrong.push(`lang is "${facts.lang}"`);
  if (facts.headings !== 1) wrong.push(`${facts.headings} first headings`);
  if (facts.scroll > width) wrong.push(`scrolls sideways: ${facts.scroll} px`);
  if (seen.requests > MOST_REQUESTS) wrong.push(`${seen.requests} requests`);
  if (seen.bytes > limit) wrong.push(`${seen.bytes} bytes, at most ${limit}`);
  wrong.push(...await violations(page));
  if (picture) await page.screenshot({ path: picture, fullPage: true });
  await context.close();

  if (await wordsWithoutScript(browser, address, width) !== facts.words) wrong.push('other words with scripts off');
  return { wrong, bytes: seen.bytes };
}

async function wordsWithoutScript(browser, address, width) {
  const context = await open(browser, width, false);
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'load' });
  const words = await page.locator('main').innerText();
  await context.close();
  return words;
}

async function open(browser, width, javaScriptEnabled) {
  const viewport = { width, height: width < 600 ? 568 : 800 };
  const context = await browser.newContext({ viewport, javaScriptEnabled });
  const [name, value] = (process.env.COOKIE ?? '').split('=');
  if (value) await context.addCookies([{ name, value, url: base }]);
  return context;
}

function pictureOf(path, lang, width) {
  if (!screenshots) return undefined;
  mkdirSync(screenshots, { recursive: true });
  const name = path.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '') || 'home';
  return join(screenshots, `${name}-${lang}-${width}.png`);
}

async function main() {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  let passed = 0;
  let failed = 0;
  for (const asked of paths) {
    const [, code, path] = asked.match(/^(?:(\d{3}):)?(.*)$/);
    const status = Number(code ?? 200);
    for (const { code: lang, prefix } of LANGUAGES) {
      for (const width of WIDTHS) {
        const address = new URL(prefix + path, base).href;
        const picture = pictureOf(path, lang, width);
        const { wrong, bytes } = await faults(browser, { address, status, lang, width, picture });
        if (wrong.length === 0) passed += 1; else failed += 1;
        console.log(`${wrong.length === 0 ? 'ok  ' : 'FAIL'} ${lang} ${width} ${bytes} B ${path}`);
        for (const line of wrong) console.log(`       ${line}`);
      }
    }
  }
  await browser.close();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

if (base === undefined || paths.length === 0) {
  console.error('usage: node run.mjs BASE PATH...');
  process.exitCode = 2;
} else {
  await main();
}
