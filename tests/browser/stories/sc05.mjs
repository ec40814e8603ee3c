// SC-05: the executive refuses at a first report and may. Its answer to the draft of a further report is decided in private, at
// short notice. At the further report itself a refusal is for the council: it is referred there, and the reply waits for its minute.

import assert from 'node:assert/strict';

import { duty, letter, NOTED, planned, recommended, registered } from './cases.mjs';
import { theDraft } from './sc05_draft.mjs';
import { anybody, decisionOf, numberOf, publicWords, says, saysNot } from './words.mjs';

const REFERENCE = '17 905 652';
const ACCEPTED = '17 905 653';
const REFUSED = { answer: 'not_accepted', reasons: 'Counsel advises that the policy is lawful.', legal_advice: 'Note of 3 June 2019' };

const RESERVED = 'Local Government Act 1974, section 31A(1A)';
const ASKED = 'Decide whether to refuse recommendation 3 of the further report, as proposed.';
const PROPOSAL = '/meetings/2020-02-04-cabinet/items/6';
const MINUTE = 'The council considered what Cabinet had proposed, and the advice on it. It resolved that recommendation 3 be not accepted.';

export async function sc05(people, site) {
  const told = await refused(people, site);
  await theDraft(people, site, { ...told, reference: REFERENCE });
  await further(people, site, told);
  await deposited(people, site, told);
  await proposed(people, site, told);
  await byTheCouncil(people, site, told);
}

// 14 March 2019: the report comes. 11 June: Cabinet keeps its policy.
async function refused(people, site) {
  await site.on('2019-03-14');
  const link = await people.as(site, 'link');
  const told = await registered(link, { reference: REFERENCE, kind: 'report', dated: '14 March 2019', subject: 'School transport', complainant: 'Mr C' }, { check: ['Last day Thursday 13 June 2019'] });
  await link.sees(told.paper, { data: ({ duties }) => assert.equal(duty(duties, 'consider_and_notify').due_on, '2019-06-13') });
  told.policy = await recommended(link, told.paper, { number: 1, nature: 'service_improvement', kinds: ['policy'], words: 'Change the policy.', rule: 'none' });
  told.pay = await recommended(link, told.paper, { number: 2, nature: 'personal', kinds: ['payment'], words: 'Pay for the bus.', rule: 'none', amount: '200' });
  await link.leave();

  await site.on('2019-05-31');
  let clerk = await people.as(site, 'clerk');
  const meeting = await planned(clerk, 'Cabinet', '11 June 2019');
  const item = await clerk.does(`${meeting}/add-item`, { number: '5', title: 'School transport: report of the Ombudsman', cases: REFERENCE });
  await clerk.does(`${meeting}/publish`, { reason: 'Agenda published', read: ['yes'] });
  await clerk.leave();

  await site.on('2019-06-11');
  clerk = await people.as(site, 'clerk');
  await clerk.does(`${item}/decision`, { ...NOTED, text: 'That the policy remain unchanged.', reasons: REFUSED.reasons });
  const bare = await clerk.cannot(`${meeting}/publish`, { reason: 'Decision published', read: ['yes'] });
  says(bare, 'cannot be issued until each recommendation has an answer', `${REFERENCE}/1`, `${REFERENCE}/2`, 'section 31(2)');

  const missing = await clerk.cannot(`${item}/answers`, { answer: 'not_accepted' });
  says(missing, `Say why recommendation ${REFERENCE}/1 is not accepted in full`, 'Name the legal advice');
  await clerk.does(`${item}/answers`, { recommendations: [String(numberOf(told.pay))], answer: 'accepted' });
  await clerk.does(`${item}/answers`, { recommendations: [String(numberOf(told.policy))], ...REFUSED }, {
    check: ['The findings bind the council unless a court quashes them', 'a further report must follow', 'section 31(2A)'],
  });
  await answered(clerk, told.policy, 'Not accepted by members, 11 June 2019');
  await answered(clerk, told.pay, 'Accepted by members, 11 June 2019');
  // At this stage nothing sends it to full council.
  assert.deepEqual((await clerk.json(item)).considered.reserved, []);
  await clerk.does(`${meeting}/publish`, { reason: 'Decision published', read: ['yes'] });
  says(await publicWords(site.base, '/meetings/2019-06-11-cabinet/items/5'), 'That the policy remain unchanged.');
  await clerk.leave();

  await site.on('2019-06-12');
  const sender = await people.as(site, 'link');
  await sender.does(`${told.case}/log-letter`, letter('reply', 'council', '12 June 2019', 'The policy stays'));
  await sender.sees(told.case, { words: ['Met on 12 June 2019, 1 day in hand'] });
  await sender.leave();
  return told;
}

// 14 January 2020: the further report. Notice in two weeks; the reply by Easter Monday, the last working day the Thursday before.
// The agenda of Cabinet can go out at once.
async function further(people, site, told) {
  await site.on('2020-01-14');
  const link = await people.as(site, 'link');
  const paper = { kind: 'further_report', dated: '14 January 2020', subject: 'School transport', complainant: 'Mr C' };
  told.further = await registered(link, { reference: REFERENCE, ...paper }, {
    check: ['Last day Tuesday 28 January 2020', 'Last day Monday 13 April 2020', 'Further report'],
  });
  await link.sees(told.further.paper, {
    words: ['Last day Tuesday 28 January 2020', 'Last day Monday 13 April 2020', 'Last working day Thursday 9 April 2020'],
    data: ({ duties }) => {
      assert.equal(duty(duties, 'further_report_public_notice').due_on, '2020-01-28');
      const reply = duty(duties, 'further_report_consider_and_notify');
      assert.deepEqual([reply.due_on, reply.last_working_day], ['2020-04-13', '2020-04-09']);
    },
  });
  const add = (file, number, words, kind) => recommended(link, file.paper, { number, nature: 'service_improvement', kinds: [kind], words, rule: 'none' });
  told.again = await add(told.further, 3, 'Change the policy.', 'policy');
  told.review = await add(told.further, 4, 'Look at other cases.', 'review');
  told.accepted = await registered(link, { reference: ACCEPTED, ...paper });
  await add(told.accepted, 1, 'Train staff.', 'training');
  await link.leave();

  const clerk = await people.as(site, 'clerk');
  const meeting = await planned(clerk, 'Cabinet', '4 February 2020');
  const item = await clerk.does(`${meeting}/add-item`, { number: '6', title: 'Further report of the Ombudsman', cases: REFERENCE });
  const other = await clerk.does(`${meeting}/add-item`, { number: '7', title: 'Another further report', cases: ACCEPTED });
  await clerk.does(`${meeting}/publish`, { reason: 'Agenda published', read: ['yes'] });
  Object.assign(told, { cabinet: { meeting, item, other } });
  await clerk.leave();
}

// 16 January: the notice is drafted for two newspapers. From the 17th the report lies open for three weeks, to 6 February; it is
// kept a day longer, for the weeks may be counted either way.
async function deposited(people, site, told) {
  await site.on('2020-01-16');
  const clerk = await people.as(site, 'clerk');
  const notice = { offices: 'Guildhall: Monday to Friday, 9 am to 5 pm', says_free: 'yes', copies: 'On request, 10p a page', inspection_from: '17 January 2020' };
  await clerk.does(`${told.further.paper}/notice`, notice, { check: ['for three weeks from 17 January 2020, free of charge', 'Keep it open for inspection until Friday 7 February 2020'] });
  for (const place of ['Thornmere Courier', 'Fenland Post']) {
    await clerk.does(`${told.further.paper}/notice-appeared`, { sort: 'newspaper', place, on: '16 January 2020', proof: 'page 4' });
  }
  await clerk.sees(told.further.paper, {
    data: ({ duties }) => assert.equal(duty(duties, 'further_report_public_notice').stands, 'Met on 16 January 2020, 12 days in hand'),
  });
  await clerk.leave();
}

// 4 February: Cabinet would refuse one. That is a proposal, and no reply goes. Where everything is accepted, nothing waits.
async function proposed(people, site, told) {
  await site.on('2020-02-04');
  const clerk = await people.as(site, 'clerk');
  const { meeting, item, other } = told.cabinet;
  await clerk.does(`${item}/answers`, { recommendations: [String(numberOf(told.review))], answer: 'accepted' });
  await clerk.does(`${item}/answers`, { recommendations: [String(numberOf(told.again))], ...REFUSED }, {
    check: ['Not effective: reserved to full council.', 'Section 31A(1A)', `${REFERENCE}/3`, 'The item is referred to full council with this answer'],
  });
  await clerk.does(`${item}/decision`, { ...NOTED, text: 'That the policy remain unchanged.', reasons: REFUSED.reasons });
  await clerk.sees(item, {
    words: ['Not effective: reserved to full council', 'section 31A(1A)', `${REFERENCE}/3`],
    data: ({ considered }) => assert.deepEqual(considered.reserved, [`${REFERENCE}/3`]),
  });
  await answered(clerk, told.again, 'Not answered yet; a refusal is proposed and waits for full council');
  await clerk.does(`${other}/answers`, { answer: 'accepted' }, { check: ['The answers stand as those of members'] });
  await clerk.sees(other, { not: ['Referred to'], data: ({ considered, travels }) => assert.deepEqual([considered.reserved, travels.referrals], [[], []]) });
  await clerk.does(`${meeting}/publish`, { reason: 'Decision published', read: ['yes'] });
  await referred(clerk, told);
  says(await publicWords(site.base, await decisionOf(site, PROPOSAL)),
    'Not effective: reserved to Council, because section 31A(1A) of the Local Government Act 1974 reserves a refusal at a further report to it');
  await clerk.leave();

  const link = await people.as(site, 'link');
  const reply = letter('reply', 'council', '4 February 2020', 'The reply');
  says(await link.cannot(`${told.case}/log-letter`, reply), 'reserved to full council', 'name its minute first');
  await link.does(`${told.accepted.case}/log-letter`, reply);
  await link.sees(told.accepted.paper, { words: ['Met on 4 February 2020, 69 days in hand'] });
  await link.leave();
}

// The same day: the referral that the answer made waits at the other end, and the clerk puts it on the council's agenda.
async function referred(clerk, told) {
  const { travels } = await clerk.json(told.cabinet.item);
  const [sent] = travels.referrals;
  assert.deepEqual([sent.to_body, sent.on_date, sent.section, sent.received], ['Council', '2020-02-04', RESERVED, null]);
  told.issue = `/desk/issues/${travels.issue.id}`;
  await clerk.sees(told.issue, { words: ['What waits', 'Council', RESERVED, ASKED] });
  const meeting = await planned(clerk, 'Council', '27 February 2020');
  const item = await clerk.does(`/desk/referrals/${sent.id}/take-up`, { how: 'new', meeting: String(numberOf(meeting)), number: '12' });
  await clerk.sees(item, {
    words: [`Takes up what Cabinet referred on 4 February 2020: ${ASKED}`],
    data: ({ considered }) => assert.deepEqual(considered.cases.map((one) => one.key), [REFERENCE]),
  });
  await clerk.sees(told.cabinet.item, { words: [`Referred to Council on 4 February 2020 (${RESERVED}). Taken up on 27 February 2020.`, 'Not effective: reserved to full council'] });
  await clerk.does(`${meeting}/publish`, { reason: 'Agenda published', read: ['yes'] });
  told.council = { meeting, item };
}

// 27 February: the council itself refuses, which it may, and is told what may follow. Then the reply goes.
async function byTheCouncil(people, site, told) {
  await site.on('2020-02-27');
  const clerk = await people.as(site, 'clerk');
  const { meeting, item } = told.council;
  await clerk.does(`${item}/answers`, { recommendations: [String(numberOf(told.again))], ...REFUSED }, {
    check: ['The findings bind', 'The Ombudsman may require the council to publish a statement', 'section 31(2D)'],
  });
  await clerk.does(`${item}/decision`, { ...NOTED, text: 'That the recommendation be not accepted.', reasons: REFUSED.reasons });
  await answered(clerk, told.again, 'Not accepted by members, 27 February 2020');
  await clerk.does(`${item}/minute`, { public_words: MINUTE });
  for (const its of [item, told.cabinet.item]) {
    await clerk.sees(its, { not: ['Not effective'], data: ({ considered }) => assert.deepEqual([considered.reserved, considered.unanswered], [[], []]) });
  }
  await clerk.does(`${meeting}/publish`, { reason: 'Decision and minute published', read: ['yes'] });
  await clerk.does(`${told.issue}/publish`, { reason: 'From Cabinet to the council' });
  await bothEnds(site);
  await clerk.leave();

  const link = await people.as(site, 'link');
  await link.does(`${told.case}/log-letter`, letter('reply', 'council', '27 February 2020', 'The reply'));
  await link.sees(told.further.paper, {
    words: ['Met on 27 February 2020, 46 days in hand'],
    data: ({ duties }) => assert.equal(duty(duties, 'further_report_consider_and_notify').in_hand, 46),
  });
  await link.leave();
}

// Anybody reads both ends of the referral with its section, and the minute that lets the reply go.
async function bothEnds(site) {
  const { item } = JSON.parse((await anybody(site.base, '/meetings/2020-02-27-council/items/12.json')).text);
  const page = await publicWords(site.base, `/issues/${item.issue.number}?order=oldest`);
  says(page, `Referred by Cabinet to Council on 4 February 2020 (${RESERVED}); taken up on 27 February 2020`, `Asked: ${ASKED}`, MINUTE);
  saysNot(page, 'What waits');
  // What Cabinet proposed has effect since the council's own day, and not since the end of call-in.
  says(await publicWords(site.base, await decisionOf(site, PROPOSAL)), 'In effect since Thursday 27 February 2020');
}

async function answered(person, remedy, words) {
  await person.sees(remedy, { words: [words], data: ({ axes }) => assert.equal(axes.response, words) });
}
