import type { Scheme } from '#process/campaign/domain/scheme.ts';

/** The classes of a scheme as pages show them. */
export const schemeClasses = (scheme: Scheme) =>
  scheme.classes.map(({ code, name, colour, meaning }) => ({ code, name, colour, meaning }));
