const DIGITS = '零一二三四五六七八九';

/** 1–99 as they stand in 第十二批; digits above. */
export const chineseOrdinal = (number: number): string => {
  if (number > 99) return String(number);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  if (tens === 0) return DIGITS.charAt(ones);
  return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${ones === 0 ? '' : DIGITS.charAt(ones)}`;
};
