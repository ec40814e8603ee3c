// A report that an officer writes at the desk: its kind, its text, who clears it, and the paper that it becomes.

import { choice } from './words.mjs';

const ONLY_CLEARANCE = 'Monitoring officer';

// The administrator settles what every report for members has, and that the monitoring officer clears it.
export async function reportKind(people, site, sections) {
  const admin = await people.as(site, 'admin');
  await admin.does('/desk/report-kinds/keep', { name: 'Report to members', sections, stages: `${ONLY_CLEARANCE}: 2`, margin: '1', holds_for: '', asks_again: 'of_substance' });
  await admin.leave();
}

// The author begins a report for an item and writes it; gives its address.
export async function written(author, item, title, text) {
  const kind = await choice(author, '/desk/reports/begin', 'kind', 'Report to members');
  const report = await author.does('/desk/reports/begin', { kind, title, item: item.split('/').pop() });
  await author.does(`${report}/write`, { source: 'typed', text });
  return report;
}

// It is sent, cleared, and finished: from then on it is a paper of the item.
export async function cleared(author, monitoring, report) {
  await author.does(`${report}/send`, { substance: 'yes' });
  await monitoring.does(`${report}/clear`, { post: ONLY_CLEARANCE, outcome: 'cleared' });
  await author.does(`${report}/finish`);
}
