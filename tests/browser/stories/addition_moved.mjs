// Two reports of the Ombudsman about special educational needs come before an extraordinary meeting of Cabinet. A member moves an
// addition, all agree, and what was added makes items of future agendas.

import assert from 'node:assert/strict';

import { FACTS, LEFT_OUT } from './addition_moved_facts.mjs';
import { letter, recommended, registered } from './cases.mjs';
import { allStated } from './facts.mjs';
import { pdf } from './files.mjs';
import { begun, exchanged, minuted, room, seated } from './taken_down.mjs';
import { choice, numberOf } from './words.mjs';
import { cleared, reportKind, written } from './written.mjs';

const TITLE = 'Two complaints that the Ombudsman upheld';
const DIRECTOR = 'Executive Director for Children and Families';
const EDUCATION = 'Service Director for Education';
const LEADER = 'Councillor Maribel Ostergate';
const LEAD_MEMBER = 'Councillor Yasmin Carrowby';
const MOVER = 'Councillor Jerome Tattershaw';
const SECONDER = 'Councillor Meera Thistlewood';
const CABINET = { [LEADER]: 'chair', [MOVER]: 'vice_chair', [LEAD_MEMBER]: 'member', [SECONDER]: 'member' };

// Reference, day of the report.
const REPORTS = { first: ['24 003 239', '7 January 2025'], second: ['23 017 883', '22 January 2025'] };

const SECTIONS = ['Recommendations', 'Purpose', 'First report', 'Second report', 'Financial implications', 'Legal implications', 'Risks', 'Improvement actions'];

const REPORT = `# Recommendations

That Cabinet:

(1) accepts the findings of both reports of the Ombudsman and agrees to carry out what they recommend
(2) notes the improvement actions in section 8 of the report and approves that they are carried out

# Purpose

Two reports of the Ombudsman are put before members.

# First report

A plan for a child was late.

# Second report

Therapy that a plan promised was not provided.

# Financial implications

What is paid comes from the budget of the service.

# Legal implications

Members consider a report within three months: Local Government Act 1974, section 31(2).

# Risks

More complaints may follow.

# Improvement actions

The action plan names four improvement actions, each with its owner and its day.`;

const PUBLISHED = `1. Cabinet accepts the findings of both reports of the Ombudsman and agrees to carry out what they recommend.
2. Cabinet notes the improvement actions in section 8 of the report and approves that they are carried out.`;
const ADDED = '3. A review of the action plan comes back to the Executive Committee every quarter, as an item of its future agendas.';

// Number in the plan, what is to be done, by when.
const PLAN = [
  ['1', 'Set up a team of its own for disputes, so that there is capacity for them.', '30 June 2025'],
  ['2', 'Improve the information systems of the service.', '30 September 2025'],
  ['3', 'Review the policy on direct payments, and learn from what works well in adult services.', '31 July 2025'],
  ['4', 'Put a new contract for speech and language therapy in place with the health service.', '30 May 2025'],
];

// What the clerk adds to the entry of the forward plan that is made for each review.
const ENTRY = {
  pounds: '0', significant: 'no', affected: '0', member: LEAD_MEMBER, documents: 'The action plan', copies_from: 'Guildhall, Thornmere',
  later_documents: 'Write to democratic services', private: 'no', service: 'Education',
};

const SAID = `The Leader of the Council, Councillor Ostergate, and the Cabinet Member for Children, Schools and Families, Councillor Carrowby, apologised to the two families concerned. They asked whether money and staff go where they do most good.

The Executive Director for Children and Families and the Service Director for Education presented the report. They too said sorry to the families, and told what is planned to put things right while the whole country is short of support for special educational needs. They would be glad if scrutiny tested what is being done.

Cabinet spoke of what schools, voluntary organisations and the Department for Education each have to do; of a team for disputes, of better information systems, and of the council's relationship with the Ombudsman; of the policy on direct payments and what adult services can teach; and of speech and language therapy, for which a new contract was drafted, was agreed, and is in place with the health service.

The Leader invited members of Cabinet, and then other members of the council who were there, to comment; officers answered.`;

// Who asked, what, who answered, what.
const ASKED = [
  ['Councillor Meera Thistlewood', 'By when will each of the measures be in place?', `The ${DIRECTOR}`, 'Each has its day in the action plan.'],
  ['Councillor Kwabena Littlemore', 'How are people told about an assessment that goes on, and are parents told clearly what to expect?', `The ${EDUCATION}`, 'Every family gets a letter each month, and a guide says what to expect and when.'],
  ['Councillor Kwabena Littlemore', 'Does a child get the right support at the age at which it counts?', `The ${DIRECTOR}`, 'Delay does the most harm in the early years. More children in the whole country are in distress.'],
  ['Councillor Pearl Abernyte', 'Which body watches over the plan, what is the part of scrutiny in that, and how will it be known that the actions made a difference?', `The ${DIRECTOR}`, 'Cabinet reviews it, scrutiny tests it, and the effect on children is measured.'],
  ['Councillor Meera Thistlewood', 'Are there enough staff, and are more complaints to be expected?', `The ${EDUCATION}`, 'Two posts were added. Some more complaints are likely this year.'],
  ['Councillor Jerome Tattershaw', 'What do complaints and legal proceedings cost, and do the measures help others who complained?', `The ${DIRECTOR}`, 'The figures will be sent. Agile analysis of cases helps all who wait.'],
];

export async function additionMoved(people, site) {
  const told = await received(people, site);
  await agendaOut(people, site, told);
  await met(people, site, told);
  await repliedAndRecorded(people, site, told);
  await comesBack(people, site, told);
  assert.deepEqual([FACTS.length, LEFT_OUT.length], [61, 0]);
  await allStated(people, site, FACTS, await pages(site));
}

// 22 January: both reports are on the register, each with the day that it carries; the council keeps its posts and its body.
async function received(people, site) {
  await site.on('2025-01-22');
  const told = {};
  const link = await people.as(site, 'link');
  for (const [name, [reference, dated]] of Object.entries(REPORTS)) {
    told[name] = await registered(link, { reference, kind: 'report', dated, subject: 'Special educational needs', services: 'Education', complainant: 'Mrs E', published: '28 January 2025' });
    await recommended(link, told[name].paper, { number: 1, nature: 'service_improvement', kinds: ['review'], words: 'Review how plans for children are kept to their days.', rule: 'three_months' });
  }
  await link.leave();
  const admin = await people.as(site, 'admin');
  const { accounts } = await admin.json('/desk/accounts');
  const director = accounts.find((one) => one.name === 'director').id;
  for (const title of [DIRECTOR, EDUCATION]) {
    await admin.does(`/desk/accounts/${director}/appoint`, { title, role: 'service_director', from: '1 May 2019' });
  }
  await admin.leave();
  await reportKind(people, site, SECTIONS.join('\n'));
  const clerk = await people.as(site, 'clerk');
  told.body = await seated(clerk, 'Cabinet', CABINET);
  await clerk.does(`${told.body}/particulars`, {
    quorum: 'number', quorum_number: '3', decides: 'yes', delegation: 'The constitution of the council, part 3', call_in: 'yes', aliases: 'Executive Committee',
  });
  await clerk.leave();
  return told;
}

// 18 February: the agenda of an extraordinary meeting, with the report, both reports of the Ombudsman, and the action plan.
async function agendaOut(people, site, told) {
  await site.on('2025-02-18');
  const clerk = await people.as(site, 'clerk');
  const body = await choice(clerk, '/desk/meetings/plan', 'body', 'Cabinet');
  told.meeting = await clerk.does('/desk/meetings/plan', { body, on: '26 February 2025', starts: '10:00', place: 'Council Chamber, Guildhall', kind: 'extraordinary', called_by: 'chair' });
  const cases = Object.values(REPORTS).map(([reference]) => reference).join(' / ');
  told.item = await clerk.does(`${told.meeting}/add-item`, { number: '17', title: TITLE, cases });
  const author = await people.as(site, 'author');
  const monitoring = await people.as(site, 'monitoring');
  await cleared(author, monitoring, await written(author, told.item, 'Report on two complaints', REPORT));
  const link = await people.as(site, 'link');
  for (const [reference, dated] of Object.values(REPORTS)) {
    const file = { name: `${dated}.pdf`, mimeType: 'application/pdf', buffer: pdf(`Report ${reference} of ${dated}`) };
    await link.does(`${told.item}/add-paper`, { title: `Report of the Ombudsman of ${dated}`, whose: 'ombudsman', file });
  }
  const plan = { name: 'plan.pdf', mimeType: 'application/pdf', buffer: pdf('Action plan: four improvement actions') };
  told.plan = await author.does(`${told.item}/add-paper`, { title: 'Action plan for special educational needs', file: plan });
  await clerk.does(`/desk/issues/create?item=${numberOf(told.item)}`, { title: TITLE });
  await clerk.does(`${told.meeting}/publish`, { reason: 'Agenda published', read: ['yes'] });
  for (const person of [clerk, author, monitoring, link]) await person.leave();
}

// 26 February: the meeting. The recommendations are moved, a member moves an addition, and both are agreed by all.
async function met(people, site, told) {
  await site.on('2025-02-26');
  const clerk = await people.as(site, 'clerk');
  const here = await room(clerk, told.meeting);
  await begun(here, { came: Object.keys(CABINET), chair: LEADER, item: '17' });
  await here.take('write', { items: ['17'], part: 'discussion', words: SAID });
  for (const exchange of ASKED) await exchanged(here, exchange);
  await here.take('move', { words: PUBLISHED, mover: here.who(LEADER), seconder: here.who(LEAD_MEMBER) });
  await here.take('amend', { after: `${PUBLISHED}\n${ADDED}`, mover: here.who(MOVER), seconder: here.who(SECONDER) });
  await here.take('vote', { taken: 'unanimous' });
  await here.take('vote', { taken: 'unanimous' });
  await here.take('resolve');
  await here.take('write', { items: ['17'], part: 'reasons', words: 'The findings are accepted, and members want to see that the plan is carried out.' });
  await here.take('write', { items: ['17'], part: 'options_rejected', words: 'None' });
  await here.take('close');
  await clerk.does(`${told.item}/decision`, { result: 'amended', key: 'no' });
  await clerk.does(`${told.item}/answers`, { answer: 'accepted' });
  await clerk.does(`${told.meeting}/publish`, { reason: 'Decision published', read: ['yes'] });
  await clerk.leave();
}

// 28 February: the reply goes, in time for both. The plan becomes actions, the addition a review every quarter; all of it is public.
async function repliedAndRecorded(people, site, told) {
  await site.on('2025-02-28');
  const link = await people.as(site, 'link');
  await link.does(`${told.first.case}/log-letter`, letter('reply', 'council', '28 February 2025', 'The reply to both reports', { other_cases: REPORTS.second[0] }));
  await link.sees(told.first.paper, { words: ['Met on 28 February 2025, 37 days in hand'] });
  await link.sees(told.second.paper, { words: ['Met on 28 February 2025, 52 days in hand'] });
  const clerk = await people.as(site, 'clerk');
  await minuted(clerk, told.meeting, LEADER);
  const body = await choice(clerk, '/desk/meetings/plan', 'body', 'Cabinet');
  told.later = [];
  for (const on of ['7 May 2025', '4 June 2025', '2 July 2025', '3 September 2025', '3 December 2025', '4 March 2026']) {
    told.later.push(await clerk.does('/desk/meetings/plan', { body, on, starts: '18:30' }));
  }
  const review = await clerk.does(`${told.item}/recurrence`, {
    what: 'Review of the action plan for special educational needs', cycle: 'every', interval: '3 months', owner: EDUCATION, told: ['Leader of the council'], plan: numberOf(told.plan), shares: ['yes'],
  }, { check: ['Due Monday 26 May 2025: at the meeting of Wednesday 4 June 2025, 9 days after its day'] });
  const paper = String(numberOf(told.plan));
  told.actions = [];
  for (const [number, words, due] of PLAN) {
    told.actions.push(await clerk.does(`${told.item}/actions`, { origin: 'plan', paper, number, words, owner: EDUCATION, due }));
  }
  await actionsOut(clerk, 'Actions of the plan that Cabinet approved');
  const { times } = await clerk.json(review);
  assert.deepEqual(times.map((time) => time.meeting), ['2025-06-04', '2025-09-03', '2025-12-03', '2026-03-04']);
  for (const { forward_plan_entry: entry } of times) await clerk.does(`/desk/forward-plan/${entry}/change`, ENTRY);
  await clerk.does('/desk/forward-plan/publish', { reason: 'Reviews of the action plan' });
  await clerk.does(`${told.body}/publish-calendar`, { with_body: ['yes'], meetings: told.later.map((one) => String(numberOf(one))), reason: 'Meetings of Cabinet' });
  for (const report of [told.first, told.second]) await clerk.does(`${report.case}/publish`, { reason: 'Considered and answered' });
  await link.leave();
  await clerk.leave();
}

async function actionsOut(clerk, reason) {
  const actions = (await clerk.offered('/desk/actions/publish', 'actions')).map(([value]) => value);
  await clerk.does('/desk/actions/publish', { actions, reason });
}

// 27 May: the first review is on the agenda of 4 June, with nothing done for it by hand; one action of the plan is done.
async function comesBack(people, site, told) {
  await site.on('2025-05-27');
  const link = await people.as(site, 'link');
  await link.does(`${told.actions[3]}/close`, { evidence: 'The contract, signed by the council and the health service' });
  await link.leave();
  const clerk = await people.as(site, 'clerk');
  await actionsOut(clerk, 'The contract is in place');
  await clerk.does(`${told.later[1]}/publish`, { reason: 'Agenda published' });
  await clerk.leave();
}

// Where the public reads it.
async function pages(site) {
  const item = '/meetings/2025-02-26-cabinet/items/17';
  const { item: { papers, decision_number: decision } } = await (await fetch(`${site.base}${item}.json`)).json();
  const report = papers.find((paper) => paper.type === 'HTML').number;
  return {
    item, meeting: '/meetings/2025-02-26-cabinet', decision: `/decisions/${decision}`, report: `/documents/${report}/report-on-two-complaints`,
    actions: '/actions', body: '/bodies/cabinet', plan: '/forward-plan', review: '/meetings/2025-06-04-cabinet',
  };
}
