// The agenda of the meeting of fourteen items, and what is said and decided there.

export const BODY = 'Homes and Families Committee';
export const SLUG = 'homes-and-families-committee';
// Seven members of the committee, the first in the chair, and one who comes in place of the last.
export const MEMBERS = [
  'Councillor Noreen Applegarth', 'Councillor Kwabena Littlemore', 'Councillor Giles Wetherstone', 'Councillor Jerome Tattershaw',
  'Councillor Lionel Pemberwick', 'Councillor Meera Thistlewood', 'Councillor Vincent Orrelby',
];

export const STANDING = {
  opening: 'Apologies for absence\nDeclarations of interest\nMinutes of the last meeting',
  public: 'Questions from the public',
};

// What is added between what stands on every agenda and the private part, in order: 5 to 12.
export const BUSINESS = [
  ['Repairs in towers', 'Report on repairs'],
  ['Homes for care leavers', 'Report on care leavers'],
  ['School buses', 'Report on school buses'],
  ['Damp and mould', 'Report on damp'],
  ['Allotments'],
  ['Play areas', 'Plan of play areas'],
  ['Warm rooms'],
  ['Work programme'],
];
export const EXCLUSION = 'Exclusion of the public';
export const PRIVATE = ['Offers for the depot', 'Offers received'];
export const NUMBERS = Array.from({ length: 14 }, (_, at) => String(at + 1));

export const QUESTION = 'Will the new bus cost families more?';
export const ANSWER = 'No. The price of a pass stays as it is.';
export const MOTION = '1. That the findings be accepted.\n2. That the plan be agreed.';
export const AMENDED = `${MOTION}\n3. That the committee be told each quarter.`;
export const DEFERRED = 'That the matter be deferred.';
export const REASONS = 'The findings are fair, and a plan was needed.';
export const OPTIONS = 'To keep the old routes: it does not answer the findings.';
export const SAID_IN_PRIVATE = 'The lowest offer came from Quillfeather.';
export const SECRETS = ['Quillfeather', 'depot', 'Offers received'];
