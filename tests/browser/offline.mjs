// A member keeps a meeting on a device: without a connection it opens with its papers, and a paper in confidence is not there
// while the council does not allow it. A note typed meanwhile is sent later. Signing out removes everything.
//
//   node offline.mjs        REDRESS_PROGRAM names the program

import assert from 'node:assert/strict';

import { council } from './stories/council.mjs';
import { pdf } from './stories/files.mjs';
import { inChromium } from './stories/in_chromium.mjs';
import { choice } from './stories/words.mjs';

const NOTE = 'Ask about the lift';
const people = await inChromium();
const site = await council();
let failed = 0;
try {
  await site.on('2026-04-01');
  const meeting = await published();
  await kept(meeting);
  console.log('offline: the kept meeting opens without a connection, and what is in confidence is not kept');
} catch (error) {
  failed = 1;
  console.log(`FAIL offline: ${error.message.slice(0, 2000)}\n${error.stack.split('\n').filter((line) => line.includes('offline.mjs')).join('\n')}`);
} finally {
  await site.close();
  await people.close();
}
process.exit(failed);

// A meeting with a public paper and one that members alone may read.
async function published() {
  const clerk = await people.as(site, 'clerk');
  const cabinet = await choice(clerk, '/desk/meetings/plan', 'body', 'Cabinet');
  const meeting = await clerk.does('/desk/meetings/plan', { body: cabinet, on: '14 April 2026', place: 'Town Hall' });
  const item = await clerk.does(`${meeting}/add-item`, { title: 'Lifts in towers' });
  await clerk.does(`${item}/add-paper`, { title: 'Report on lifts', file: { name: 'lifts.pdf', mimeType: 'application/pdf', buffer: pdf('Nine lifts') } });
  const terms = await clerk.does(`${item}/add-paper`, { title: 'Terms of the builder', file: { name: 'terms.pdf', mimeType: 'application/pdf', buffer: pdf('Nine hundred pounds') } });
  const monitoring = await people.as(site, 'monitoring');
  await monitoring.does(`${terms}/restrict`, {
    kind: 'exempt', paragraphs: ['3'], public_interest: 'The council must be able to take offers before it says what it would pay for them.',
    public_reason: 'The terms are those of a business.', review_on: '1 September 2026', challenge: 'Write to the monitoring officer',
  });
  await monitoring.leave();
  await clerk.does(`${meeting}/publish`, { reason: 'Agenda published' });
  await clerk.leave();
  return `/members${meeting.slice('/desk'.length)}`;
}

async function kept(meeting) {
  const member = await people.as(site, 'member', { javaScriptEnabled: true });
  const { tab } = member;
  const context = tab.context();
  const room = await member.json(meeting);
  const files = room.items[0].papers.map((paper) => [paper.title, paper.file, paper.offline]);
  assert.deepEqual(files.map(([title, , offline]) => [title, offline]), [['Report on lifts', true], ['Terms of the builder', false]]);
  await member.go(meeting);
  await tab.getByRole('button', { name: 'Keep this meeting on this device' }).click();
  await tab.getByText('This meeting is kept on this device.').waitFor({ timeout: 10_000 });

  await context.setOffline(true);
  await tab.goto(site.base + meeting, { waitUntil: 'load' });
  const words = await tab.locator('main').innerText();
  assert.ok(words.includes('Report on lifts') && words.includes('This copy is kept on this device'), words);
  assert.ok(!words.includes('builder'), 'what is in confidence is not named');
  const opens = (file) => tab.evaluate((address) => fetch(address).then((came) => came.ok, () => false), file);
  assert.deepEqual([await opens(files[0][1]), await opens(files[1][1])], [true, false]);
  await tab.goto(`${site.base}/members/offline`, { waitUntil: 'load' });
  await tab.getByText('1 file').waitFor({ timeout: 5_000 });
  await tab.goto(site.base + meeting, { waitUntil: 'load' });
  await tab.locator('form[data-note] [name=words]').fill(NOTE);
  await tab.locator('form[data-note] [name=item]').first().evaluate((choice) => { if (choice.type === 'radio') choice.form.querySelector('[name=item]:not([value=""])').checked = true; });
  await tab.locator('form[data-note] button[type=submit]').click();
  await tab.getByText('1 note is kept on this device').waitFor({ timeout: 5_000 });

  await context.setOffline(false);
  await tab.goto(site.base + meeting, { waitUntil: 'load' });
  for (let tries = 0; tries < 20; tries += 1) {
    if (JSON.stringify(await member.json(meeting)).includes(NOTE)) break;
    await new Promise((later) => setTimeout(later, 250));
  }
  assert.ok(JSON.stringify(await member.json(meeting)).includes(NOTE), 'the note was sent');

  await tab.locator('form[action="/desk/sign-out"] button').click();
  await tab.waitForURL(/sign-in/);
  const left = await tab.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('redress-room-')));
  assert.deepEqual(left, [], 'signing out removes what was kept');
  await member.leave();
}
