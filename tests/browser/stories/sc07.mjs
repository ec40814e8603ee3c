// SC-07: one report goes from Cabinet to two scrutiny committees and to the council, and gathers on its way what each body said.
//
// The agenda of Cabinet waits for the Ombudsman to publish, until four in the afternoon of its last day. The duty to reply counts
// from the day on which the report came, so Cabinet meets it; that the Ombudsman closes the case in June ends nothing of the way.

import assert from 'node:assert/strict';

import { duty, letter, planned, recommended, registered } from './cases.mjs';
import { APPENDIX, PAGE, REFERENCE, REPORT, RESOURCES, SAFE_TITLE, STOPS, TITLE } from './sc07_facts.mjs';
import { closedBeforeScrutiny, lastScrutiny, theCouncil } from './sc07_july.mjs';
import { clearedAndFinished, decided, nextVersion, publicItem, published } from './sc07_report.mjs';
import { choice, numberOf, publicWords, says } from './words.mjs';

export async function sc07(people, site) {
  const told = { items: {}, meetings: {} };
  await registeredAndPlanned(people, site, told);
  await waited(people, site, told);
  await cabinet(people, site, told);
  await firstScrutiny(people, site, told);
  await closedBeforeScrutiny(people, site, told);
  await lastScrutiny(people, site, told);
  await theCouncil(people, site, told);
}

// 12 April: the report of 22 March, which came on the 23rd, is planned for Cabinet; a committee that is new is added first.
async function registeredAndPlanned(people, site, told) {
  await site.on('2021-04-12');
  const link = await people.as(site, 'link');
  Object.assign(told, await registered(link, {
    reference: REFERENCE, kind: 'report', dated: '22 March 2021', received: '23 March 2021', subject: TITLE, services: "Housing\nChildren's services",
    complainant: 'Ms K', embargo: 'event',
  }, { check: ['Last day Tuesday 22 June 2021'] }));
  told.paid = await recommended(link, told.paper, { number: 1, nature: 'personal', kinds: ['payment'], words: 'Pay for the time without a home.', rule: 'none', amount: '1500' });
  told.trained = await recommended(link, told.paper, { number: 2, nature: 'service_improvement', kinds: ['training'], words: 'Train both services.', rule: 'none' });
  await link.does(`${told.paper}/readers`, { groups: ['body:cabinet', 'role:democratic_services', 'role:report_author'] });
  // Three months from receipt: a count from the day of publication would end on 22 July, and that is not the law.
  await link.sees(told.paper, {
    words: ['Last day Tuesday 22 June 2021'], not: ['22 July 2021'],
    data: ({ duties }) => {
      const reply = duty(duties, 'lgsco_report_consider_and_notify');
      assert.deepEqual([reply.from_date, reply.due_on, reply.last_working_day], ['2021-03-23', '2021-06-22', '2021-06-22']);
    },
  });

  const clerk = await people.as(site, 'clerk');
  await clerk.does('/desk/bodies/add', { name: RESOURCES });
  for (const [name, { body, on }] of Object.entries(STOPS)) told.meetings[name] = await planned(clerk, body, on);
  told.items.cabinet = await clerk.does(`${told.meetings.cabinet}/add-item`, { number: STOPS.cabinet.number, title: TITLE, ombudsman_paper: String(numberOf(told.paper)) });
  await clerk.sees(`${told.meetings.cabinet}/agenda`, {
    words: ['Waits for the Ombudsman', 'There is time until Friday 23 April 2021, 16:00'],
    data: ({ notice, waits }) => assert.deepEqual([notice.by, waits.map((w) => [w.waits, w.until])], ['2021-04-23', [['waits', '2021-04-23']]]),
  });
  await link.does(`${told.items.cabinet}/add-paper`, { title: 'Appendix A', public_title: 'Appendix A', whose: 'ombudsman', file: APPENDIX });
  await written(people, site, told);
  for (const person of [link, clerk]) await person.leave();
}

// The author writes the report, the monitoring officer clears it.
async function written(people, site, told) {
  const admin = await people.as(site, 'admin');
  await admin.does('/desk/report-kinds/keep', {
    name: 'Report on findings', sections: 'Recommendations\nFindings', stages: 'Monitoring officer: 2', margin: '0', asks_again: 'always',
  });
  const author = await people.as(site, 'author');
  const kind = await choice(author, '/desk/reports/begin', 'kind', 'Report on findings');
  told.report = await author.does('/desk/reports/begin', { kind, title: TITLE, item: String(numberOf(told.items.cabinet)) });
  await author.does(`${told.report}/write`, { source: 'typed', text: REPORT });
  for (const person of [admin, author]) await person.leave();
  await clearedAndFinished(people, site, told);
}

// 23 April, five past four: the last day for the agenda does not wait, and the clerk is asked what to do. Then the Ombudsman's
// page is found, two people say so, and the agenda goes out the same day.
async function waited(people, site, told) {
  await site.on('2021-04-23', '16:05');
  const { cabinet: meeting } = told.meetings;
  const clerk = await people.as(site, 'clerk');
  await clerk.sees(`${meeting}/agenda`, {
    words: ['The Ombudsman has not published, and the last day to publish the agenda does not wait.'],
    data: ({ waits: [{ waits, deeds }] }) => assert.deepEqual([waits, deeds], ['choose', [
      ['private_item', `${told.items.cabinet}/private`], ['supplement', `${meeting}/publish`], ['later_meeting', `${told.items.cabinet}/put-off`],
    ]]),
  });
  const link = await people.as(site, 'link');
  const monitoring = await people.as(site, 'monitoring');
  await link.does(`${told.paper}/published-by-ombudsman`, { address: PAGE, published_at: '2021-04-23 15:30' });
  assert.equal((await clerk.json(`${meeting}/agenda`)).waits[0].waits, 'choose', "one person's word is not enough");
  await monitoring.does(`${told.paper}/confirm-published`, { seen: 'yes' });
  await clerk.sees(`${meeting}/agenda`, { words: ['Published by the Ombudsman'], data: ({ waits }) => assert.equal(waits[0].waits, 'publish') });
  await published(clerk, meeting, 'Agenda published');
  says(await publicWords(site.base, publicItem('cabinet')), SAFE_TITLE, REFERENCE, 'Appendix A');
  for (const person of [clerk, link, monitoring]) await person.leave();
}

// 4 May: Cabinet accepts everything. The reply goes the same day, which is what the Act asks. Then the report goes on.
async function cabinet(people, site, told) {
  await site.on('2021-05-04');
  const clerk = await people.as(site, 'clerk');
  await clerk.does(`${told.items.cabinet}/answers`, { answer: 'accepted' }, { check: ['The answers stand as those of members'] });
  await decided(clerk, told, 'cabinet');
  const link = await people.as(site, 'link');
  await link.does(`${told.case}/log-letter`, letter('reply', 'council', '4 May 2021', 'Everything is accepted'));
  await link.sees(told.paper, {
    words: ['Met on 4 May 2021, 49 days in hand'],
    data: ({ duties }) => assert.equal(duty(duties, 'lgsco_report_consider_and_notify').in_hand, 49),
  });
  await nextVersion(people, site, told, 'cabinet', 'people');
  for (const person of [clerk, link]) await person.leave();
}

// 9 June: the first committee comments.
async function firstScrutiny(people, site, told) {
  await site.on('2021-06-09');
  const clerk = await people.as(site, 'clerk');
  await decided(clerk, told, 'people');
  await nextVersion(people, site, told, 'people', 'resources');
  await clerk.leave();
}
