import { expect, it } from 'vitest';
import { smallEdition } from '../testing/small-edition.ts';
import { editionHash } from './edition-hash.ts';

it('an edition’s hash is this for ever', () => {
  expect(editionHash(smallEdition())).toBe('ca038ceaf08579cc4b3bc0d44d3b296580a866b97653b5ab851f8dfac80e5ff2');
});

it('the hash does not depend on the order of members or on white space, but on every member', () => {
  const edition = smallEdition();
  const turned = Object.fromEntries(Object.entries(edition).toReversed()) as unknown as typeof edition;
  expect(editionHash(turned)).toBe(editionHash(edition));
  expect(editionHash({ ...edition, notice: '示范' })).not.toBe(editionHash(edition));
});
