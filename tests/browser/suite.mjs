// The whole look at a running demo: public pages, then the desk signed in as an officer and as a
// reviewer, and the journey of one corrected figure from the officer's sheet to the public page.
//
//   node suite.mjs http://127.0.0.1:8080 HOME_OF_THE_DEMO
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { chromium } from 'playwright-core';

const [base, home] = process.argv.slice(2);
const TARGETS = [
  'merit-living-standard', 'jobs-total', 'unemployment-urban', 'trained-labour', 'grdp-per-capita', 'poverty-reduction',
  'poverty-vs-nation', 'elderly-care-centre', 'voluntary-rehabilitation', 'full-vaccination', 'under-5-malnutrition',
  'health-insurance', 'clean-water-rural', 'no-littering', 'broadcast-coverage',
];
const PUBLIC = [
  '/', '/targets', '/targets?band=no_data', ...TARGETS.map((id) => `/targets/${id}`), '/aims/tb-infections', '/plans',
  '/plans/quang-binh-2016-2020', '/plans/quang-binh-2016-2020/assignments', '/plans/quang-binh-2016-2020/aims',
  '/plans/quang-binh-2016-2020/clauses/II.1.2.3.health', '/agencies', '/agencies/so-y-te', '/areas', '/areas/t44',
  '/areas/t44.2025', '/areas/h455', '/areas/x19207.2025', '/areas/g-quang-binh', '/indicators', '/documents', '/glossary',
  '/search?q=ho%20ngheo', '/data', '/about', '/figures/poverty-rate-review-2016/illustrative/t44/2018',
  '/figures/poverty-rate-survey/published/t44/2016', '404:/no-such-page', '/desk/sign-in',
];

/** Username, password and secret of every account of the demo. */
function accounts() {
  const found = new Map();
  let last;
  for (const line of readFileSync(`${home}/accounts.txt`, 'utf8').split('\n')) {
    const account = line.match(/^ {2}(\S+)\s+(\S{19})\s/);
    const secret = line.match(/mã bí mật ([A-Z2-7]{32})/);
    if (account) {
      last = { username: account[1], password: account[2] };
      found.set(last.username, last);
    } else if (secret && last) {
      [, last.secret] = secret;
    }
  }
  return found;
}

/** The one-time code of a base32 secret now (RFC 6238). */
function code(secret) {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000)));
  const mac = createHmac('sha1', key).update(step).digest();
  const at = mac[19] & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1000000).padStart(6, '0');
}

/** Signs in through the form, without scripts, and gives the page. */
async function signIn(browser, account) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${base}/desk/sign-in`);
  await page.fill('[name=username]', account.username);
  await page.fill('[name=password]', account.password);
  if (account.secret) await page.fill('[name=code]', code(account.secret));
  await page.click('main button[type=submit]');
  if (new URL(page.url()).pathname !== '/desk') throw new Error(`${account.username} did not get in: ${page.url()}`);
  const [{ name, value }] = await context.cookies();
  return { page, cookie: `${name}=${value}` };
}

/** Runs the page checks over some paths; gives how many passed and failed. */
function look(paths, cookie) {
  const run = spawnSync('node', [new URL('run.mjs', import.meta.url).pathname, base, ...paths], {
    env: { ...process.env, COOKIE: cookie ?? '' }, encoding: 'utf8', maxBuffer: 1 << 26,
  });
  const lines = run.stdout.trim().split('\n');
  const tally = lines.pop().match(/^(\d+) passed, (\d+) failed$/);
  console.log(lines.join('\n'));
  if (!tally) throw new Error(run.stderr);
  return { passed: Number(tally[1]), failed: Number(tally[2]) };
}

const AREA = 'x19207';
const MEASURE = 'health-insurance';
const YEAR = '2019';
const SHEET = `/desk/sheets/${AREA}/${YEAR}/bhxh-tinh`;

/** An officer corrects an accepted figure, a reviewer accepts it, and the public page says so at once. */
async function journey(officer, reviewer) {
  const click = (page, name) => page.click(`main button:has-text("${name}")`);
  await officer.goto(base + SHEET);
  await officer.screenshot({ path: `${home}/sheet.png`, fullPage: true });
  const numerator = officer.locator(`[name="numerator:${MEASURE}"]`).first();
  await numerator.fill('777');
  await officer.locator(`[name="note:${MEASURE}"]`).first().fill('Đếm lại thẻ còn hạn');
  await click(officer, 'Nộp');
  await reviewer.goto(base + SHEET);
  await click(reviewer, 'Duyệt');
  await officer.goto(`${base}/figures/${MEASURE}/illustrative/${AREA}/${YEAR}`);
  const words = await officer.locator('main').innerText();
  if (!words.includes('777') || !words.includes('Đếm lại thẻ còn hạn')) throw new Error(`the corrected figure is not public:\n${words}`);
}

const known = accounts();
const tallies = [look(PUBLIC)];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const officer = await signIn(browser, known.get('can-bo-xa'));
const reviewer = await signIn(browser, known.get('duyet.bhxh-tinh'));
const leader = await signIn(browser, known.get('lanh-dao'));
const administrator = await signIn(browser, known.get('quan-tri'));
await journey(officer.page, reviewer.page);
tallies.push({ passed: 1, failed: 0 });
tallies.push(look(['/desk', SHEET, '/desk/me'], officer.cookie));
tallies.push(look(['/desk', `/desk/asked/t44.2025/2020/bhxh-tinh?level=commune`], reviewer.cookie));
tallies.push(look(['/desk/overview'], leader.cookie));
tallies.push(look(['/desk/accounts', '/desk/accounts/new', '/desk/audit'], administrator.cookie));
await browser.close();
const sum = (key) => tallies.reduce((total, tally) => total + tally[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
