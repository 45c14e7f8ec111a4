import { describe, expect, it } from 'vitest';
import { passwordFaults } from './password.ts';

const codes = (password: string) => passwordFaults(password).map((fault) => fault.code);

describe('a new password', () => {
  it('is accepted with ten characters of three kinds', () => {
    expect(codes('Ab34567890')).toEqual([]);
    expect(codes('ab-4567890')).toEqual([]);
  });

  it('counts characters outside the basic plane as one each', () => {
    expect(codes('Ab1𠮷𠮷𠮷𠮷𠮷𠮷')).toEqual(['password.too-short']);
    expect(codes('Ab1𠮷𠮷𠮷𠮷𠮷𠮷𠮷')).toEqual([]);
  });

  it('is refused when short or of two kinds only, both faults at once', () => {
    expect(codes('Ab3456789')).toEqual(['password.too-short']);
    expect(codes('ab34567890')).toEqual(['password.too-simple']);
    expect(codes('abc')).toEqual(['password.too-short', 'password.too-simple']);
  });

  it('names the field it was typed into', () => {
    expect(passwordFaults('', 'next').every((fault) => fault.path === 'next')).toBe(true);
  });
});
