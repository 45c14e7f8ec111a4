/** 近三年: the calendar years that the accident table asks about; `startsOn` is the first day of the campaign, whose year is the last one. */
export const accidentYears = (startsOn: string): readonly number[] => {
  const year = Number(startsOn.slice(0, 4));
  return [year - 2, year - 1, year];
};
