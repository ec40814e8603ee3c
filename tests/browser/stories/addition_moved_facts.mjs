// What the public can read of two reports that came before an extraordinary meeting, where an addition was moved: number, fact,
// page, and what stands there.

import assert from 'node:assert/strict';

// Kind and size of each paper: of the report that was written at the desk, and of the files.
const KINDS = (kinds) => ({ item: { papers } }) => assert.deepEqual(papers.map((p) => [p.type, p.size_bytes > 0]), kinds.map((kind) => [kind, true]));

export const FACTS = [
  ['002-01', 'a page of one item of an agenda', 'item', 'Number on the agenda 17', ({ item }) => assert.equal(item.key, '2025-02-26-cabinet/17')],
  ['002-02', 'the title of the item', 'item', '17 Two complaints that the Ombudsman upheld'],
  ['002-03', 'the meeting is extraordinary, and of which body', 'meeting', 'Body Cabinet', 'Sort of meeting extraordinary', 'Called by The chair'],
  ['002-04', 'the day with its weekday, and the start', 'meeting', 'Day Wednesday 26 February 2025', 'Starts 10.00 am'],
  ['002-05', 'the number of the item, on the agenda', 'meeting', '17 Two complaints that the Ombudsman upheld', ({ items }) => assert.deepEqual(items.map((i) => i.number), ['17'])],
  ['002-06', 'the item leads to its issue', 'item', 'Issue Two complaints that the Ombudsman upheld', ({ item }) => assert.equal(item.issue.title, item.title)],
  ['002-07', 'the decision stands before the minutes', 'item', /Decision 1\. Cabinet accepts.* Minutes Draft minutes/],
  ['002-08', 'what was before the meeting', 'item', /Papers Report on two complaints .*Report of the Ombudsman of 7 January 2025 .*Report of the Ombudsman of 22 January 2025 .*Action plan for special educational needs/],
  ['002-09', 'three numbered resolutions', 'item', '3. A review of the action plan comes back to the Executive Committee every quarter', ({ item }) => assert.deepEqual(
    item.decision.clauses.map((c) => c.label), ['1.', '2.', '3.'])],
  ['002-10', 'the findings of both reports are accepted', 'decision', 'accepts the findings of both reports of the Ombudsman'],
  ['002-11', 'what they recommend is agreed', 'decision', 'agrees to carry out what they recommend'],
  ['002-12', "the council's own improvement actions are noted and approved", 'decision', 'notes the improvement actions', 'approves that they are carried out'],
  ['002-13', 'the decision points to a section of the report, which is there', 'report', /8 Improvement actions .*four improvement actions/],
  ['002-14', 'a review of the plan every quarter: the first', 'review', 'Wednesday 4 June 2025', 'Review of the action plan for special educational needs'],
  ['002-15', 'it comes to the body by its other name, on future agendas', 'body', 'Names over time Executive Committee', 'Cabinet, 4 June 2025', 'Cabinet, 3 September 2025'],
  ['002-16', 'who chaired: the leader', 'meeting', /Councillor Maribel Ostergate Presided Present/],
  ['002-17', 'the member who leads for children was there', 'meeting', 'the Cabinet Member for Children, Schools and Families, Councillor Carrowby', /Councillor Yasmin Carrowby Not recorded Present/],
  ['002-18', 'they apologised to two families', 'item', 'apologised to the two families concerned'],
  ['002-19', 'whether resources go where they help most', 'item', 'whether money and staff go where they do most good'],
  ['002-20', 'the executive director spoke', 'item', 'The Executive Director for Children and Families'],
  ['002-21', 'the service director spoke', 'item', 'the Service Director for Education presented the report'],
  ['002-22', 'officers apologised too', 'item', 'They too said sorry to the families'],
  ['002-23', 'what is planned was told', 'item', 'told what is planned to put things right'],
  ['002-24', 'the whole country is short of support', 'item', 'the whole country is short of support for special educational needs'],
  ['002-25', 'scrutiny is invited to test it', 'item', 'would be glad if scrutiny tested what is being done'],
  ['002-26', 'partners outside the council', 'item', 'what schools, voluntary organisations'],
  ['002-27', 'a department of government', 'item', 'the Department for Education each have to do'],
  ['002-28', 'action: a team for disputes', 'actions', 'Set up a team of its own for disputes, so that there is capacity for them.', 'Owner: Service Director for Education. Original date 30 June 2025.'],
  ['002-29', 'action: information systems', 'actions', 'Improve the information systems of the service.', 'Original date 30 September 2025.'],
  ['002-30', 'the relationship with the Ombudsman', 'item', "the council's relationship with the Ombudsman"],
  ['002-31', 'action: the policy on direct payments', 'actions', 'Review the policy on direct payments'],
  ['002-32', 'action: learn from adult services', 'actions', 'learn from what works well in adult services', 'Original date 31 July 2025.'],
  ['002-33', 'the therapy at issue', 'item', 'speech and language therapy'],
  ['002-34', 'a new contract is drafted and agreed: an action that is done', 'actions', ({ entries }) => assert.deepEqual(
    entries.map((e) => [e.words.slice(0, 18), e.status.status]).filter(([, how]) => how === 'done'), [['Put a new contract', 'done']])],
  ['002-35', 'it is in place with the health service', 'item', 'is in place with the health service'],
  ['002-36', 'members of the body and other members were asked to comment', 'item', 'invited members of Cabinet, and then other members of the council who were there, to comment'],
  ['002-37', 'questions with their answers', 'item', 'officers answered', 'Points raised and answered', ({ item }) => assert.equal(item.minutes.discussion.length, 6)],
  ['002-38', 'asked: by when', 'item', asked(0, 'By when will each of the measures be in place?', 'Each has its day in the action plan.')],
  ['002-39', 'asked: how people are told', 'item', asked(1, 'How are people told about an assessment that goes on', 'Every family gets a letter each month')],
  ['002-40', 'asked: what parents may expect', 'item', asked(1, 'are parents told clearly what to expect?', 'a guide says what to expect and when')],
  ['002-41', 'asked: the right support at each age', 'item', asked(2, 'the right support at the age at which it counts?', 'Delay does the most harm in the early years.')],
  ['002-42', 'more children are in distress', 'item', asked(2, '', 'More children in the whole country are in distress.')],
  ['002-43', 'asked: who watches over the plan', 'item', asked(3, 'Which body watches over the plan', 'Cabinet reviews it')],
  ['002-44', 'asked: the part of scrutiny', 'item', asked(3, 'what is the part of scrutiny in that', 'scrutiny tests it')],
  ['002-45', 'asked: what difference it makes', 'item', asked(3, 'that the actions made a difference?', 'the effect on children is measured')],
  ['002-46', 'asked: staff', 'item', asked(4, 'Are there enough staff', 'Two posts were added.')],
  ['002-47', 'asked: more complaints', 'item', asked(4, 'are more complaints to be expected?', 'Some more complaints are likely this year.')],
  ['002-48', 'asked: what it costs', 'item', asked(5, 'What do complaints and legal proceedings cost', 'The figures will be sent.')],
  ['002-49', 'asked: others who complained', 'item', asked(5, 'do the measures help others who complained?', 'helps all who wait')],
  ['002-50', 'the method of analysis', 'item', asked(5, '', 'Agile analysis of cases')],
  ['002-51', 'an addition was moved at the meeting, by whom', 'item', /Amendment ?, moved by Councillor Jerome Tattershaw, seconded by Councillor Meera Thistlewood/, ({ item }) => {
    const [motion, addition] = item.minutes.facts.motions;
    assert.equal(motion.before, undefined);
    assert.deepEqual([addition.before, addition.words.startsWith(motion.words), addition.words.split('\n').length], [motion.words, true, 3]);
  }],
  ['002-52', 'it comes back every quarter', 'plan', ...['4 June 2025', '3 September 2025', '3 December 2025', '4 March 2026'].map((on) => new RegExp(`Cabinet, on (?:Wednesday )?${on}`))],
  ['002-53', 'there was a vote', 'item', 'The vote was taken down by the clerk at the meeting, 26 February 2025.'],
  ['002-54', 'all agreed, and no figures are made up', 'item', 'Carried unanimously.', ({ item }) => {
    for (const { vote } of item.minutes.facts.motions) assert.deepEqual([vote.carried, vote.manner, vote.for ?? null, vote.against ?? null], [true, 'unanimous', null, null]);
  }],
  ['002-55', 'the item lists its documents', 'item', 'Papers', ({ item }) => assert.equal(item.papers.length, 4)],
  ['002-56', 'the report of the officers, by name', 'item', /Report on two complaints \(HTML, \d+ KB\)/],
  ['002-57', "the Ombudsman's first report, by its date", 'item', 'Report of the Ombudsman of 7 January 2025'],
  ['002-58', "the Ombudsman's second report, by its date", 'item', 'Report of the Ombudsman of 22 January 2025'],
  ['002-59', 'the action plan is a document of its own', 'item', 'Action plan for special educational needs'],
  ['002-60', 'the first report states its kind and size', 'item', /Report of the Ombudsman of 7 January 2025 \(PDF, \d+ (bytes|KB)\)/, KINDS(['HTML', 'PDF', 'PDF', 'PDF'])],
  ['002-61', 'the second report states its kind and size', 'item', /Report of the Ombudsman of 22 January 2025 \(PDF, \d+ (bytes|KB)\)/],
];

// Nothing of it is left out.
export const LEFT_OUT = [];

// A pair of the minutes: what was asked, and what was answered.
function asked(at, question, answer) {
  return ({ item }) => {
    const { issue, response } = item.minutes.discussion[at];
    assert.ok(issue.includes(question) && response.includes(answer), `“${question}” was answered “${answer}”: ${issue} ${response}`);
  };
}
