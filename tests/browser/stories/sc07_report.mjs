// SC-07: a version of the report is cleared and finished; what a body decided; the matter and the report go to the next body.

import { createHash } from 'node:crypto';

import { NOTED } from './cases.mjs';
import { SAID, STOPS } from './sc07_facts.mjs';
import { choice, numberOf } from './words.mjs';

// The author sends it, the monitoring officer clears it, the author finishes it.
export async function clearedAndFinished(people, site, told) {
  const author = await people.as(site, 'author');
  const monitoring = await people.as(site, 'monitoring');
  await author.does(`${told.report}/send`, { substance: 'yes' });
  const post = await choice(monitoring, `${told.report}/clear`, 'post', 'Monitoring officer');
  await monitoring.does(`${told.report}/clear`, { post, outcome: 'cleared' });
  await author.does(`${told.report}/finish`, {});
  for (const person of [author, monitoring]) await person.leave();
}

// Where anybody reads the item of a stop.
export function publicItem(at) {
  return `${STOPS[at].meeting}/items/${STOPS[at].number}`;
}

export function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

// The sections that a version of the report has besides its own two.
export async function sections(clerk, told, version) {
  const { version: { text } } = await clerk.json(`${told.report}/versions/${version}`);
  return text.blocks.filter((one) => one.block === 'heading').map((one) => [one.number, one.words]).slice(2);
}

// Everything of a meeting goes out, also the papers that an embargo covered once: each of those is chosen on its own.
export async function published(clerk, meeting, reason) {
  const parts = (await clerk.offered(`${meeting}/publish`, 'parts')).map(([part]) => part);
  await clerk.does(`${meeting}/publish?${parts.map((part) => `parts=${part}`).join('&')}`, { reason, read: ['yes'] });
}

// The decision of a body, and what its comments are.
export async function decided(clerk, told, at) {
  const item = told.items[at];
  await clerk.does(`${item}/decision`, { ...NOTED, text: SAID[at] });
  await clerk.does(`${item}/comment`, { said: SAID[at] });
  await published(clerk, told.meetings[at], 'Decision published');
}

// The body refers the matter on; the next takes it up; the next version of the report repeats what the bodies so far said.
export async function nextVersion(people, site, told, from, to, update) {
  const clerk = await people.as(site, 'clerk');
  const refer = `${told.items[from]}/refer`;
  await clerk.does(refer, { to: await choice(clerk, refer, 'to', STOPS[to].body), asked: 'Consider the report, with what was said of it so far.' });
  const { travels } = await clerk.json(told.items[from]);
  told.issue = `/desk/issues/${travels.issue.id}`;
  const sent = travels.referrals.find((one) => one.to_body === STOPS[to].body);
  told.items[to] = await clerk.does(`/desk/referrals/${sent.id}/take-up`, {
    how: 'new', meeting: String(numberOf(told.meetings[to])), number: STOPS[to].number, papers: [],
  });
  const author = await people.as(site, 'author');
  await author.does(`${told.report}/for-next-body`, { item: String(numberOf(told.items[to])), ...(update ? { update } : {}) });
  await author.leave();
  await clearedAndFinished(people, site, told);
  await published(clerk, told.meetings[to], 'Agenda published');
  await clerk.leave();
}
