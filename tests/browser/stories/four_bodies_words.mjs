// What is written and said on the way of one report through four bodies, as those who write it have it.

export const TITLE = 'What the Ombudsman found about housing and children’s services';
export const YOUNG = 'Children and Families Overview and Scrutiny Committee';
export const CORPORATE = 'Corporate Overview and Scrutiny Committee';

export const REPORT = `# Recommendations

That members note what the Ombudsman found.

# Findings

This report tells of a recent investigation by the Ombudsman, whose report is Appendix A. It is about both housing and children's services.

The Ombudsman found fault that caused injustice, and made a range of recommendations to the council.

The council has done all that the report recommends, which includes further training.`;

export const UPDATE = 'The Ombudsman is satisfied and closed the complaint on 22 June 2021, before the second committee met.';

export const CABINET = {
  text: 'Cabinet noted what the Ombudsman found.',
  minute: 'As the Ombudsman asks, members of Cabinet considered the report, which is Appendix A. All the recommendations were carried out, which includes further training.',
};

export const SCRUTINY = {
  text: 'The Committee noted the report and asked that its comments go to Council.',
  minute: 'The Committee asked how staff of both services learn from one case, and commented that they be trained together.',
};

export const MAYOR = 'Councillor Patience Oyelowe-Marsh';
export const HOUSING = 'Councillor Samir Goodacre';
export const CHILDREN = 'Councillor Yasmin Carrowby';
export const CHAIR = 'Councillor Lionel Pemberwick';
export const VICE_CHAIR = 'Councillor Stella Winterbourn';
export const MEMBER = 'Councillor Pearl Abernyte';

// 1 July, the second committee. One blank is missing where the clerk typed fast: what was published stays as it was.
export const DISCUSSED = `Background: Officers presented the report, with what Cabinet decided and what the first committee said. The Ombudsman was satisfied with what the council did, and has closed the complaint.

Discussion: Members raised the following, and officers answered. What was learntwas shared, and services talk to each other more than they did.`;

// Who asked, what, who answered, what.
export const RAISED = [
  [MEMBER, 'Were members involved?', 'The Director of Housing', 'No member had a part in what the complaint was about.'],
  [VICE_CHAIR, 'How does the council reach people who are hard to reach, under the law on homelessness?', 'The Director of Housing',
    'Officers step in early to resolve things. The law defines when somebody is homeless intentionally, and that was applied.'],
  [MEMBER, 'Why was there no red flag that would have led one service to the other?', "The Director of Children's Services",
    'The two services have to act jointly and not one after the other. Each household gets a personal housing plan. The family did not want to engage; more could still have been done by the council. As a unitary authority it has both services in one house.'],
  [VICE_CHAIR, 'Can it happen again?', 'The Director of Housing',
    'The risk cannot be ruled out altogether. What was learnt has gone round the council, and to other authorities through the housing group of the county. The council does it in another way now: temporary accommodation is offered for longer, and there is one more layer of governance, a joint panel of colleagues of both services.'],
];

// 22 July, Council.
export const IN_COUNCIL = `Background: Cabinet considered the report on 4 May 2021, the ${YOUNG} on 9 June 2021, and the ${CORPORATE} on 1 July 2021. What both committees said stands in sections 4 and 5 of the report.

Discussion: The Deputy Leader, who holds the portfolio for housing, proposed what the report recommends. The portfolio holder for children's services, who is the lead member for children by law, supported it.`;

export const MOTION = `a) Council notes the comments of the ${YOUNG} and of the ${CORPORATE}, in sections 4 and 5 of the report.
b) Council notes the update in section 6 of the report and the Ombudsman's report, which is Appendix A.`;
