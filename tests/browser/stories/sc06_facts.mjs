// What SC-06 is told with: ten recommendations, and one clause that the decision and the minutes have in different words.

export const BEFORE = 'Old Thornmere County Council';
export const SCRUTINY = 'Children and Families Overview and Scrutiny Committee';
export const BOARD = 'Health and Wellbeing Board';
export const ITEM = '/meetings/2019-10-01-cabinet/items/59';
export const MINUTE = 'Cabinet, 1 October 2019, minute 59';

// One post, as the papers of one meeting call it.
export const POST = 'Service director';
export const OTHER_NAMES = ['Executive Director for People', 'Director of People Services'];

// Five for the young person, five for everybody.
export const TEN = [
  ['personal', 'apology', 'Apologise for the delay'],
  ['personal', 'payment', 'Pay for the lost support', '1500'],
  ['personal', 'payment_distress', 'Pay for the distress', '500'],
  ['personal', 'payment_distress', 'Pay for the time that it took', '250'],
  ['personal', 'service', 'Make the pathway plan'],
  ['service_improvement', 'policy', 'Write down who arranges support'],
  ['service_improvement', 'training', 'Train the panel'],
  ['service_improvement', 'review', 'Review the waiting list'],
  ['service_improvement', 'information', 'Tell care leavers what they may ask for'],
  ['service_improvement', 'review', 'Look at the earlier cases again'],
];

const COMMON = `(a) That the ten recommendations be accepted.
(b) That the actions of the Executive Director for People be approved.
(c) That the Director of People Services commission a review of eight earlier cases.`;
const D = '(d) That the Director of People Services report progress to';

export const DECIDED = `RESOLVED\n${COMMON}\n${D} the ${SCRUTINY} and the ${BOARD}.`;
export const MINUTED = `The Leader presented the report.\n\nRESOLVED\n\n${COMMON.replaceAll('\n', '\n\n')}\n\n${D} the ${BOARD}.`;

// Who is asked to do what, as the clerk types it; a post is typed by whichever of its names.
export const TASKS = `(b); Executive Director for People; carry out the actions\n(d); ${SCRUTINY}; hear of progress\n(d); ${BOARD}; hear the first report; 30 October 2019`;
