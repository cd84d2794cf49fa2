// The whole look at a running demo: public pages, then the desk signed in as each role, the journey of one corrected
// figure from the officer's sheet to every public page, and the audit of it all. The demo is spoilt afterwards: one row
// of it was changed by hand.
//
//   node suite.mjs http://127.0.0.1:8080 HOME_OF_THE_DEMO PROGRAM
import { spawnSync } from 'node:child_process';
import { audit } from './audit.mjs';
import { SHEET, journey } from './correction.mjs';
import { accounts, open, signIn } from './demo.mjs';

const [base, home, program] = process.argv.slice(2);
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

const known = accounts(home);
const tallies = [look(PUBLIC)];
const browser = await open();
const officer = await signIn(browser, base, known.get('can-bo-xa'));
const reviewer = await signIn(browser, base, known.get('duyet.so-y-te'));
const leader = await signIn(browser, base, known.get('lanh-dao'));
const administrator = await signIn(browser, base, known.get('quan-tri'));
tallies.push(await journey(browser, base, officer.page, reviewer.page));
tallies.push(look(['/desk', SHEET, '/desk/me', '404:/desk/no-such-page'], officer.cookie));
tallies.push(look(['/desk', '/desk/asked/t44.2025/2020/so-y-te?level=commune'], reviewer.cookie));
tallies.push(look(['/desk/overview'], leader.cookie));
tallies.push(look(['/desk/accounts', '/desk/accounts/new', '/desk/audit'], administrator.cookie));
await browser.close();
tallies.push(audit(program, home));
const sum = (key) => tallies.reduce((total, tally) => total + tally[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
