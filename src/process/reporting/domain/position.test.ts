import { describe, expect, it } from 'vitest';
import { groupings, isSubmitted, listOf, positions } from './position.ts';

describe('the positions of units', () => {
  it('count as submitted from the queue of the review on', () => {
    expect(positions.filter((position) => !isSubmitted(position))).toEqual([
      'not-started',
      'draft',
      'to-sign',
      'returned',
      'not-assessed',
    ]);
  });
  it('lead to the list that they count, filtered as far as the list can', () => {
    expect(listOf('draft', 'body', 'division-coal')).toBe('/declarations?state=draft&bodyId=division-coal');
    expect(listOf('decided', 'division', '510402')).toBe('/decisions?division=510402');
    expect(listOf('settling', 'industry', 'coal-mine')).toBe('/verifications?industry=coal-mine');
    expect(listOf('draft', 'division', '510402')).toBe('/roster?state=draft&division=510402');
    expect(listOf('pending', 'body', 'vt-park')).toBe('/reviews?state=pending&bodyId=vt-park');
    expect(listOf('pending', 'industry', '')).toBe('/reviews?state=pending');
  });
  it('all lead somewhere', () => {
    for (const position of positions)
      for (const grouping of groupings) expect(listOf(position, grouping, 'x')).toMatch(/^\/[a-z]/);
  });
});
