import { Readable } from 'node:stream';
import type { Actor } from '#parties/access/domain/roles.ts';
import { sql } from '#platform/db/sql.ts';
import { ROSTER_SHEET, type RosterKey, rosterColumns } from '#process/campaign/domain/roster/columns.ts';
import { changePhaseDates } from '#process/campaign/server/change-phase-dates.ts';
import { foundCity } from '#process/campaign/server/found-city.ts';
import { openCampaign } from '#process/campaign/server/open-campaign.ts';
import { readScheme } from '#process/campaign/server/read-scheme.ts';
import { previewRoster } from '#process/campaign/server/roster/preview-roster.ts';
import { confirmRoster } from '#process/campaign/server/roster/settle-import.ts';
import { writeWorkbook } from '#support/documents/xlsx/write-workbook.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import type { MadeEnterprise } from './data/enterprises.ts';
import { at, DEMONSTRATION_DAY, days } from './days.ts';
import type { Steps } from './steps.ts';

const CAMPAIGN = '2026年度工矿企业安全生产现状评估及分类监管';
/** As many rows as one roster file may have. */
const ROWS_AT_ONCE = 10_000;

/** The city with its scheme and editions, once. */
export const makeCity = async (
  steps: Steps,
  city: { readonly name: string; readonly scheme: string },
): Promise<void> => {
  const { cityId } = steps.city;
  const there = await steps.read((reader) => reader.row(sql`select 1 from cities where city_id = ${cityId}`));
  if (there) return;
  const folder = await readScheme(city.scheme);
  const input = { cityId, name: city.name, folder, demonstrationDate: DEMONSTRATION_DAY };
  await steps.act(steps.city, foundCity, input, at(days.accounts, 8));
};

/** Dates that differ from the scheme's, each with the reason for which the office changed them. */
const changes = [
  {
    phase: 'spot-check',
    bodyId: '*',
    industry: '*',
    from: '2026-10-15',
    to: '2026-12-11',
    reason: '首批初审名单提前报齐，分批抽查核定。',
  },
  {
    phase: 'public-notice',
    bodyId: '*',
    industry: '*',
    from: '2026-11-09',
    to: '2026-12-21',
    reason: '分批公示：抽查核定一批，公示一批。',
  },
  {
    phase: 'adoption',
    bodyId: '*',
    industry: '*',
    from: '2026-11-19',
    to: '2026-12-31',
    reason: '公示无异议的先行认定，分批印发名单。',
  },
  {
    phase: 'self-assessment',
    bodyId: 'bureau-miyi',
    industry: '*',
    from: '2026-09-01',
    to: '2026-11-30',
    reason: '米易县九月下旬持续强降雨，部分矿山停产撤人，自评申报延期一个月。',
  },
  {
    phase: 'self-assessment',
    bodyId: 'bureau-yanbian',
    industry: '*',
    from: '2026-09-01',
    to: '2026-11-30',
    reason: '盐边县九月下旬持续强降雨，部分矿山停产撤人，自评申报延期一个月。',
  },
  {
    phase: 'self-assessment',
    bodyId: '*',
    industry: 'coal-mine',
    from: '2026-09-01',
    to: '2026-11-27',
    reason: '煤矿停产检修期集中在十月，自评申报相应顺延。',
  },
] as const;

export const makeCampaign = async (steps: Steps, office: Actor): Promise<string> => {
  const { step, read, city } = steps;
  const body = { name: CAMPAIGN, startsOn: days.campaign };
  const { campaignId } = await step(
    'campaign/open',
    office,
    openCampaign,
    { params: undefined, query: undefined, body },
    at(days.campaign, 9),
  );
  const rows = await read((reader) =>
    reader.rows<{ phase: string; startsOn: string; endsOn: string }>(sql`
      select phase, starts_on as "startsOn", ends_on as "endsOn" from phase_dates
      where city_id = ${city.cityId} and campaign_id = ${campaignId} and body_id = '*' and industry = '*'`),
  );
  for (const [index, { phase, bodyId, industry, from, to, reason }] of changes.entries()) {
    const row = rows.find((one) => one.phase === phase);
    const isGeneral = bodyId === '*' && industry === '*';
    const base = isGeneral && row ? { startsOn: row.startsOn, endsOn: row.endsOn } : null;
    const dates = { startsOn: from, endsOn: to };
    const change = { phase, bodyId, industry, dates, base, reason };
    await step(
      `campaign/dates-${index}`,
      office,
      changePhaseDates,
      { params: { campaignId }, query: undefined, body: change },
      at(days.datesChanged, 10 + index),
    );
  }
  return campaignId;
};

interface Line {
  readonly enterprise: MadeEnterprise;
  readonly unitName: string;
  readonly industry: string;
}

const cellsOf = (
  scheme: {
    industries: readonly { code: string; name: string }[];
    affiliations: readonly { code: string; name: string }[];
  },
  { enterprise, unitName, industry }: Line,
): Readonly<Record<RosterKey, string>> => {
  const nameIn = (list: readonly { code: string; name: string }[], code: string) =>
    list.find((one) => one.code === code)?.name ?? code;
  return {
    enterpriseName: enterprise.name,
    creditCode: enterprise.creditCode,
    unitName,
    industry: nameIn(scheme.industries, industry),
    division: enterprise.place.divisionName,
    body: enterprise.place.bodyId,
    affiliation: nameIn(scheme.affiliations, enterprise.affiliation),
    address: enterprise.address,
    legalRepresentative: enterprise.legalRepresentative,
    contactName: enterprise.contactName,
    contactPhone: enterprise.contactPhone,
  };
};

/** The workbook as the office would have it, read and confirmed like any other. */
export const makeRoster = async (
  steps: Steps,
  files: BlobStore,
  office: Actor,
  campaignId: string,
  enterprises: readonly MadeEnterprise[],
  schemeId: string,
): Promise<void> => {
  const { scheme } = await readScheme(schemeId);
  const lines = enterprises.flatMap((enterprise): Line[] =>
    enterprise.units.map(({ name, industry }) => ({ enterprise, unitName: name, industry })),
  );
  for (let first = 0; first < lines.length; first += ROWS_AT_ONCE) {
    const part = Math.floor(first / ROWS_AT_ONCE) + 1;
    const rows = lines.slice(first, first + ROWS_AT_ONCE).map((line) => cellsOf(scheme, line));
    const bytes = await writeWorkbook({
      madeAt: at(days.roster, 8),
      sheets: [
        {
          name: ROSTER_SHEET,
          columns: rosterColumns.map(({ header, width }) => ({ header, width, kind: 'text' as const })),
          rows: rows.map((row) => rosterColumns.map(({ key }) => row[key])),
        },
      ],
    });
    const upload = () => ({
      params: { campaignId },
      query: undefined,
      body: {
        fileName: `企业名册${part}.xlsx`,
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        // What a stream looks like must not count in the digest of the input.
        stream: Object.assign(Readable.from([Buffer.from(bytes)]), { toJSON: () => part }),
        fields: {},
      },
    });
    const { importId, errorCount } = await steps.step(
      `roster/preview-${part}`,
      office,
      previewRoster(files),
      upload,
      at(days.roster, 9),
    );
    if (errorCount > 0) throw new Error(`the made-up roster has ${errorCount} errors: import ${importId}`);
    await steps.step(
      `roster/confirm-${part}`,
      office,
      confirmRoster,
      { params: { importId }, query: undefined, body: undefined },
      at(days.roster, 11),
    );
  }
};
