import type { Scheme } from '#process/campaign/domain/scheme.ts';
import type { ClassName } from '../classification.contract.ts';

/** The classes of a scheme as pages name and colour them, in the scheme's order. */
export const classNames = ({ classes }: Scheme): ClassName[] =>
  classes.map(({ code, name, colour, meaning }) => ({ code, name, colour, meaning }));
