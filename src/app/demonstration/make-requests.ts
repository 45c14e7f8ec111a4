import { Readable } from 'node:stream';
import type { UploadInput } from '#platform/http/routes.ts';
import type { requestsContract } from '#process/declaration/requests.contract.ts';
import { askExtension } from '#process/declaration/server/requests/ask-extension.ts';
import { claimNotAssessed } from '#process/declaration/server/requests/claim-not-assessed.ts';
import { decideRequest } from '#process/declaration/server/requests/decide-request.ts';
import { reinstate } from '#process/declaration/server/requests/reinstate.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { type People, personOf } from './accounts.ts';
import type { MadeFile } from './data/evidence-files.ts';
import { receivingBodies } from './data/officers.ts';
import { at } from './days.ts';
import type { Steps } from './steps.ts';
import type { MakingUnit } from './units.ts';

type Course = (making: Making, unit: MakingUnit) => Promise<void>;

interface Making {
  readonly steps: Steps;
  readonly files: BlobStore;
  readonly proof: MadeFile;
  readonly people: People;
}

const clerkOf = ({ people }: Making, { enterprise }: MakingUnit) =>
  personOf(people, enterprise.creditCode.toLowerCase());
const officerOf = ({ people }: Making, { bodyId }: MakingUnit) =>
  personOf(people, `${receivingBodies[bodyId]}-chushen1`);

const claim = async (making: Making, unit: MakingUnit, fields: Readonly<Record<string, string>>, day: string) => {
  const { fileName, mediaType, bytes } = making.proof;
  const input = (): UploadInput<typeof requestsContract.claimNotAssessed> => ({
    params: { declarationId: unit.declarationId },
    query: undefined,
    body: {
      fileName,
      mediaType,
      fields,
      stream: Object.assign(Readable.from([Buffer.from(bytes)]), { toJSON: () => fileName }),
    },
  });
  const key = `unit/${unit.key}/claim`;
  const { requestId } = await making.steps.step(
    key,
    clerkOf(making, unit),
    claimNotAssessed(making.files),
    input,
    at(day, 9, 40),
  );
  return requestId;
};

const extension = async (making: Making, unit: MakingUnit, reason: string): Promise<string> => {
  const body = { until: '2026-11-10', reason };
  const input = { params: { declarationId: unit.declarationId }, query: undefined, body };
  const key = `unit/${unit.key}/extension`;
  const { requestId } = await making.steps.step(
    key,
    clerkOf(making, unit),
    askExtension,
    input,
    at('2026-10-28', 10, 5),
  );
  return requestId;
};

const decide = (making: Making, unit: MakingUnit, requestId: string, grant: boolean, reason: string, day: string) =>
  making.steps.step(
    `unit/${unit.key}/decision`,
    officerOf(making, unit),
    decideRequest,
    { params: { requestId }, query: undefined, body: { grant, reason } },
    at(day, 15, 20),
  );

const stopped = {
  ground: 'stopped',
  since: '2026-03-02',
  explanation: '产品滞销，3 月起全线停产，设备已断电封存，留守 2 人值班。',
};
const building = {
  ground: 'under-construction',
  since: '2026-06-15',
  explanation: '老厂区拆除，新生产线在建，尚未竣工验收。',
};

/** One unit after the other gets the next of these. */
const courses: readonly Course[] = [
  async (making, unit) => {
    await claim(making, unit, building, '2026-11-20');
  },
  async (making, unit) => {
    const requestId = await claim(making, unit, stopped, '2026-11-09');
    await decide(making, unit, requestId, true, '11月11日现场核实，确已停产，留守值班符合要求。', '2026-11-11');
  },
  async (making, unit) => {
    const requestId = await extension(making, unit, '主要设备大修，现场整改照片要到 11 月上旬才能补齐。');
    await decide(making, unit, requestId, true, '情况属实，同意延期。', '2026-10-29');
  },
  async (making, unit) => {
    const requestId = await extension(making, unit, '安全员外出培训。');
    await decide(making, unit, requestId, false, '可由其他人员填报，按期报送。', '2026-10-29');
  },
  async (making, unit) => {
    const requestId = await claim(making, unit, stopped, '2026-11-05');
    await decide(making, unit, requestId, true, '核实属实。', '2026-11-06');
    await making.steps.step(
      `unit/${unit.key}/reinstatement`,
      officerOf(making, unit),
      reinstate,
      { params: { requestId }, query: undefined, body: { reason: '11月18日复产，恢复评估。', until: '2026-11-27' } },
      at('2026-11-19', 11),
    );
  },
];

/** Units of these industries are not shown to visitors of the demonstration while they are being filled in. */
const QUIET: readonly string[] = ['machinery', 'building-materials'];

/** Bodies whose units may submit until the end of November anyway. */
const HAS_MORE_TIME: readonly string[] = ['bureau-miyi', 'bureau-yanbian'];

/** 延期 and 不列入评估 for a few units that are being filled in: pending, granted, refused, and taken in again. */
export const makeRequests = async (
  steps: Steps,
  files: BlobStore,
  made: readonly MadeFile[],
  people: People,
  units: readonly MakingUnit[],
): Promise<void> => {
  const proof = made.find(({ mediaType }) => mediaType === 'application/pdf');
  if (!proof) throw new Error('no evidence file is a PDF');
  const making = { steps, files, proof, people };
  const drafts = units.filter(
    ({ goal, unit, bodyId }) =>
      goal === 'draft-begun' && QUIET.includes(unit.industry) && !HAS_MORE_TIME.includes(bodyId),
  );
  await steps.inTurn('延期和不列入评估 Extensions and exemptions', drafts.slice(0, courses.length), (unit) =>
    courses[drafts.indexOf(unit)]!(making, unit),
  );
};
