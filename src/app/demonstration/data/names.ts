import type { Random } from './random.ts';

/** Invented words only: no person, firm or mine of the city is meant. */
const FIRST = '岚砚澜黛霁汀麓烁沁沐沅泓淳煦昱昕榕樟枫栖';
const SECOND = '溪垣岑砺曜湛淼桦椿柘禾屿峪岫崖磊垒壑嵘原';
const THIRD = '兴泰盛元和成安润达丰恒信';

const SURNAMES = '乔柏桑祁卓褚裘郁蔺冉邬应阮滕闵岑商翟娄景骆苗凌向';
const GIVEN_FIRST = '思明文立景国永志春建德远清启承维广';
const GIVEN_SECOND = '川岩林平宁诚刚敏辉洁松云峰玲强芳海';

const from = (random: Random, letters: string): string => random.pick([...letters]);

export const personName = (random: Random): string =>
  from(random, SURNAMES) + (random.chance(0.7) ? from(random, GIVEN_FIRST) : '') + from(random, GIVEN_SECOND);

/** Gives each enterprise a trade name (字号) of its own; two letters while they last, then three. */
export const tradeNames = (random: Random): (() => string) => {
  const pairs = random.shuffled([...FIRST].flatMap((first) => [...SECOND].map((second) => first + second)));
  const thirds = random.shuffled([...THIRD]);
  let given = 0;
  return () => {
    const round = Math.floor(given / pairs.length);
    const pair = pairs[given % pairs.length] ?? '';
    given += 1;
    if (round === 0) return pair;
    if (round <= thirds.length) return pair + thirds[round - 1];
    return `${pair}${given}`;
  };
};

/** A telephone that nobody has: no number of the city begins with 0. */
export const phoneNumber = (random: Random): string => `0812-0${String(random.between(0, 999_999)).padStart(6, '0')}`;

/** A field or village name, invented. */
export const placeName = (random: Random): string =>
  random.pick(['大', '小', '石', '黑', '白', '红', '老', '新', '双', '云']) +
  random.pick(['梁', '坪', '箐', '岩', '湾', '坡', '坝', '垭', '沟', '岭']) +
  random.pick(['子', '头', '脚', '上', '坎', '口', '']);
