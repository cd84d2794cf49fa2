// A running demo as its officials reach it: their accounts, their one-time codes, and the way in through the form.
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** Username, password and secret of every account of the demo. */
export function accounts(home) {
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

/** Chromium, where Debian puts it or where CHROMIUM says. */
export function open() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
}

/** A page of a reader who runs no scripts. */
export async function reader(browser) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
  return context.newPage();
}

/** Signs in through the form, without scripts; gives the page and the session's cookie as `name=value`. */
export async function signIn(browser, base, account) {
  const page = await reader(browser);
  await page.goto(`${base}/desk/sign-in`);
  await page.fill('[name=username]', account.username);
  await page.fill('[name=password]', account.password);
  if (account.secret) await page.fill('[name=code]', code(account.secret));
  await page.click('main button[type=submit]');
  if (new URL(page.url()).pathname !== '/desk') throw new Error(`${account.username} did not get in: ${page.url()}`);
  const [{ name, value }] = await page.context().cookies();
  return { page, cookie: `${name}=${value}` };
}
