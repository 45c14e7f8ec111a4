import { z } from 'zod';
import { isPlainDate } from '#lib/plain-date.ts';
import type { Params } from '#lib/result.ts';

type Add = (code: string, params?: Params) => void;

/** A schema over what a person typed; every fault has a code of its own, so that the wording can name the cure. */
const typed = <T>(read: (given: string, fault: Add) => T): z.ZodType<T | undefined, string | number | null> =>
  z.union([z.string(), z.number(), z.null()]).transform((given, ctx): T | undefined => {
    const text = given === null ? '' : String(given).trim();
    if (text === '') return undefined;
    let wrong = false;
    const value = read(text, (code, params) => {
      wrong = true;
      ctx.addIssue({ code: 'custom', message: code, params, input: given });
    });
    return wrong ? z.NEVER : value;
  });

const FULL_WIDTH = /[\uff10-\uff19\uff0e\uff0d\uff0b\uff0c]/;
const FULL_WIDTH_LETTER = /[\uff21-\uff3a\uff41-\uff5a]/;
const halfWidth = (text: string): string => text.normalize('NFKC');
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

const numberFault = (text: string, fault: Add): boolean => {
  if (FULL_WIDTH.test(text)) fault('registration.fullWidth', { halfWidth: halfWidth(text) });
  else if (/^[\d.]+[,，][\d,，.]*$/.test(text)) fault('registration.separators', { plain: text.replace(/[,，]/g, '') });
  else if (!NUMBER.test(text)) fault('registration.notANumber', { value: text.slice(0, 20) });
  else if (text.startsWith('-')) fault('registration.negative');
  else return false;
  return true;
};

/** A whole number from 0 to `max`. */
export const count = (max: number) =>
  typed((text, fault): number => {
    if (numberFault(text, fault)) return 0;
    if (/\.\d*[1-9]/.test(text)) fault('registration.notWhole', { whole: Math.round(Number(text)) });
    else if (Number(text) > max) fault('registration.tooLarge', { max });
    return Number(text);
  });

/** A number from `min` to `max` with up to `limit` decimals, as a text without superfluous zeros: `1234.5`. */
export const decimal = (limit: number, max: number, min = 0) =>
  typed((text, fault): string => {
    if (numberFault(text, fault)) return '';
    const [whole = '', places = ''] = text.replace(/^\+/, '').split('.');
    if (/[1-9]/.test(places.slice(limit))) fault('registration.tooManyDecimals', { limit });
    else if (Number(text) > max) fault('registration.tooLarge', { max });
    else if (Number(text) < min) fault('registration.tooSmall', { min });
    const kept = places.slice(0, limit).replace(/0+$/, '');
    return `${whole.replace(/^0+(?=\d)/, '')}${kept === '' ? '' : `.${kept}`}`;
  });

/** An amount in 万元 from 0 to `max` with up to two decimals. */
export const money = (max: number) => decimal(2, max);

/** Code of GB/T 4754, four digits: `0810`, `B0810`. */
export const industryClass = () =>
  typed((given, fault): string => {
    if (FULL_WIDTH.test(given) || FULL_WIDTH_LETTER.test(given))
      fault('registration.fullWidth', { halfWidth: halfWidth(given) });
    else if (!/^[A-Ta-t]?\d{4}$/.test(given)) fault('registration.industryClass');
    return given.toUpperCase();
  });

export const text = (max: number) =>
  typed((given, fault): string => {
    const length = [...given].length;
    if (length > max) fault('registration.tooLong', { max, length });
    if (!given.isWellFormed() || given.includes('\u0000')) fault('registration.badCharacter');
    return given;
  });

export const phone = () =>
  typed((given, fault): string => {
    if (FULL_WIDTH.test(given)) fault('registration.fullWidth', { halfWidth: halfWidth(given) });
    else if (!/^[0-9+() -]{7,20}$/.test(given)) fault('registration.phone');
    return given;
  });

export const email = () =>
  typed((given, fault): string => {
    if (given.length > 100 || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(given)) fault('registration.email');
    return given;
  });

/** A day that exists, written `YYYY-MM-DD`. */
export const day = () =>
  typed((given, fault): string => {
    if (FULL_WIDTH.test(given)) fault('registration.fullWidth', { halfWidth: halfWidth(given) });
    else if (!/^\d{4}-\d{2}-\d{2}$/.test(given)) fault('registration.dayForm');
    else if (!isPlainDate(given) || given < '1900-01-01') fault('registration.noSuchDay', { value: given });
    return given;
  });

export const choice = <const Option extends string>(options: readonly Option[]) =>
  typed((given, fault): Option => {
    if (!options.includes(given as Option)) fault('registration.notAChoice');
    return given as Option;
  });

export const yesNo = () =>
  z.union([z.boolean(), z.null()], { error: 'registration.notAChoice' }).transform((given) => given ?? undefined);

export const choices = (options: readonly string[]) =>
  z
    .array(z.string())
    .max(options.length)
    .transform((given, ctx) => {
      if (given.some((one) => !options.includes(one)))
        ctx.addIssue({ code: 'custom', message: 'registration.notAChoice', input: given });
      return options.filter((option) => given.includes(option));
    });
