import { randomBytes } from 'node:crypto';
import { systemActor } from '#parties/access/server/open-request.ts';
import { issueFirstAdministratorLink } from '#parties/people/server/first-administrator-link.ts';
import { foundCity } from '#process/campaign/server/found-city.ts';
import { readScheme } from '#process/campaign/server/read-scheme.ts';
import { citiesOf } from './application.ts';
import { makeDemonstration } from './demonstration/make-demonstration.ts';
import type { Instance } from './instance.ts';
import type { Progress } from './progress-page.ts';
import type { ServeOptions } from './serve-options.ts';

/** The scheme that ships; its city's division code is the city's key. */
const SHIPPED = { scheme: 'panzhihua-2009', cityId: 510400, name: '攀枝花市' };

const hasAdministrator = async ({ database }: Instance, cityId: number): Promise<boolean> =>
  (
    await database.owner.query(`select 1 from accounts where city_id = $1 and 'administrator' = any(roles) limit 1`, [
      cityId,
    ])
  ).rows.length > 0;

/**
 * Makes sure that there is a city: a demonstration, or with `--empty` a real one with a one-time link for its first
 * administrator; takes up a demonstration again that was interrupted. Returns what the operator is told.
 */
export const settleCity = async (
  instance: Instance,
  options: ServeOptions,
  address: string,
  onProgress: (progress: Progress) => void,
): Promise<readonly string[]> => {
  const [city] = await citiesOf(instance.database.app);
  const cityId = city?.city_id ?? SHIPPED.cityId;
  instance.app.useCity(cityId);
  if (!city && !options.empty) {
    return makeDemonstration(
      instance,
      { cityId, name: SHIPPED.name, scheme: SHIPPED.scheme, enterprises: options.enterprises, seed: options.seed },
      onProgress,
    );
  }
  if (city?.demonstration) {
    if (city.demonstration_ready) return ['  演示数据 Demonstration data'];
    return makeDemonstration(
      instance,
      { cityId, name: city.name, scheme: city.scheme_id, enterprises: options.enterprises, seed: options.seed },
      onProgress,
    );
  }
  if (!city) {
    const founded = await instance.app.runner.runAs(systemActor(cityId), foundCity, {
      cityId,
      name: SHIPPED.name,
      folder: await readScheme(SHIPPED.scheme),
      demonstrationDate: null,
    });
    if (!founded.ok) throw new Error(`the city could not be founded: ${JSON.stringify(founded.error)}`);
  }
  if (await hasAdministrator(instance, cityId)) return [];
  const token = randomBytes(24).toString('base64url');
  const issued = await instance.app.runner.runAs(systemActor(cityId), issueFirstAdministratorLink, { token });
  if (!issued.ok) throw new Error(`no link for the first administrator: ${JSON.stringify(issued.error)}`);
  return [
    '  请用此一次性链接建立第一个管理员（24 小时内有效） One-time link that creates the first administrator (24 hours):',
    `  ${address}/first-administrator?token=${token}`,
  ];
};
