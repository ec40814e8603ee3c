// Serves the demo council on a free port and runs the browser and feed checks against it; ends the server by its id.
//
//   node tests/browser/run.mjs [--screenshots DIR]        after `cargo build --workspace`

import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const program = process.env.REDRESS_PROGRAM ?? join(here, '../../target/debug/redress');

const port = await new Promise((found, failed) => {
  const server = createServer().once('error', failed).listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => found(port));
  });
});
const base = `http://127.0.0.1:${port}`;
const site = spawn(program, ['demo', '--listen', `127.0.0.1:${port}`], { stdio: ['ignore', 'ignore', 'inherit'] });
site.once('error', (error) => {
  console.error(`${program} could not be started: ${error.message}; build it with cargo build --workspace`);
  process.exit(1);
});

let failed = 0;
try {
  await answering();
  for (const script of ['browse.mjs', 'feeds.mjs']) {
    const { status } = spawnSync(process.execPath, [join(here, script), base, ...(script === 'browse.mjs' ? process.argv.slice(2) : [])], { stdio: 'inherit' });
    if (status !== 0) failed += 1;
  }
  // Signing in needs a council, a mail server and a sign-in service of its own.
  const signingIn = spawnSync(process.execPath, [join(here, 'sign_in.mjs'), ...process.argv.slice(2)], { stdio: 'inherit' });
  if (signingIn.status !== 0) failed += 1;
} finally {
  site.kill('SIGINT');
}
process.exit(failed === 0 ? 0 : 1);

async function answering() {
  for (let tries = 0; tries < 600; tries += 1) {
    try {
      if ((await fetch(base)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`${base} did not answer within a minute`);
}
