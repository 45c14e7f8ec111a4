import { describe, expect, it } from 'vitest';
import { entryStateAfter } from './notice.ts';

describe('a row under public notice', () => {
  it('is cleared when the window closes without an objection', () => {
    expect(entryStateAfter('closed', [])).toBe('cleared');
    expect(entryStateAfter('open', [])).toBe('open');
  });
  it('waits beyond the window for an objection that is not ruled on', () => {
    expect(entryStateAfter('closed', ['received'])).toBe('open');
    expect(entryStateAfter('closed', ['dismissed', 'received'])).toBe('open');
  });
  it('is cleared once every objection is dismissed and the window is closed, not before', () => {
    expect(entryStateAfter('closed', ['dismissed', 'dismissed'])).toBe('cleared');
    expect(entryStateAfter('open', ['dismissed'])).toBe('open');
  });
  it('is taken off by one upheld objection, whatever the others say and while the window is open too', () => {
    expect(entryStateAfter('open', ['upheld'])).toBe('upheld');
    expect(entryStateAfter('closed', ['dismissed', 'upheld', 'received'])).toBe('upheld');
  });
});
