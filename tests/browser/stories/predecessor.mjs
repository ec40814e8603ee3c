// A finding about the council before this one: the monitoring officer's report goes to every member, Cabinet accepts ten
// recommendations, five for a family and five for everybody, and asks for a review of eight earlier cases. The decision names two
// bodies that hear of progress and the minutes one. Every fact that the record must state stands in predecessor_facts.mjs.

import assert from 'node:assert/strict';

import { letter, planned, recommended, registered } from './cases.mjs';
import { allStated } from './facts.mjs';
import { docx, pdf } from './files.mjs';
import { FACTS as TABLE, LEFT_OUT, ROUTE } from './predecessor_facts.mjs';
import {
  AGENDA, ANSWER, BEFORE, BOARD, DECIDED, DIRECTOR, FACTS, GOVERNS, LAW, MINUTE, OPTIONS, PORTFOLIO, QUESTION, REASONS,
  RECOMMENDATIONS, REFERENCE, REPORT, RESOLVED, SCRUTINY, SECTIONS, TITLE,
} from './predecessor_words.mjs';
import { workspace } from './room.mjs';
import { anybody, choice, numberOf, says } from './words.mjs';

export const CABINET = ['Councillor Maribel Ostergate', 'Councillor Deepika Morland-Rao', 'Councillor Vincent Orrelby'];
const file = (name, words) => ({ name: `${name}.pdf`, mimeType: 'application/pdf', buffer: pdf(words) });

export async function predecessor(people, site) {
  const told = await arrives(people, site);
  await reported(people, site, told);
  await considered(people, site, told);
  await issued(people, site, told);
  await goesOn(people, site, told);
  await firstReport(people, site, told);
  assert.equal(TABLE.length + LEFT_OUT.length, 62);
  await allStated(people, site, [...TABLE, ROUTE], told);
}

// 29 August: the Ombudsman's report comes, with ten recommendations.
async function arrives(people, site) {
  await site.on('2019-08-29');
  const link = await people.as(site, 'link');
  const told = await registered(link, {
    reference: REFERENCE, kind: 'report', dated: '27 August 2019', received: '29 August 2019', subject: 'Education at home', services: 'Education',
    complainant: 'Mr and Mrs X', found: 'upheld', predecessor: BEFORE, published: '19 September 2019',
    findings: 'Maladministration, part of wider systemic failings', injustices: 'Education was lost',
  });
  told.remedies = [];
  for (const [at, [nature, kind, words]] of RECOMMENDATIONS.entries()) {
    told.remedies.push(await recommended(link, told.paper, { number: at + 1, nature, kinds: [kind], words, rule: 'three_months' }));
  }
  await link.does(`${told.case}/complete`, { declared: 10, members_told: 'statutory' });
  await link.leave();
  return told;
}

// 23 September: the posts, the executive of the day, the agendas with their papers, and the report under section 5A to everybody.
async function reported(people, site, told) {
  await site.on('2019-09-23');
  const admin = await people.as(site, 'admin');
  await named(admin, 'Marguerite Pell', DIRECTOR, 'service_director');
  await named(admin, 'Marguerite Pell', 'Director of People', 'service_director');
  await named(admin, 'Councillor Maribel Ostergate', PORTFOLIO, 'member');
  await admin.does('/desk/report-kinds/keep', {
    name: 'Report of a service', sections: SECTIONS.join('\n'), stages: 'Monitoring officer: 1', margin: '0', asks_again: 'of_substance',
  });
  await admin.leave();
  const clerk = await people.as(site, 'clerk');
  await executive(clerk, told);
  await agendas(clerk, told);
  await serviceReport(people, site, told);
  await statutoryReport(people, site, told);
  await clerk.does(`${told.item}/add-paper`, { title: "The monitoring officer's report", public_title: "The monitoring officer's report under section 5A", file: file('section-5a', FACTS) });
  await clerk.does(`${told.item}/add-paper`, { title: "The Ombudsman's report", public_title: "The Ombudsman's report", whose: 'ombudsman', file: { name: 'report.docx', mimeType: 'application/octet-stream', buffer: docx(FACTS) } });
  for (const meeting of [told.meeting, told.scrutiny, told.board]) await clerk.does(`${meeting}/publish`, { reason: 'Agenda published', read: ['yes'] });
  await clerk.leave();
}

async function named(admin, who, title, role) {
  const { accounts } = await admin.json('/desk/accounts');
  const { id } = accounts.find((one) => one.full_name === who);
  await admin.does(`/desk/accounts/${id}/appoint`, { title, role, from: '1 April 2019' });
}

// Three sit on Cabinet; everybody else is outside of it.
async function executive(clerk, told) {
  const known = await clerk.offered('/desk/members/executive', 'members');
  const ours = CABINET.map((name) => known.find(([, its]) => its.startsWith(name))[0]);
  await clerk.does('/desk/members/executive', { members: ours, from: '6 May 2019' });
  const cabinet = await choice(clerk, '/desk/meetings/plan', 'body', 'Cabinet');
  for (const [at, member] of ours.entries()) {
    await clerk.does(`/desk/bodies/${cabinet}/seat`, { member, capacity: at ? 'member' : 'chair', from: '6 May 2019' });
  }
  told.cabinet = ours.length;
}

async function agendas(clerk, told) {
  await clerk.does('/desk/bodies/add', { name: SCRUTINY });
  const plans = [['meeting', 'Cabinet', '1 October 2019'], ['scrutiny', SCRUTINY, '8 October 2019'], ['board', BOARD, '30 October 2019']];
  for (const [name, body, on] of plans) told[name] = await planned(clerk, body, on);
  const add = (meeting, number, title, more) => clerk.does(`${meeting}/add-item`, { number, title, public_title: title, ...more });
  told.item = await add(told.meeting, '59', TITLE, { agenda_text: AGENDA, ombudsman_paper: numberOf(told.paper), cases: REFERENCE });
  told.heard = await add(told.scrutiny, '7', 'What Cabinet decided on education at home', { agenda_text: "To receive a copy of Cabinet's minute of 1 October 2019.", cases: REFERENCE });
  told.first = await add(told.board, '5', 'Education at home: first report on progress', { agenda_text: 'To receive the first report on the new recommendations and the outstanding actions.', cases: REFERENCE });
  // Every item that considers the case is in the issue.
  told.issue = await clerk.does(`/desk/issues/create?case=${numberOf(told.case)}`, { title: 'Education at home: the Ombudsman and the council before this one' });
}

// The service's own report, in numbered paragraphs.
async function serviceReport(people, site, told) {
  const author = await people.as(site, 'director');
  const [kind, post] = [await choice(author, '/desk/reports/begin', 'kind', 'Report of a service'), await choice(author, '/desk/reports/begin', 'post', 'Director of People')];
  const report = await author.does('/desk/reports/begin', { kind, post, title: 'What the service does', item: String(numberOf(told.item)) });
  await author.does(`${report}/write`, { source: 'typed', text: REPORT });
  await author.does(`${report}/send`);
  const monitoring = await people.as(site, 'monitoring');
  await monitoring.does(`${report}/clear`, { post: 'Monitoring officer', outcome: 'cleared' });
  await monitoring.leave();
  await author.does(`${report}/finish`, { public_title: 'Report of the Director of People' });
  await author.leave();
}

// The monitoring officer writes, consults, signs and sends: each member gets a copy.
async function statutoryReport(people, site, told) {
  const monitoring = await people.as(site, 'monitoring');
  told.report = await monitoring.does('/desk/monitoring-reports/begin', { section: 'five_a', manner: 'individual', cases: [String(numberOf(told.case))], what: 'omission' });
  await monitoring.does(`${told.report}/write`, {
    words: 'The council before this one did not arrange education.', facts: FACTS, law: LAW, options: OPTIONS, head_name: 'H. Service',
    head_on: '20 September 2019', finance_name: 'F. Finance', finance_on: '20 September 2019',
    steps: 'Ending lessons at home for any child',
  });
  await monitoring.does(`${told.report}/sign`);
  const { paper } = await monitoring.json(told.report);
  told.circulation = await monitoring.does(`/desk/papers/${paper.id ?? paper}/circulate`, { in_confidence: 'no' });
  await allServed(monitoring, told.circulation);
  told.outside = '12 of 12 outside the executive';
  await monitoring.sees(told.circulation, { words: [told.outside], data: ({ figures }) => assert.deepEqual(figures, [told.outside, '3 of 3 of the executive', '1 of 1 monitoring officer']) });
  await monitoring.leave();
}

// Each copy goes in its own time.
async function allServed(person, circulation) {
  let open = [0];
  for (let tries = 0; tries < 60 && open.length; tries += 1) {
    await new Promise((later) => setTimeout(later, 250));
    ({ open } = await person.json(circulation));
  }
  assert.deepEqual(open, [], 'every copy was served');
}

// 1 October: Cabinet meets. A councillor from outside asks; the decision is taken down, and the monitoring officer's report is done with.
async function considered(people, site, told) {
  await site.on('2019-10-01');
  const clerk = await people.as(site, 'clerk');
  const room = await workspace(clerk, told.meeting, CABINET);
  await room.begins(0, 1, 2);
  await room.take('call', { item: '59' });
  await room.writes('59', 'discussion', MINUTE);
  await room.asked('59', 'Councillor Kwabena Littlemore', QUESTION, 'The portfolio holder', ANSWER);
  const motion = await room.moved('59', RESOLVED, 0, 1);
  await room.take('vote', { on: motion, taken: 'unanimous' });
  await room.take('resolve', { item: '59', clauses: RESOLVED });
  await room.writes('59', 'reasons', REASONS);
  await room.take('close');
  await clerk.does(`${told.item}/answers`, { answer: 'accepted' });
  await clerk.does(`${told.item}/decision`, {
    text: DECIDED, reasons: REASONS, options_rejected: 'None', interests: 'None', key: 'no', result: 'approved',
    tasks: `(c); ${PORTFOLIO}; commission the review\n(c); ${DIRECTOR}; commission the review\n(d); ${SCRUTINY}; hear of progress\n(d); ${BOARD}; hear of progress; 30 October 2019`,
  });
  await clerk.does(`${told.report}/conclude`, { item: String(numberOf(told.item)), on: '1 October 2019', minute: 'Cabinet, 1 October 2019, minute 59' });
  await clerk.does(`${told.report}/answer`, { taken: 'The plan for the boy was written', proposed: 'Train every officer: 20 December 2019', reasons: REASONS });
  told.answer = await clerk.does(`${told.report}/adopt-answer`, { minute: 'Cabinet, 1 October 2019, minute 59', in_confidence: 'no' });
  await allServed(clerk, told.answer);
  await clerk.leave();
}

// 3 October: the decision is published, two texts of it differ, and the member of scrutiny gets an extract of the minutes.
async function issued(people, site, told) {
  await site.on('2019-10-03');
  const clerk = await people.as(site, 'clerk');
  const differ = await clerk.cannot(`${told.meeting}/publish`, { reason: 'Decision published', read: ['yes'] });
  says(differ, 'Texts differ, first in clause (d)', `${SCRUTINY} is named only as published`);
  told.decision = `/desk/decisions/${(await clerk.json(told.item)).decision_record}`;
  await clerk.does(`${told.decision}/texts-differ`, { governs: 'published', why: GOVERNS });
  await clerk.does(`${told.meeting}/publish`, { reason: 'Decision published', read: ['yes'] });
  await clerk.does(`${told.meeting}/minutes/build`);
  const chair = await choice(clerk, `${told.meeting}/minutes/send-to-chair`, 'chair', CABINET[0]);
  await clerk.does(`${told.meeting}/minutes/send-to-chair`, { chair });
  await clerk.does(`${told.meeting}/minutes/chair-check`, { chair: CABINET[0], result: 'nothing' });
  await clerk.does(`${told.meeting}/minutes/publish`, { reason: 'Draft minutes published', read: ['yes'] });
  const to = (await clerk.offered(`${told.meeting}/minutes/extract`, 'to')).find(([, name]) => name.includes('Littlemore'))[0];
  await clerk.does(`${told.meeting}/minutes/extract`, { items: [String(numberOf(told.item))], to, on_behalf_of: SCRUTINY, purpose: 'To oversee the plan' });
  await clerk.does(`${told.heard}/add-paper`, { title: "Extract of Cabinet's minutes", public_title: "Extract of Cabinet's minutes of 1 October 2019", file: file('extract', 'Minute 59') });
  await clerk.does(`${told.scrutiny}/publish`, { reason: "Extract of Cabinet's minutes added", read: ['yes'] });
  await clerk.leave();
}

// 8 October: scrutiny takes the task; the review is commissioned, the clauses become actions, and the case is published.
async function goesOn(people, site, told) {
  await site.on('2019-10-08');
  const clerk = await people.as(site, 'clerk');
  await clerk.does(`${told.heard}/decision`, { text: 'That the committee oversee the plan until it is completed.', reasons: REASONS, options_rejected: 'None', interests: 'None' });
  const act = (fields) => clerk.does(`${told.item}/actions`, fields);
  told.actions = {
    review: await act({ origin: 'clause', clause: '(c)', words: 'Commission the review of the actions of eight earlier investigations.', owner: PORTFOLIO }),
    progress: await act({ origin: 'clause', clause: '(d)', words: 'Report on progress.', owner: DIRECTOR, due: '30 October 2019', reports_to: [SCRUTINY, BOARD] }),
    training: await act({ origin: 'report', recommendation: String(numberOf(told.remedies[6])), words: 'Train the officers who arrange education.', owner: 'Director of People' }),
  };
  await clerk.does('/desk/actions/publish', { actions: Object.values(told.actions).map((one) => String(numberOf(one))), reason: 'Actions of 1 October 2019' });
  await clerk.does(`${told.scrutiny}/publish`, { reason: 'Decision published', read: ['yes'] });
  await clerk.does(`${told.case}/publish`, { reason: 'The report was considered' });
  await clerk.leave();
  const link = await people.as(site, 'link');
  told.review = await link.does('/desk/reviews/commission', {
    title: 'Eight earlier cases', declared: 8, on: '1 October 2019', item: String(numberOf(told.item)), placeholders: 'yes', predecessor: BEFORE,
    commissioned_by: `${PORTFOLIO}\n${DIRECTOR}`,
  });
  await link.does(`${told.review}/report-to`, { item: String(numberOf(told.first)) });
  await link.leave();
}

// 30 October: the Board hears the first report; the Ombudsman's answer is logged; the issue is public with its three stops.
async function firstReport(people, site, told) {
  await site.on('2019-10-30');
  const clerk = await people.as(site, 'clerk');
  await clerk.does(`${told.first}/decision`, { text: 'That the first report be noted.', reasons: 'It shows mixed progress: five actions are finished and five are under way.', options_rejected: 'None', interests: 'None' });
  await clerk.does(`${told.board}/publish`, { reason: 'Decision published', read: ['yes'] });
  await clerk.does(`${told.actions.progress}/progress`, { how: 'going', words: 'Some actions are finished and some are under way.', public: ['yes'] });
  await clerk.does('/desk/actions/publish', { actions: [String(numberOf(told.actions.progress))], reason: 'Progress of October 2019' });
  const link = await people.as(site, 'link');
  await link.does(`${told.case}/log-letter`, letter('reply', 'council', '30 October 2019', 'What Cabinet decided'));
  await link.leave();
  await clerk.does(`${told.case}/publish`, { reason: 'The Ombudsman was answered' });
  await clerk.leave();
  await publicAddresses(site, told);
}

// The numbers that the record gave to the decision, the issue and the papers.
async function publicAddresses(site, told) {
  const data = async (address) => JSON.parse((await anybody(site.base, `${address}.json`)).text);
  const { item } = await data('/meetings/2019-10-01-cabinet/items/59');
  told.public = { decision: `/decisions/${item.decision_number}`, issue: `/issues/${item.issue.number}` };
  const { text } = await anybody(site.base, '/meetings/2019-10-01-cabinet/items/59');
  const paper = (name) => text.match(new RegExp(`href="(/documents/\\d+/${name})"`))[1];
  told.public.report = paper('report-of-the-director-of-people');
  told.public.statutory = paper('the-monitoring-officers-report-under-section-5a');
}
