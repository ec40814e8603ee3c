// SC-07, June and July 2021: the Ombudsman closes the case before the second committee and the council have seen the report.

import assert from 'node:assert/strict';

import { letter, NOTED } from './cases.mjs';
import { APPENDIX, PAIRS, REFERENCE, REMARK, RESOURCES, SAFE_TITLE, SAID, SECOND, SLUG, STOPS, UPDATE } from './sc07_facts.mjs';
import { nextVersion, published, publicItem, sections, sha256 } from './sc07_report.mjs';
import { anybody, publicWords, says, saysNot } from './words.mjs';

const CLOSED = 'Closed by the Ombudsman on 24 June 2021';

// 24 June: the Ombudsman is satisfied. That closes the case on that side alone; the duty was met by Cabinet.
export async function closedBeforeScrutiny(people, site, told) {
  await site.on('2021-06-24');
  const link = await people.as(site, 'link');
  await link.does(`${told.case}/log-letter`, letter('satisfaction', 'ombudsman', '24 June 2021', 'Everything is done; the case is closed'));
  await link.sees(told.case, { words: ['Closed by the Ombudsman 24 June 2021'] });
  await link.sees(told.paper, { words: ['Met on 4 May 2021, 49 days in hand'] });
  const clerk = await people.as(site, 'clerk');
  await clerk.does(`${told.case}/publish`, { reason: 'The Ombudsman closed the case' });
  says(await publicWords(site.base, `/ombudsman/cases/${SLUG}`), 'Due by 22 June 2021, sent 4 May 2021: in time, 49 days in hand', 'Closed by the Ombudsman 24 June 2021');
  for (const person of [link, clerk]) await person.leave();
}

// 1 July: the second committee has Cabinet's result and the first committee's comments before it, and asks four things.
export async function lastScrutiny(people, site, told) {
  await site.on('2021-07-01');
  const clerk = await people.as(site, 'clerk');
  assert.deepEqual(await sections(clerk, told, 3), [['3', 'Cabinet, 4 May 2021'], ['4', `${STOPS.people.body}, 9 June 2021`]]);
  const { item, meeting, room } = await begun(clerk, told, 'resources');
  for (const [asked, answered] of PAIRS) {
    await clerk.does(`${room}/question`, { item, by: 'A member', words: asked });
    const question = (await clerk.offered(`${room}/answer`, 'question')).find(([, its]) => its.includes(asked))[0];
    await clerk.does(`${room}/answer`, { question, by: 'The director', words: answered });
  }
  await clerk.sees(room, {
    data: ({ record }) => assert.deepEqual(record.questions.map((q) => [q.item, q.by, q.words, q.answers]), PAIRS.map(([asked, answered]) => [item, 'A member', asked, [['The director', answered]]])),
  });
  await clerk.does(`${room}/write`, { items: [item], part: 'discussion', words: REMARK });
  await clerk.does(`${room}/resolve`, { item, clauses: SAID.resources });
  await clerk.does(`${room}/close`, {});
  await clerk.does(`${told.items.resources}/decision`, { ...NOTED, text: SAID.resources });
  await readBeforeItGoesOut(clerk, site, meeting);
  await published(clerk, meeting, 'Decision published');
  await clerk.does(`${told.items.resources}/comment`, { said: SAID.resources });
  await nextVersion(people, site, told, 'resources', 'council', UPDATE);
  assert.deepEqual(await sections(clerk, told, 4), [
    ['3', 'Cabinet, 4 May 2021'], ['4', `${STOPS.people.body}, 9 June 2021`], ['5', `${RESOURCES}, 1 July 2021`], ['6', 'Since the last meeting'],
  ]);
  await clerk.leave();
}

// What is said of the family stops the minutes until somebody has read it. The four pairs are then four records in public too.
async function readBeforeItGoesOut(clerk, site, meeting) {
  const page = publicItem('resources');
  await clerk.does(`${meeting}/minutes/build`, {});
  says(await clerk.cannot(`${meeting}/minutes/publish`, { reason: 'Draft minutes published' }), 'chair');
  await clerk.does(`${meeting}/minutes/chair-check`, { chair: 'Councillor Oriel Hensby', result: 'nothing' });
  const stopped = await clerk.cannot(`${meeting}/minutes/publish`, { reason: 'Draft minutes published' });
  says(stopped, 'one passage may remark on a family’s conduct or health', 'Read it and tick the box, or change the words');
  saysNot(stopped, REMARK);
  saysNot(await publicWords(site.base, page), REMARK);
  await clerk.does(`${meeting}/minutes/publish`, { reason: 'Draft minutes published', read: ['yes'] });
  const shown = await publicWords(site.base, page);
  says(shown, 'Draft minutes, not yet confirmed', REMARK, `Resolved: ${SAID.resources}`, 'Points raised and answered', ...PAIRS.flat());
  const { item } = JSON.parse((await anybody(site.base, `${page}.json`)).text);
  assert.deepEqual(item.minutes.discussion, PAIRS.map(([issue, response]) => ({ issue, response })));
}

// The meeting is opened, who is there is taken down, and the item is called.
async function begun(clerk, told, at) {
  const [meeting, item] = [told.meetings[at], STOPS[at].number];
  const room = `${meeting}/workspace`;
  const there = (await clerk.offered(`${room}/attend`, 'members')).slice(0, 3);
  const members = there.map(([id]) => id);
  await clerk.does(`${room}/attend`, { what: 'arrived', members });
  await clerk.does(`${room}/preside`, { member: members[0] });
  await clerk.does(`${room}/open`, {});
  await clerk.does(`${room}/call`, { item });
  const names = there.map(([, name]) => name.replace(' (not in the room)', ''));
  return { item, meeting, room, members, names };
}

// 22 July: the council notes what came together. Three months after the Ombudsman published, no duty waits for it any more.
export async function theCouncil(people, site, told) {
  await site.on('2021-07-22');
  const clerk = await people.as(site, 'clerk');
  await clerk.sees(told.items.council, {
    words: [`${CLOSED}: ${REFERENCE}. The council’s own way goes on.`],
    data: ({ considered }) => assert.equal(considered.cases[0].closed_by_ombudsman_on, '2021-06-24'),
  });
  says(await publicWords(site.base, publicItem('council')), `${CLOSED}: case ${REFERENCE} . The council’s own way goes on.`);
  const { item, meeting, room, members, names } = await begun(clerk, told, 'council');
  await clerk.does(`${room}/move`, { item, words: SAID.council, mover: members[1], seconder: members[2] });
  await clerk.does(`${room}/vote`, { on: (await clerk.offered(`${room}/vote`, 'on'))[0][0], taken: 'unanimous' });
  await clerk.does(`${room}/resolve`, { item });
  await clerk.does(`${room}/close`, {});
  await clerk.does(`${told.items.council}/decision`, { ...NOTED, text: SAID.council });
  await published(clerk, meeting, 'Decision published');
  await clerk.does(`${meeting}/minutes/build`, {});
  await clerk.does(`${meeting}/minutes/chair-check`, { chair: 'Councillor Oriel Hensby', result: 'nothing' });
  await clerk.does(`${meeting}/minutes/publish`, { reason: 'Draft minutes published', read: ['yes'] });
  await clerk.does(`${told.items.council}/comment`, { said: SAID.council });
  await clerk.does(`${told.issue}/publish`, { reason: 'The whole way of the report' });
  const shown = await publicWords(site.base, publicItem('council'));
  says(shown, `moved by ${names[1]}, seconded by ${names[2]}`, 'Carried unanimously.', `Resolved: ${SAID.council.replace('\n', ' ')}`);
  const { item: { minutes, decision } } = JSON.parse((await anybody(site.base, `${publicItem('council')}.json`)).text);
  assert.deepEqual(decision.clauses.map((one) => [one.label, one.text]), SAID.council.split('\n').map((line) => [line.slice(0, 2), line.slice(3)]));
  assert.deepEqual(minutes.facts.motions.map((one) => [one.mover, one.seconder, one.words]), [[names[1], names[2], SAID.council]]);
  await theWholeWay(site, told);
  await clerk.leave();
}

// One public page has the way with its days, every referral with both ends, and what each body said.
async function theWholeWay(site) {
  const { item: { issue } } = JSON.parse((await anybody(site.base, `${publicItem('council')}.json`)).text);
  const page = JSON.parse((await anybody(site.base, `/issues/${issue.number}.json?order=oldest`)).text);
  assert.deepEqual(page.route.map((stop) => [stop.date, stop.body]), Object.values(STOPS).map(({ on, body }) => [on, body]));
  const shown = await publicWords(site.base, `/issues/${issue.number}?order=oldest`);
  says(shown, SAFE_TITLE,
    `Referred by Cabinet to ${STOPS.people.body} on 4 May 2021 ; taken up on 9 June 2021`,
    `Referred by ${STOPS.people.body} to ${RESOURCES} on 9 June 2021 ; taken up on 1 July 2021`,
    `Referred by ${RESOURCES} to Council on 1 July 2021 ; taken up on 22 July 2021`, SAID.people, ...SAID.cabinet.split('\n'), ...SAID.council.split('\n'));
  await everyVersionStays(site);
}

// Four versions of the report with a size and a hash of their own; Appendix A is one file in all. Each opens for anybody.
async function everyVersionStays(site) {
  const reports = [];
  for (const at of Object.keys(STOPS)) {
    const { text } = await anybody(site.base, publicItem(at));
    const { item: { papers } } = JSON.parse((await anybody(site.base, `${publicItem(at)}.json`)).text);
    const [appendix, report] = [papers.find((one) => one.title === 'Appendix A'), papers.find((one) => one.type === 'HTML')];
    assert.deepEqual([appendix.size_bytes, appendix.file], [APPENDIX.buffer.length, sha256(APPENDIX.buffer)], at);
    const [address] = text.match(new RegExp(`/documents/${report.number}/[^"/]+`));
    const bytes = Buffer.from(await (await fetch(`${site.base}${address}/file`)).arrayBuffer());
    assert.deepEqual([report.size_bytes, report.file], [bytes.length, sha256(bytes)], `the report to ${at}`);
    reports.push(bytes.toString('utf8'));
  }
  assert.equal(new Set(reports.map((bytes) => sha256(bytes))).size, 4);
  // Each says what the bodies before it said, and nothing of those after.
  assert.deepEqual(reports.map((words) => [SECOND.cabinet, SECOND.people, UPDATE].map((one) => words.includes(one))), [
    [false, false, false], [true, false, false], [true, true, false], [true, true, true],
  ]);
}
