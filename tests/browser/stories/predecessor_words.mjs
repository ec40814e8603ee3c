// The words of the story of the predecessor: what the Ombudsman asked for, the report, the decision, and the minute.

export const REFERENCE = '18 016 599';
export const BEFORE = 'Old Thornmere County Council';
export const TITLE = "Report of the monitoring officer: the Ombudsman's investigation of education at home, 18 016 599";
export const AGENDA = 'To consider the statutory report that the Corporate Director of Law and Democracy, who is the monitoring officer, has made on this case.';
export const PORTFOLIO = 'Portfolio Holder for Children, Education and Early Help';
export const DIRECTOR = 'Executive Director for People – Children';
export const SCRUTINY = 'People Scrutiny Committee';
export const BOARD = 'Health and Wellbeing Board';

// Five for the child and the family, five for everybody.
export const RECOMMENDATIONS = [
  ['personal', 'apology', 'Apologise to the parents.'],
  ['personal', 'apology', 'Apologise to the son.'],
  ['personal', 'payment', 'Pay for the education that was missed.'],
  ['personal', 'payment_distress', 'Pay for the distress.'],
  ['personal', 'service', 'Arrange the lessons that the plan names.'],
  ['service_improvement', 'policy', 'Write down who arranges education for a child who is out of school.'],
  ['service_improvement', 'training', 'Train the officers who arrange it.'],
  ['service_improvement', 'review', 'Look at every child who is out of school now.'],
  ['service_improvement', 'information', 'Tell parents whom to ask.'],
  ['service_improvement', 'other', 'Check each term that lessons are given.'],
];

export const FACTS = 'A boy with autism had no proper education for two years.';
export const LAW = 'Education Act 1996, section 19; Local Government and Housing Act 1989, section 5A.';
export const OPTIONS = 'To accept the recommendations, or to refuse them with reasons.';

// The report of the service, in numbered paragraphs: 3.3 to 3.6 and 4.5 are those that the decision points to.
export const SECTIONS = ['Purpose', 'Background', 'What the Ombudsman asked for', 'Earlier investigations'];
export const REPORT = `# Purpose

This report is made by the Director of People, who is also called the ${DIRECTOR}.

# Background

The council took the place of ${BEFORE} on 1 April 2019 and answers for what that council did.

# What the Ombudsman asked for

The Ombudsman made ten recommendations.

The council's own actions stand beside each of them.

Five are for the boy and his parents, and all five are agreed.

The apologies and the payments are made by the Director of People.

Training and the new policy come with the improvement plan for special needs.

Five are of wider application and concern the system: recommendations 6 to 10.

# Earlier investigations

The Ombudsman looked at the council before this one eight times before.

Each time a series of recommendations was agreed.

Not everything that was agreed can be shown to have been done.

The outstanding actions are to be found and finished.

The eight are: ${[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `PREV-${n}`).join(', ')}.`;

const SAME = `RESOLVED
(a) That what was done since the Ombudsman's report (18 016 599) was received be noted, and that the Ombudsman's ten recommendations, listed in paragraphs 3.3 and 3.6 of the report to Cabinet of 1 October 2019, be accepted.
(b) That the actions which the Director of People sets against the Ombudsman's recommendations in paragraphs 3.3 and 3.4 to 3.6 of that report be approved.
(c) That the ${PORTFOLIO} and the ${DIRECTOR} together be asked to commission a review of the actions that came of the eight earlier investigations of ${BEFORE}, listed in paragraph 4.5.`;
const progress = (bodies) => `(d) That both be asked to oversee reports to the ${bodies} on how progress is followed in the new recommendations and in the outstanding actions, the first of them to the Board at its meeting on 30 October 2019.`;

// As published, two bodies hear of progress; as taken down at the meeting, one.
export const DECIDED = `${SAME}\n${progress(`${SCRUTINY} and the ${BOARD}`)}`;
export const RESOLVED = [...SAME.split('\n').slice(1), progress(BOARD)].join('\n');
export const REASONS = 'A robust plan is in place that puts right what the Ombudsman found.';
export const GOVERNS = 'The decision was read out with both bodies; whoever took it down left one out.';

export const QUESTION = 'How can the council be sure that this does not happen again?';
export const ANSWER = 'Some actions are finished and others are under way, and the approach to the outstanding recommendations is the same for all. It could not happen again.';

export const MINUTE = `The monitoring officer presented a statutory report that he had issued under section 5A of the Local Government and Housing Act 1989. It came after the Ombudsman had published what the investigation concluded.

The failings were those of the former ${BEFORE}; its duties are this council's. A boy with autism had been left without proper education for two years, which was maladministration that caused injustice to the parents and to their son, and was part of wider systemic failings.

The findings were drawn the attention of Cabinet so that a suitable action plan could be made.

The law requires Cabinet to answer the report, and to send its answer to the monitoring officer and to every councillor outside the executive.

It is unusual that the Ombudsman makes a report of a case and not a statement. The reason was that in eight earlier investigations the council before this one had agreed to act on a series of recommendations.

There are ten recommendations in total: five about the child, and five of wider application that concern the system.

The chair of the ${SCRUTINY} had asked that the committee be given the task to oversee that the plan is completed. The committee gets a copy of this minute for its next meeting on 8 October 2019. Members of Cabinet welcomed this.

Councillor Kwabena Littlemore, who is not a member of Cabinet, addressed the meeting.

The actions are to be read against the improvement plan for special needs and the programme Growing Up in Thornmere.

Cabinet supported recommendation 4 of the officers' report, which is not recommendation 4 of the Ombudsman's.`;
