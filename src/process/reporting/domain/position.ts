/** Where a unit stands in a campaign, in the order of the process; each unit stands in one place. */
export const positions = [
  'not-started',
  'draft',
  'to-sign',
  'returned',
  'not-assessed',
  'pending',
  'reviewing',
  'proposed',
  'signed',
  'sent',
  'to-draw',
  'settling',
  'settled',
  'in-notice',
  'cleared',
  'decided',
] as const;
export type Position = (typeof positions)[number];

/** From here on the enterprise has done its part. */
export const isSubmitted = (position: Position): boolean => positions.indexOf(position) >= positions.indexOf('pending');

/** What the figures of a group are counted for. */
export const groupings = ['body', 'industry', 'division'] as const;
export type Grouping = (typeof groupings)[number];

const grouped = (grouping: Grouping, code: string): string =>
  ({ body: `bodyId=${code}`, industry: `industry=${code}`, division: '' })[grouping];

const address = (path: string, ...filters: readonly string[]): string => {
  const query = filters.filter((filter) => filter !== '').join('&');
  return query === '' ? path : `${path}?${query}`;
};

/** The list that a figure counts; `code` is empty for the whole city. */
export const listOf = (position: Position, grouping: Grouping, code: string): string => {
  const own = code === '' ? '' : grouped(grouping, code);
  switch (position) {
    case 'not-started':
    case 'draft':
    case 'to-sign':
    case 'returned':
    case 'not-assessed':
      // The roster knows divisions, the list of declarations knows who receives them.
      return grouping === 'division' && code !== ''
        ? `/roster?state=${position}&division=${code}`
        : address('/declarations', `state=${position}`, own);
    case 'pending':
    case 'reviewing':
    case 'proposed':
    case 'signed':
      return address('/reviews', `state=${position}`, own);
    case 'sent':
      return '/batches?state=sent';
    case 'to-draw':
      return '/draws';
    case 'settling':
      return address('/verifications', grouping === 'industry' ? own : '');
    case 'settled':
    case 'in-notice':
      return '/notices';
    case 'cleared':
      return '/adoptions';
    case 'decided':
      return address('/decisions', grouping === 'body' || code === '' ? '' : `${grouping}=${code}`);
  }
};
