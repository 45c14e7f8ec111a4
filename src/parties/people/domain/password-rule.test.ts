import { describe, expect, it } from 'vitest';
import { passwordFaults } from './password-rule.ts';

const codes = (password: string) => passwordFaults(password, 'password').map((fault) => fault.code);

describe('a new password', () => {
  it('is accepted with ten characters of three kinds', () => {
    expect(codes('Ab34567890')).toEqual([]);
    expect(codes('ab-4567890')).toEqual([]);
  });

  it('is refused when short or of two kinds only', () => {
    expect(codes('Ab3456789')).toEqual(['password.too-short']);
    expect(codes('ab34567890')).toEqual(['password.too-simple']);
  });

  it('names the field it was typed into', () => {
    expect(passwordFaults('', 'next').every((fault) => fault.path === 'next')).toBe(true);
  });
});
