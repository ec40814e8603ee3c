// A council of its own for a story: an invented one in a new folder or database, whose day the story sets.

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { mailServer } from './letters.mjs';

const here = dirname(fileURLToPath(import.meta.url));
export const program = process.env.REDRESS_PROGRAM ?? join(here, '../../../target/debug/redress');

// The demonstration prints it: it is no secret.
export const PASSWORD = 'thornmere demonstration';

export async function freePort() {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

// `server` is postgres://…/postgres of a PostgreSQL server, on which the council gets a fresh database; without it, SQLite. Its desk
// is empty, or filled as the demonstration has it.
export async function council(server, { filled = false } = {}) {
  const data = mkdtempSync(join(tmpdir(), 'redress-story-'));
  const port = await freePort();
  const mail = await mailServer();
  const database = server ? freshDatabase(server) : undefined;
  const letters = ['--smtp', `smtp://127.0.0.1:${mail.port}`, '--mail-from', 'council@thornmere.example'];
  const site = {
    base: `http://127.0.0.1:${port}`,
    mail,
    running: undefined,

    // Serves the council on a day, from a time of that day where that matters; where it is served already, it is stopped first.
    async on(day, at) {
      await site.stop();
      const place = ['--data', data, ...(database ? ['--database', database] : [])];
      const then = ['--today', day, ...(at ? ['--at', at] : [])];
      site.running = spawn(program, ['demo', ...place, ...(filled ? [] : ['--empty-desk']), ...then, '--listen', `127.0.0.1:${port}`, ...letters], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      await answering(site.base, site.running);
    },

    async stop() {
      const running = site.running;
      site.running = undefined;
      if (!running || running.exitCode !== null) return;
      const ended = new Promise((done) => running.once('exit', done));
      running.kill('SIGINT');
      await ended;
    },

    async close() {
      await site.stop();
      mail.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
  return site;
}

export async function answering(base, child) {
  let failed;
  child.once('error', (error) => { failed = error; });
  for (let tries = 0; tries < 1200; tries += 1) {
    if (failed) throw new Error(`${program} could not be started: ${failed.message}; build it with cargo build --workspace`);
    if (child.exitCode !== null) throw new Error(`${program} ended with status ${child.exitCode}`);
    try {
      if ((await fetch(base)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error(`${base} did not answer within a minute`);
}

let made = 0;

function freshDatabase(server) {
  made += 1;
  const name = `story_${process.pid}_${made}`;
  const done = spawnSync('psql', ['-X', '-q', '-d', server, '-c', `create database ${name}`], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (done.status !== 0) throw new Error(`psql could not make a database on ${server}`);
  return server.replace(/\/[^/]*$/, `/${name}`);
}
