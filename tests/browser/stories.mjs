// Replays the stories of the desk, in Chromium without script: SC-01, and SC-09 on what it leaves.
//
//   node stories.mjs [postgres://…/postgres]        on SQLite, or on a fresh database of that server
//
// One line a story; exit status 1 if one does not go as it should.

import { council } from './stories/council.mjs';
import { browser } from './stories/desk.mjs';
import { sc01 } from './stories/sc01.mjs';
import { sc09 } from './stories/sc09.mjs';

const server = process.argv[2];
const on = server ? 'PostgreSQL' : 'SQLite';
const open = await browser();
const site = await council(server);
let told;
let failed = 0;
try {
  for (const [name, story] of Object.entries({ 'SC-01': sc01, 'SC-09': sc09 })) {
    const begun = Date.now();
    told = (await story(open, site, told)) ?? told;
    console.log(`${name} on ${on}: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  }
} catch (error) {
  failed = 1;
  console.log(`FAIL on ${on}: ${error.message.slice(0, 2000)}\n${error.stack.split('\n').filter((line) => line.includes('/stories/')).join('\n')}`);
} finally {
  await site.close();
  await open.close();
}
process.exit(failed);
