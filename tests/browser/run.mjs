// Serves the demo council on a free port and runs the browser and feed checks against it; then the stories of the desk on
// SQLite and, with REDRESS_TEST_DATABASE=postgres://…/postgres, on a fresh PostgreSQL database; then every page of the desk.
//
//   node tests/browser/run.mjs [--screenshots DIR]        after `cargo build --workspace`

import { spawn, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { answering, freePort, program } from './stories/council.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const base = `http://127.0.0.1:${await freePort()}`;
const site = spawn(program, ['demo', '--listen', base.replace('http://', '')], { stdio: ['ignore', 'ignore', 'inherit'] });

let failed = 0;
const run = (script, ...words) => {
  const { status } = spawnSync(process.execPath, [join(here, script), ...words], { stdio: 'inherit' });
  if (status !== 0) failed += 1;
};

try {
  await answering(base, site);
  run('browse.mjs', base, ...process.argv.slice(2));
  run('feeds.mjs', base);
  // Signing in needs a council, a mail server and a sign-in service of its own.
  run('sign_in.mjs', ...process.argv.slice(2));
} finally {
  site.kill('SIGINT');
}
// Both databases at once: much of a story is waiting.
const told = (...words) => new Promise((done) => {
  spawn(process.execPath, [join(here, 'stories.mjs'), ...words], { stdio: 'inherit' }).once('exit', (status) => {
    if (status !== 0) failed += 1;
    done();
  });
});
await Promise.all([told(), ...(process.env.REDRESS_TEST_DATABASE ? [told(process.env.REDRESS_TEST_DATABASE)] : [])]);
run('offline.mjs');
run('desk.mjs', ...process.argv.slice(2));
process.exit(failed === 0 ? 0 : 1);
