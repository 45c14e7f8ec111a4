import { describe, expect, it } from 'vitest';
import { type Colleague, handedOver, maySign, someoneMaySign } from './colleague-rule.ts';

const colleague = (accountId: string, over: Partial<Colleague> = {}): Colleague => ({
  accountId,
  roles: ['enterprise', 'enterprise-manager'],
  opened: true,
  disabled: false,
  ...over,
});

describe('who can sign for an enterprise', () => {
  it.each([
    ['a manager whose account is in use', {}, true],
    ['nobody with a manager’s account that was never opened', { opened: false }, false],
    ['nobody with a disabled one', { disabled: true }, false],
    ['nobody of the staff', { roles: ['enterprise'] as const }, false],
    ['nobody without a role', { roles: [] }, false],
  ])('is %s', (_, over, expected) => expect(maySign(colleague('a', over))).toBe(expected));

  it('is somebody as long as one manager is left, whatever becomes of the others', () => {
    const [first, second] = [colleague('a'), colleague('b')];
    const gone = colleague('a', { disabled: true });
    expect(someoneMaySign([first, second], [gone])).toBe(true);
    expect(someoneMaySign([first, colleague('b', { opened: false })], [gone])).toBe(false);
    expect(someoneMaySign([first], [colleague('a', { roles: ['enterprise'] })])).toBe(false);
  });
});

describe('handing the manager’s role over', () => {
  it('takes it from one and gives it to the other', () => {
    expect(handedOver(['enterprise', 'enterprise-manager'], ['enterprise'])).toEqual({
      from: ['enterprise'],
      to: ['enterprise', 'enterprise-manager'],
    });
  });
  it('leaves nobody without a role, and gives none twice', () => {
    expect(handedOver(['enterprise-manager'], ['enterprise-manager'])).toEqual({
      from: ['enterprise'],
      to: ['enterprise-manager'],
    });
  });
});
