import { describe, expect, it } from 'vitest';
import { deviceOf, differenceHash, distanceKm, placeOf, takenAtOf } from './picture-facts.ts';

describe('what a photograph says of itself', () => {
  it('is a time in the zone that it names, else in that of the enterprises', () => {
    expect(takenAtOf('2026:08:20 10:21:33', undefined)?.toISOString()).toBe('2026-08-20T02:21:33.000Z');
    expect(takenAtOf('2026:08:20 10:21:33', '+00:00')?.toISOString()).toBe('2026-08-20T10:21:33.000Z');
    expect(takenAtOf('2026:08:20 10:21:33', 'noon')?.toISOString()).toBe('2026-08-20T02:21:33.000Z');
  });

  it.each([
    '0000:00:00 00:00:00',
    '1970:01:01 00:00:00',
    '2026:13:40 10:00:00',
    '',
    'yesterday',
    20_260_820,
    undefined,
  ])('is no time where it makes none (%s)', (time) => {
    expect(takenAtOf(time, undefined)).toBeUndefined();
  });

  it('is a place on the earth or none', () => {
    expect(placeOf(26.58, 101.72)).toEqual({ latitude: 26.58, longitude: 101.72 });
    for (const [latitude, longitude] of [
      [0, 0],
      [91, 10],
      [Number.NaN, 10],
      [26.58, undefined],
      ['26', '101'],
    ])
      expect(placeOf(latitude, longitude)).toEqual({});
  });

  it('is a camera with its maker named once, without control characters', () => {
    expect(deviceOf('HUAWEI', 'ALN-AL00')).toBe('HUAWEI ALN-AL00');
    expect(deviceOf('Canon', 'Canon EOS 5D\0\0')).toBe('Canon EOS 5D');
    expect(deviceOf(undefined, ' ')).toBeUndefined();
  });
});

describe('the difference hash', () => {
  const picture = (at: (x: number, y: number) => number) =>
    Uint8Array.from({ length: 72 }, (_, index) => at(index % 9, Math.floor(index / 9)));

  it('tells falling from rising brightness, whatever the brightness is', () => {
    expect(differenceHash(picture((x) => 200 - x))).toBe('f'.repeat(16));
    expect(differenceHash(picture((x) => 20 + x))).toBe('0'.repeat(16));
    expect(differenceHash(picture((x, y) => (y === 7 ? 9 - x : x)))).toBe(`${'0'.repeat(14)}ff`);
    expect(() => differenceHash(new Uint8Array(64))).toThrow(RangeError);
  });
});

describe('the distance between two places', () => {
  it('is nothing for the same, and about what a map says', () => {
    const panzhihua = { latitude: 26.5823, longitude: 101.7187 };
    expect(distanceKm(panzhihua, panzhihua)).toBe(0);
    expect(distanceKm(panzhihua, { latitude: 30.5728, longitude: 104.0668 })).toBeCloseTo(500, -1);
    expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(Math.PI * 6371, 0);
  });
});
