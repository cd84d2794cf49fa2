// Works on one sheet of the desk as two officials would, in Chromium with scripts: a block pasted into the grid spreads
// over it, arrow keys move, the draft saves itself, an unsaved page asks before it is left, and what somebody else
// saved meanwhile is neither lost nor overwritten.
//
//   node desk.mjs http://127.0.0.1:8080 HOME_OF_THE_DEMO
//
// One of the two works in the commune, the other for the agency in the whole province. The sheet is a draft afterwards.
import { accounts, open, signIn } from './demo.mjs';

const [base, home] = process.argv.slice(2);
const path = '/desk/sheets/x19207/2018/so-y-te';
const address = new URL(path, base).href;
let failed = 0;

function check(what, passed) {
  if (!passed) failed += 1;
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${what}`);
}

async function official(browser, username) {
  const { cookie } = await signIn(browser, base, accounts(home).get(username));
  const [name, value] = cookie.split('=');
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  await context.addCookies([{ name, value, url: base }]);
  const page = await context.newPage();
  page.wrong = [];
  page.on('console', (message) => { if (message.type() === 'error') page.wrong.push(message.text()); });
  page.on('pageerror', (error) => page.wrong.push(error.message));
  await page.goto(address);
  return page;
}

const fields = (page, kind) => page.locator(`table.grid input[id^="${kind}:"]`);

async function paste(page, field, text) {
  await field.focus();
  await page.evaluate((block) => navigator.clipboard.writeText(block), text);
  await page.keyboard.press('Control+V');
}

const quiet = (page) => page.locator('#auto').evaluate((one) => { one.textContent = ''; });

async function told(page) {
  await page.waitForFunction(() => document.querySelector('#auto').textContent !== '', null, { timeout: 15000 });
  return page.locator('#auto').textContent();
}

async function saved(page) {
  await quiet(page);
  return told(page);
}

const browser = await open();
const first = await official(browser, 'can-bo-xa');
const second = await official(browser, 'nhap.so-y-te');
const stamp = String(Date.now() % 1000 + 1000);

await paste(first, fields(first, 'numerator').first(), `${stamp}\t2000\tghi chú ${stamp}\r\n7\t70\t\r\n`);
check('a block spreads over rows and columns', await fields(first, 'numerator').nth(0).inputValue() === stamp
  && await fields(first, 'denominator').nth(0).inputValue() === '2000' && await fields(first, 'note').nth(0).inputValue() === `ghi chú ${stamp}`
  && await fields(first, 'numerator').nth(1).inputValue() === '7' && await fields(first, 'denominator').nth(1).inputValue() === '70');
check('how much was pasted is told', /\d/.test(await first.locator('#auto').textContent()));

await fields(first, 'numerator').nth(0).focus();
await first.keyboard.press('ArrowDown');
check('an arrow goes down a column', await fields(first, 'numerator').nth(1).evaluate((one) => one === document.activeElement));
await first.keyboard.press('End');
await first.keyboard.press('ArrowRight');
check('an arrow at the end goes to the next column', await fields(first, 'denominator').nth(1).evaluate((one) => one === document.activeElement));
await first.keyboard.press('Enter');
check('Enter goes down and sends nothing', first.url() === address
  && await fields(first, 'denominator').nth(2).evaluate((one) => one === document.activeElement));

const key = await first.locator('#sheet [name=_key]').inputValue();
check('the draft saves itself', /\d/.test(await saved(first)));
check('the key of the form is a new one', await first.locator('#sheet [name=_key]').inputValue() !== key);

// The second official has the old page; what they do not touch is not sent, what both touch is shown to choose.
await fields(second, 'note').nth(2).fill(`ghi chú khác ${stamp}`);
await saved(second);
check('a cell of somebody else arrives where nobody typed', await fields(second, 'numerator').nth(0).inputValue() === stamp);
await fields(first, 'note').nth(3).fill(`của tôi ${stamp}`);
await saved(first);
check('and the other way round', await fields(first, 'note').nth(2).inputValue() === `ghi chú khác ${stamp}`);

await quiet(second);
await fields(first, 'note').nth(1).fill(`một ${stamp}`);
await saved(first);
await fields(second, 'note').nth(1).fill(`hai ${stamp}`);
await told(second);
check('two texts for one cell: the second is not saved by itself', await fields(second, 'note').nth(1).inputValue() === `hai ${stamp}`);
let asked = false;
second.on('dialog', (dialog) => { asked = true; dialog.dismiss(); });
await second.locator('nav.menu a').first().click({ noWaitAfter: true });
await second.waitForTimeout(500);
check('an unsaved page asks before it is left, and stays when one says so', asked && second.url() === address);
await Promise.all([second.waitForNavigation(), second.locator('#sheet button:not([formaction])').click()]);
check('saving shows both texts', (await second.locator('main').innerText()).includes(`một ${stamp}`)
  && await fields(second, 'note').nth(1).inputValue() === `hai ${stamp}`);
await second.locator('input[type=radio][value=theirs]').check();
await second.locator('#sheet button:not([formaction])').click();
await second.waitForURL('**?done=saved');
check('the one chosen stays', await fields(second, 'note').nth(1).inputValue() === `một ${stamp}`);
const expected = (text) => /status of 409/.test(text);
check(`no error in the console ${first.wrong.concat(second.wrong).filter((text) => !expected(text)).join('; ')}`,
  first.wrong.concat(second.wrong).every(expected));

await browser.close();
process.exitCode = failed === 0 ? 0 : 1;
console.log(failed === 0 ? 'all passed' : `${failed} failed`);
