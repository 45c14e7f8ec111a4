import { describe, expect, it } from 'vitest';
import { roles } from '#parties/access/domain/roles.ts';
import { shellPages, slicePages } from './pages.ts';

const pages = [...shellPages, ...slicePages];

describe('the pages of the client', () => {
  it('have one address each', () => {
    const paths = pages.map((page) => page.path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toContain('/');
  });

  it('are titled in every language', () => {
    expect(pages.filter((page) => page.title['zh-CN'] === '' || page.title.en === '')).toEqual([]);
  });

  it('stand in the navigation only without parts to be filled in, and in no place twice', () => {
    const shown = pages.filter((page) => page.nav !== undefined);
    expect(shown.filter((page) => page.path.includes('$'))).toEqual([]);
    const places = shown.map((page) => `${page.nav?.group} ${page.nav?.order}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('name roles that exist, at least one each', () => {
    const wrong = pages.filter(
      (page) =>
        typeof page.roles !== 'string' && (page.roles.length === 0 || page.roles.some((one) => !roles.includes(one))),
    );
    expect(wrong).toEqual([]);
  });

  it('all load', { timeout: 30_000 }, async () => {
    const components = await Promise.all(pages.map((page) => page.component()));
    expect(components.every((component) => typeof component === 'function')).toBe(true);
  });
});
