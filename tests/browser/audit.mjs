// The audit of a demo: clean after all that officials did; and when one column of one row is changed past the program,
// the entry that speaks of that row is named.
import { spawnSync } from 'node:child_process';
import { NOTE } from './correction.mjs';

function run(program, args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (error) throw error;
  return { status, stdout: stdout.trim(), stderr };
}

/** What `ansinh audit verify` says of a home, in machine form. */
function verify(program, home) {
  const { status, stdout, stderr } = run(program, ['audit', 'verify', '--home', home, '--json']);
  if (stdout === '') throw new Error(stderr);
  return { status, ...JSON.parse(stdout) };
}

function sql(home, statement) {
  const { status, stdout, stderr } = run('sqlite3', [`${home}/ansinh.sqlite`, `.timeout 5000`, statement]);
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** The chain is clean; after the corrected figure was changed by hand its entry is named. */
export function audit(program, home) {
  const clean = verify(program, home);
  if (clean.status !== 0 || !clean.clean) throw new Error(`the audit is not clean: ${JSON.stringify(clean.findings)}`);
  const entry = Number(sql(home, "select max(seq) from audit_entry where verb = 'sheet.accept'"));
  const changed = sql(home, `update observation set numerator = numerator + 1 where note = '${NOTE}'; select changes()`);
  if (changed !== '1') throw new Error(`${changed} rows were changed by hand`);
  const found = verify(program, home);
  const named = found.findings.some(({ seq, fault }) => seq === entry && fault === 'RowChanged');
  if (found.status === 0 || found.clean || !named) {
    throw new Error(`entry ${entry} is not named: ${JSON.stringify(found.findings)}`);
  }
  const said = run(program, ['audit', 'verify', '--home', home]).stdout;
  if (!said.includes(`bút toán ${entry}:`)) throw new Error(`entry ${entry} is not named in words: ${said}`);
  return { passed: 2, failed: 0 };
}
