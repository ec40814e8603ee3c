// What the public can read of one report that went through four bodies: number, fact, page, and what stands there.

import assert from 'node:assert/strict';

import { TITLE } from './four_bodies_words.mjs';

const YOUNG = 'Children and Families Overview and Scrutiny Committee';
const CORPORATE = 'Corporate Overview and Scrutiny Committee';

// The report is written at the desk, and its newest version is another file at each body.
const report = (item) => item.papers.find((paper) => paper.type === 'HTML');
const appendix = (item) => item.papers.find((paper) => paper.type === 'PDF');

export const FACTS = [
  ['003-01', 'one issue, followed through four bodies', 'issue', 'On record 4 items', ({ route }) => assert.deepEqual(
    route.map((stop) => [stop.date, stop.body]), [['2021-05-04', 'Cabinet'], ['2021-06-09', YOUNG], ['2021-07-01', CORPORATE], ['2021-07-22', 'Council']])],
  ['003-02', 'the same title at each body', 'issue', ({ items }) => assert.deepEqual(items.map((i) => i.title), Array(4).fill(TITLE))],
  ['003-03', 'Council, the last stop, stands first', 'issue', /meeting by meeting Newest first.*22 July 2021 ?, Council 183 /, ({ items }) => assert.equal(items[0].key, '2021-07-22-council/183')],
  ['003-04', 'the version for Council states its kind and size', 'council', /\(HTML, \d+ KB\)/, ({ item }) => assert.ok(report(item).size_bytes > 0)],
  ['003-05', 'a recent investigation, told without a number', 'report', 'a recent investigation by the Ombudsman', ({ document }) => assert.ok(!/\d\d \d{3} \d{3}/.test(JSON.stringify(document)))],
  ['003-06', 'one case, two services', 'case', "Services Housing, Children's services"],
  ['003-07', 'Cabinet had it before', 'council', 'Cabinet considered the report on 4 May 2021'],
  ['003-08', 'the day of Cabinet', 'cabinet', 'Meeting Cabinet, 4 May 2021'],
  ['003-09', 'the first scrutiny committee', 'issue', `Referred by Cabinet to ${YOUNG} on 4 May 2021`],
  ['003-10', 'its day', 'issue', /taken up on 9 June 2021/],
  ['003-11', 'the second scrutiny committee', 'issue', `Referred by Cabinet to ${CORPORATE} on 4 May 2021`],
  ['003-12', 'its day', 'issue', /taken up on 1 July 2021/],
  ['003-13', 'the appendix stands with the report, the same file at each body', 'issue', "Appendix A: the Ombudsman's report (PDF,", ({ items }) => {
    const files = items.map((item) => appendix(item).file);
    assert.ok(files[0]);
    assert.deepEqual(files, Array(4).fill(files[0]));
  }],
  ['003-14', 'minutes with headings', 'council', /Minutes .*Background: Cabinet considered.*Discussion: The Deputy Leader.*Resolved:/],
  ['003-15', 'members were told that all was done', 'report', 'The council has done all that the report recommends'],
  ['003-16', 'all the recommendations, each by itself', 'case', ({ improvements }) => assert.deepEqual(
    improvements.map((one) => one.claimed), Array(3).fill('The council says that this was done on 30 April 2021'))],
  ['003-17', 'which includes training', 'case', 'Train staff of both services. Answered: Accepted by members, 4 May 2021.'],
  ['003-18', 'Cabinet did what the Ombudsman asks, in time', 'case', /Due by 24 June 2021, sent 4 May 2021: in time, 51 days in hand/],
  ['003-19', "the Ombudsman's report is Appendix A", 'cabinet', 'considered the report, which is Appendix A'],
  ['003-20', 'fault that caused injustice', 'report', 'The Ombudsman found fault that caused injustice'],
  ['003-21', 'a range of recommendations', 'case', 'Service improvements asked for 3'],
  ['003-22', 'what Cabinet decided', 'cabinet', 'Decision Cabinet noted what the Ombudsman found.'],
  ['003-23', 'the comments of earlier bodies stand in the report', 'report', `3 Cabinet, 4 May 2021`, 'commented that they be trained together', 'Were members involved?'],
  ['003-24', 'one section for each committee, in order', 'report', new RegExp(`4 ${YOUNG}, 9 June 2021 .*5 ${CORPORATE}, 1 July 2021 `)],
  ['003-25', 'who moved it, with two offices', 'council', 'The Deputy Leader, who holds the portfolio for housing', /Motion ?, moved by Councillor Samir Goodacre/],
  ['003-26', 'who supported it', 'council', "The portfolio holder for children's services", 'seconded by Councillor Yasmin Carrowby'],
  ['003-27', 'the lead member for children', 'council', 'who is the lead member for children by law'],
  ['003-28', 'what was proposed', 'council', 'proposed what the report recommends', ({ item }) => assert.equal(item.minutes.facts.motions[0].mover, 'Councillor Samir Goodacre')],
  ['003-29', 'decision a), on the comments', 'council', `a) Council notes the comments of the ${YOUNG} and of the ${CORPORATE}`, ({ item }) => assert.deepEqual(item.decision.clauses.map((c) => c.label), ['a)', 'b)'])],
  ['003-30', 'decision b), on the update, which is section 6', 'report', '6 Since the last meeting', 'The Ombudsman is satisfied and closed the complaint on 22 June 2021'],
  ['003-31', "the decision names the Ombudsman's report", 'council', "b) Council notes the update in section 6 of the report and the Ombudsman's report, which is Appendix A."],
  ['003-32', 'the third stop is on the same page', 'issue', /1 July 2021 ?, Corporate Overview and Scrutiny Committee 124 /],
  ['003-33', 'with a number of its own', 'corporate', 'Number on the agenda 124'],
  ['003-34', 'another version of the report, of another size', 'issue', /\(HTML, \d+ KB\)/, ({ items }) => {
    assert.equal(new Set(items.map((item) => report(item).file)).size, 4);
    assert.notEqual(report(items[0]).size_bytes, report(items[1]).size_bytes);
  }],
  ['003-35', 'a heading in the minutes', 'corporate', 'Discussion: Members raised the following, and officers answered.'],
  ['003-36', 'the Ombudsman was satisfied', 'case', 'Ombudsman: Remedy complete and satisfied (letter of 22 June 2021).'],
  ['003-37', 'and closed it before two of the bodies met', 'case', 'Closed by the Ombudsman 22 June 2021', ({ case: { file } }) => assert.equal(file.closed_by_ombudsman_on, '2021-06-22')],
  ['003-38', 'points raised, each with its answer', 'corporate', 'Points raised and answered', ({ item }) => assert.equal(item.minutes.discussion.length, 4)],
  ['003-39', 'raised: members', 'corporate', raised(0, 'Were members involved?', '')],
  ['003-40', 'answered: none was', 'corporate', raised(0, '', 'No member had a part in what the complaint was about.')],
  ['003-41', 'raised: people who are hard to reach', 'corporate', raised(1, 'people who are hard to reach', '')],
  ['003-42', 'the law at issue', 'corporate', raised(1, 'under the law on homelessness?', '')],
  ['003-43', 'answered: early help', 'corporate', raised(1, '', 'Officers step in early to resolve things.')],
  ['003-44', 'the test of that law', 'corporate', raised(1, '', 'when somebody is homeless intentionally')],
  ['003-45', 'raised: no red flag', 'corporate', raised(2, 'Why was there no red flag', '')],
  ['003-46', 'answered: both services jointly', 'corporate', raised(2, '', 'The two services have to act jointly')],
  ['003-47', 'not one after the other', 'corporate', raised(2, '', 'not one after the other')],
  ['003-48', 'a plan for each household', 'corporate', raised(2, '', 'Each household gets a personal housing plan.')],
  ['003-49', 'a remark on a family, which somebody read before it went out', 'corporate', raised(2, '', 'The family did not want to engage')],
  ['003-50', 'more could have been done', 'corporate', raised(2, '', 'more could still have been done by the council')],
  ['003-51', 'what sort of council it is', 'corporate', raised(2, '', 'As a unitary authority')],
  ['003-52', 'what was published stays, with a blank that is missing', 'corporate', 'What was learntwas shared, and services talk to each other more than they did.'],
  ['003-53', 'the risk that is left', 'corporate', raised(3, 'Can it happen again?', 'The risk cannot be ruled out altogether.')],
  ['003-54', 'what was learnt went round the council', 'corporate', raised(3, '', 'has gone round the council')],
  ['003-55', 'and to other authorities', 'corporate', raised(3, '', 'to other authorities through the housing group of the county')],
  ['003-56', 'it is done in another way now', 'corporate', raised(3, '', 'The council does it in another way now')],
  ['003-57', 'in detail', 'corporate', raised(3, '', 'temporary accommodation is offered for longer')],
  ['003-58', 'a new control', 'corporate', raised(3, '', 'one more layer of governance')],
  ['003-59', 'a joint panel', 'corporate', raised(3, '', 'a joint panel of colleagues of both services')],
  ['003-60', 'what the committee decided', 'corporate', 'Decision The Committee noted the report.', 'Resolved: The Committee noted the report.'],
];

// Nothing of it is left out.
export const LEFT_OUT = [];

// A pair of the minutes: what was raised, and what was answered.
function raised(at, point, answer) {
  return ({ item }) => {
    const { issue, response } = item.minutes.discussion[at];
    assert.ok(issue.includes(point) && response.includes(answer), `“${point}” was answered “${answer}”: ${issue} ${response}`);
  };
}
