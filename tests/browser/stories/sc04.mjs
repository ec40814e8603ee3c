// SC-04: agreed action is missed, the Ombudsman opens a new case about it, reports, and is satisfied late. Before it, the other
// ladder: a report that is not answered, and one whose action is not confirmed.
//
// The annual figures are asked elsewhere.

import assert from 'node:assert/strict';

import { duty, letter, NOTED, planned, recommended, registered } from './cases.mjs';
import { pdf } from './files.mjs';
import { lettersSince } from './letters.mjs';
import { choice, numberOf, says } from './words.mjs';

const EARLIER = '22 002 824';
const LATER = '23 006 024';
// From 8 April 2023 to 16 February 2024.
const LATE = 314;
// Who is told that a day has passed.
const OFFICES = ['link_officer', 'monitoring_officer', 'owner', 'service_director'];

export async function sc04(people, site) {
  const told = await decided(people, site);
  await missed(people, site, told);
  await newCase(people, site, told);
  await reported(people, site, told);
  await replied(people, site, told);
  await satisfied(people, site, told);
}

// 8 March 2023: a statement with two things to be done in one month and one in three.
async function decided(people, site) {
  await site.on('2023-03-08');
  const link = await people.as(site, 'link');
  const told = await registered(link, { reference: EARLIER, kind: 'statement', dated: '8 March 2023', subject: 'A school place', complainant: 'Mrs E', found: 'upheld' });
  const add = (number, fields) => recommended(link, told.paper, { number, ...fields });
  told.apology = await add(1, { nature: 'personal', kinds: ['apology'], words: 'Apologise to Mrs E.', rule: 'one_month' });
  told.payment = await add(2, { nature: 'personal', kinds: ['payment'], words: 'Pay Mrs E £250.', rule: 'one_month', amount: '250' });
  told.training = await add(3, { nature: 'service_improvement', kinds: ['training'], words: 'Train staff.', rule: 'three_months' });
  await link.sees(`${told.case}/recommendations`, {
    words: ['Saturday 8 April 2023', 'Thursday 8 June 2023'],
    data: ({ recommendations }) => assert.deepEqual(recommendations.map((r) => r.due_on), ['2023-04-08', '2023-04-08', '2023-06-08']),
  });
  // A statement is no report: the set of section 31 does not run, and says why.
  await link.sees(told.case, {
    words: ['Does not run', 'a statement of reasons is no report'],
    data: ({ over }) => assert.equal(duty(over, 'consider_and_notify').state, 'not_applicable'),
  });
  await link.leave();
  return told;
}

// 1 April, seven days before: an early warning. 11 April, the first working day after Easter: two are overdue since the 8th, and
// four offices are told, once. Two weeks after the day, the chief executive.
async function missed(people, site, told) {
  let sent = site.mail.letters.length;
  await site.on('2023-04-01');
  let link = await people.as(site, 'link');
  await timeliness(link, told.apology, 'Due in 7 days', 0);
  await isTold(link, told.apology, 'early_warning', ['link_officer', 'owner'], 'Early warning, a week before');
  const asked = (await lettersSince(site, sent)).filter((one) => one.text.includes(`${told.apology}\r\n`) && one.text.includes('Saturday 8 April 2023'));
  says(asked.map((one) => one.text).join(' '), 'Will this be done by the day? If not, tell the Ombudsman before it');
  await link.leave();

  sent = site.mail.letters.length;
  await site.on('2023-04-11');
  link = await people.as(site, 'link');
  for (const remedy of [told.apology, told.payment]) {
    await timeliness(link, remedy, 'Overdue by 3 days', 3);
    await isTold(link, remedy, 'overdue', OFFICES, 'The day had passed and no evidence was sent');
  }
  await timeliness(link, told.training, 'Due in 58 days', 0);
  await link.sees(told.case, {
    words: ['2 of 3 recommendations are overdue', 'The Ombudsman may write to the chief executive, agree more time, or open a new case'],
    data: ({ late, ladder_a }) => assert.deepEqual([late, ladder_a.ladder_a], [2, 'missed']),
  });
  await link.sees('/desk?whose=all&when=overdue', {
    words: [`${EARLIER}/1`, `${EARLIER}/2`, '3 days late'],
    data: ({ owed }) => assert.deepEqual(owed.filter((o) => o.sort === 'recommendation').map((o) => [o.address, o.late]), [[told.apology, 3], [told.payment, 3]]),
  });
  // Each of them gets one letter a recommendation; the director owns both, and is not written to twice about one.
  const letters = (await lettersSince(site, sent)).filter((one) => one.text.includes('no evidence was sent to the Ombudsman') && one.text.includes(`${told.apology}\r\n`));
  assert.deepEqual(letters.flatMap((one) => one.to).sort(), ['director', 'link', 'monitoring'].map((name) => `${name}@thornmere.example`));
  await link.leave();

  await site.on('2023-04-24');
  link = await people.as(site, 'link');
  await isTold(link, told.apology, 'long_overdue', ['chief_executive'], 'Two weeks had passed and no evidence was sent');
  await isTold(link, told.apology, 'overdue', OFFICES, 'The day had passed and no evidence was sent');
  await link.leave();
}

// Who was told for a reason, by office: each once, whatever day it is asked.
async function isTold(person, remedy, kind, offices, words) {
  await person.sees(remedy, {
    words: ['Who was told', words],
    data: (data) => assert.deepEqual(data.told.filter((one) => one.kind === kind).map((one) => one.to_role).sort(), offices),
  });
}

// 3 July 2023: the Ombudsman's letter opens a case about it. What was recommended is linked, not copied, and stays as late as it is.
async function newCase(people, site, told) {
  await site.on('2023-07-03');
  const link = await people.as(site, 'link');
  await link.does(`${told.training}/claim`, { claim: 'done', done_on: '5 June 2023' });
  const log = `${told.case}/log-letter`;
  const carried = [told.apology, told.payment].map((remedy) => String(numberOf(remedy)));
  const opens = letter('remedy_not_carried_out', 'ombudsman', '3 July 2023', 'A new case about what was agreed', { recommendations: carried });
  says(await link.cannot(log, opens), 'Reference of the case that it opens');
  says(await link.cannot(log, { ...opens, new_case: EARLIER }), EARLIER);
  await link.does(log, { ...opens, new_case: LATER });
  const [found] = (await link.json(`/desk/cases?q=${LATER.replaceAll(' ', '')}`)).cases;
  told.later = `/desk/cases/${found.id}`;
  await link.sees(told.later, {
    words: [`Chain of cases ${EARLIER} ${LATER}`],
    data: (data) => assert.deepEqual([data.chain.map((c) => c.key), data.recommendations], [[EARLIER, LATER], 0]),
  });
  await link.sees(`${told.later}/recommendations`, {
    words: ['Carried forward from earlier cases', 'linked, not copied', 'Overdue by 86 days'],
    data: (data) => {
      assert.deepEqual(data.recommendations, []);
      assert.deepEqual(data.carried.map((r) => [r.id, r.key, r.due_on, r.days_late]), [
        [numberOf(told.apology), `${EARLIER}/1`, '2023-04-08', 86], [numberOf(told.payment), `${EARLIER}/2`, '2023-04-08', 86],
      ]);
    },
  });
  await link.sees(told.case, { words: ['The Ombudsman decides the new case'], data: ({ ladder_a }) => assert.deepEqual([ladder_a.ladder_a, ladder_a.case], ['new_case', LATER]) });
  await link.leave();
}

// 18 January 2024: the report joins the case that the letter opened. 14 February: Cabinet notes it, and answers everything.
async function reported(people, site, told) {
  await site.on('2024-01-18');
  const link = await people.as(site, 'link');
  const report = await registered(link, { reference: LATER, kind: 'report', dated: '18 January 2024', subject: 'What was agreed was not done', complainant: 'Mrs E' }, {
    check: [`Case ${LATER} has a file already: this paper joins it.`, 'Last day Wednesday 17 April 2024'],
  });
  assert.equal(report.case, told.later);
  told.report = report.paper;
  await link.leave();

  await site.on('2024-02-14');
  const clerk = await people.as(site, 'clerk');
  const meeting = await planned(clerk, 'Cabinet', '14 February 2024');
  const item = await clerk.does(`${meeting}/add-item`, { number: '128', title: 'Report of the Ombudsman', cases: LATER });
  await clerk.does(`${item}/answers`, { recommendations: [told.apology, told.payment].map((remedy) => String(numberOf(remedy))), answer: 'accepted' });
  await clerk.does(`${item}/decision`, NOTED);
  await clerk.leave();
}

// 16 February: the reply goes, with what shows that the apology and the payment were made.
async function replied(people, site, told) {
  await site.on('2024-02-16');
  const link = await people.as(site, 'link');
  await link.does(`${told.apology}/claim`, { claim: 'done', done_on: '15 February 2024' });
  await link.does(`${told.payment}/agree-money`, { amount: '250' });
  const payment = { amount: '250', on: '15 February 2024', power: 'section_31', authority: 'Item 128, Cabinet, 14 February 2024' };
  says(await link.cannot(`${told.payment}/pay`, { ...payment, power: 'section_92', approved_by: 'executive' }), 'not for the executive');
  await link.does(`${told.payment}/pay`, { ...payment, approved_by: 'executive' });
  await link.does(`${told.payment}/claim`, { claim: 'done', done_on: '15 February 2024' });
  // What the council says is one thing; the Ombudsman has not written, and the clock runs until evidence goes.
  await link.sees(told.apology, {
    words: ['No letter from the Ombudsman about this yet', `Overdue by ${LATE} days`],
    data: ({ axes }) => assert.equal(axes.ombudsman, 'No letter from the Ombudsman about this yet'),
  });
  await evidenceGoes(people, site, link, told);
  await link.does(`${told.later}/log-letter`, letter('reply', 'council', '16 February 2024', 'The reply, with evidence'));
  await link.sees(told.later, {
    words: ['Met on 16 February 2024, 61 days in hand'],
    data: ({ over }) => assert.deepEqual(duty(over, 'consider_and_notify').in_hand, 61),
  });
  await link.leave();
}

// The service files what shows each, the link officer bundles it and says that it went: as late as that day is.
async function evidenceGoes(people, site, link, told) {
  const director = await people.as(site, 'director');
  for (const [remedy, what] of [[told.apology, 'The letter of apology'], [told.payment, 'Proof of payment']]) {
    await director.does(`${remedy}/require`, { words: what });
    await director.does(`${remedy}/file-evidence`, { number: '1', file: { name: 'proof.pdf', mimeType: 'application/pdf', buffer: pdf(what) } });
  }
  await director.leave();
  const recommendations = [told.apology, told.payment].map((remedy) => String(numberOf(remedy)));
  await link.does(`${told.later}/bundle`, { recommendations }, { check: ['To the Local Government and Social Care Ombudsman'] });
  const { bundles } = await link.json(`${told.later}/evidence`);
  await link.does(`/desk/bundles/${bundles[0].id}/send`, { on: '16 February 2024', channel: 'The portal' });
  for (const remedy of [told.apology, told.payment]) {
    await timeliness(link, remedy, `Evidence sent ${LATE} days late; the Ombudsman has not answered`, LATE);
  }
}

// 23 April 2024: the Ombudsman writes. Completed late and satisfied; the case is closed on the Ombudsman's side by that letter.
async function satisfied(people, site, told) {
  await site.on('2024-04-23');
  const link = await people.as(site, 'link');
  const log = `${told.later}/log-letter`;
  const remedies = (await link.offered(log, 'recommendations')).map(([value]) => value);
  assert.deepEqual(remedies.map(Number), [told.apology, told.payment].map(numberOf));
  const late = await choice(link, log, 'outcome', 'Remedy completed late and satisfied');
  await link.does(log, letter('satisfaction', 'ombudsman', '23 April 2024', 'Satisfied', {
    other_cases: EARLIER, outcome: late, recommendations: remedies,
  }));
  for (const remedy of [told.apology, told.payment]) {
    await link.sees(remedy, {
      words: ['Remedy completed late and satisfied (letter of 23 April 2024)', `Done ${LATE} days late`, 'Saturday 8 April 2023'],
      data: (data) => {
        assert.deepEqual([data.due_on, data.days_late, data.axes.timeliness], ['2023-04-08', LATE, `Done ${LATE} days late`]);
        assert.equal(data.axes.ombudsman, 'Remedy completed late and satisfied (letter of 23 April 2024)');
      },
    });
  }
  for (const file of [told.later, told.case]) {
    await link.sees(file, {
      words: ['Closed by the Ombudsman 23 April 2024'],
      data: (data) => assert.ok(JSON.stringify(data.file.closure).includes('2024-04-23')),
    });
  }
  await link.sees(told.later, { data: ({ ladder_b }) => assert.equal(ladder_b.ladder_b, 'satisfied') });
  await link.leave();
  await closedForTheCouncil(people, site, told);
  await toldByDay(people, site, told);
}

// The council's own side is closed by the monitoring officer, where nothing of the council's is left.
async function closedForTheCouncil(people, site, told) {
  const monitoring = await people.as(site, 'monitoring');
  await monitoring.does(`${told.later}/close`, { why: 'Everything that was asked for is done.' }, { check: ['Check your answers'] });
  await monitoring.sees(told.later, { words: ['Closed by the council 23 April 2024'] });
  const lines = async (state) => (await monitoring.json(`/desk/cases?state=${state}`)).cases.map((l) => l.key);
  assert.deepEqual([(await lines('closed')).includes(LATER), (await lines('open')).includes(LATER)], [true, false]);
  await monitoring.leave();
}

async function toldByDay(people, site, told) {
  const link = await people.as(site, 'link');
  const said = [['2023-04-08', 'original due date'], ['2024-01-18', 'Report under section 30'], ['2024-02-14', 'Cabinet considers it as item 128'], ['2024-04-23', 'Satisfied']];
  await link.sees(`${told.later}/timeline`, {
    words: said.map(([, what]) => what),
    data: (events) => {
      assert.deepEqual(events.map((e) => e.on), events.map((e) => e.on).sort());
      for (const [on, what] of said) assert.ok(events.some((e) => e.on === on && e.what.includes(what)), `${on}: ${what}`);
    },
  });
  await link.leave();
}

// The other ladder, on a council of its own: reports received on 14 January 2020.
export async function sc04b(people, site) {
  await site.on('2020-01-14');
  let link = await people.as(site, 'link');
  const report = (reference) => registered(link, { reference, kind: 'report', dated: '14 January 2020', subject: 'School transport' });
  const [unanswered, unconfirmed] = [await report('19 900 101'), await report('19 900 102')];
  const stands = (file, words, expected) => link.sees(file.case, { words: [words], data: ({ ladder_b }) => assert.deepEqual(ladder_b, expected) });
  const running = (until) => ({ ladder_b: 'running', until });
  const possible = (ground, since) => ({ ladder_b: 'further_report_possible', ground, since });

  await stands(unanswered, 'The period that runs ends on 13 April 2020', running('2020-04-13'));
  await link.leave();

  await site.on('2020-04-09');
  const clerk = await people.as(site, 'clerk');
  const meeting = await planned(clerk, 'Cabinet', '9 April 2020');
  const item = await clerk.does(`${meeting}/add-item`, { number: '4', title: 'Report of the Ombudsman', cases: '19 900 102' });
  link = await people.as(site, 'link');
  const reply = letter('reply', 'council', '9 April 2020', 'The reply');
  says(await link.cannot(`${unconfirmed.case}/log-letter`, reply), 'record what the meeting that considered it decided');
  await clerk.does(`${item}/decision`, NOTED);
  await clerk.leave();
  await link.does(`${unconfirmed.case}/log-letter`, reply);
  await link.leave();

  await site.on('2020-04-14');
  link = await people.as(site, 'link');
  await stands(unanswered, 'A further report is possible since 14 April 2020: no reply came in time: section 31(2A)(a)', possible('no_reply', '2020-04-14'));
  await stands(unconfirmed, 'The period that runs ends on 12 July 2020', running('2020-07-12'));
  await link.leave();

  await site.on('2020-07-14');
  link = await people.as(site, 'link');
  await stands(unconfirmed, 'A further report is possible since 14 July 2020: the action was not confirmed in time: section 31(2A)(c)', possible('not_confirmed', '2020-07-14'));
  await link.leave();
}

async function timeliness(person, remedy, words, days) {
  await person.sees(remedy, { words: [words], data: (data) => assert.deepEqual([data.axes.timeliness, data.days_late], [words, days]) });
}
