// Replays the stories of the desk, each twice: in Chromium without script, and by the JSON of the same forms and pages.
//
//   node stories.mjs [postgres://…/postgres]        on SQLite, or on fresh databases of that server
//
// REDRESS_STORIES names those to be told, with blanks between them, and REDRESS_STORIES_BY the way: JSON, Chromium, or Script for
// Chromium with script, in which few are told; without them, all and each way. One line a story, with its seconds; exit status 1 if one does not go as it should.

import { additionMoved } from './stories/addition_moved.mjs';
import { badInput } from './stories/bad_input.mjs';
import { byJson } from './stories/by_json.mjs';
import { council } from './stories/council.mjs';
import { fourteenItems } from './stories/fourteen_items.mjs';
import { fourBodies } from './stories/four_bodies.mjs';
import { inChromium } from './stories/in_chromium.mjs';
import { predecessor } from './stories/predecessor.mjs';
import { inPrivate } from './stories/in_private.mjs';
import { reportLands } from './stories/report_lands.mjs';
import { sc01 } from './stories/sc01.mjs';
import { sc02 } from './stories/sc02.mjs';
import { sc03 } from './stories/sc03.mjs';
import { sc04, sc04b } from './stories/sc04.mjs';
import { sc05 } from './stories/sc05.mjs';
import { sc06 } from './stories/sc06.mjs';
import { sc07 } from './stories/sc07.mjs';
import { sc08 } from './stories/sc08.mjs';
import { sc09 } from './stories/sc09.mjs';
import { sc10 } from './stories/sc10.mjs';
import { twoCases } from './stories/two_cases.mjs';

// A list goes on from what the one before left, on the same council.
const STORIES = [
  { 'SC-01': sc01, 'SC-09': sc09 },
  { 'SC-02': sc02 },
  { 'SC-03': sc03 },
  { 'SC-04': sc04 },
  { 'SC-04-B': sc04b },
  { 'SC-05': sc05 },
  { 'SC-06': sc06 },
  { 'SC-07': sc07 },
  { 'SC-08': sc08 },
  { 'SC-10': sc10 },
  { predecessor },
  { 'fourteen-items': fourteenItems },
  { 'two-cases': twoCases },
  { 'in-private': inPrivate },
  { 'addition-moved': additionMoved },
  { 'four-bodies': fourBodies },
  { 'report-lands': reportLands },
  { 'bad-input': badInput },
];

// Those that are told in Chromium with script too.
const WITH_SCRIPT = ['fourteen-items'];

const server = process.argv[2];
const on = server ? 'PostgreSQL' : 'SQLite';
const wanted = (process.env.REDRESS_STORIES ?? '').split(' ').filter(Boolean);
const seconds = (since) => ((Date.now() - since) / 1000).toFixed(1);

let failed = 0;
const begun = Date.now();
const ways = { JSON: byJson, Chromium: inChromium, Script: () => inChromium({ javaScriptEnabled: true }) };
const by = process.env.REDRESS_STORIES_BY;
// All ways at once, each on councils of its own: much of the time is waited for letters.
await Promise.all(Object.entries(ways).filter(([way]) => !by || by === way).map(async ([, make]) => {
  const people = await make();
  for (const told of STORIES) {
    const names = Object.keys(told);
    if (people.name === 'Chromium with script' && !names.some((name) => WITH_SCRIPT.includes(name))) continue;
    if (wanted.length === 0 || names.some((name) => wanted.includes(name))) await tell(people, told);
  }
  await people.close();
}));
console.log(`stories on ${on}: ${failed ? `${failed} FAILED` : 'passed'}, ${seconds(begun)} s`);
process.exit(failed ? 1 : 0);

// One council for a list of stories; a story that does not go as it should ends its list.
async function tell(people, stories) {
  const site = await council(server);
  let left;
  let name;
  try {
    for (const one of Object.keys(stories)) {
      name = one;
      const since = Date.now();
      left = (await stories[name](people, site, left)) ?? left;
      console.log(`${name} by ${people.name} on ${on}: ${seconds(since)} s`);
    }
  } catch (error) {
    failed += 1;
    const where = error.stack.split('\n').filter((line) => line.includes('/stories/')).join('\n');
    console.log(`FAIL ${name} by ${people.name} on ${on}: ${error.message.slice(0, 3000)}\n${where}`);
  } finally {
    await site.close();
  }
}
