import type { Answer, Visitor, World } from '../../../../tests/world.ts';

export const PROOF = Buffer.from(`%PDF-1.7\n${'x'.repeat(100)}\nstartxref\n0\n%%EOF\n`);

/** What an endpoint answered. @throws unless it did what was asked */
export const done = ({ status, body }: Answer): Answer['body'] => {
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
};

interface Asking {
  readonly withProof?: boolean;
  /** In place of what the page would send. */
  readonly over?: Readonly<Record<string, unknown>>;
}

/** Asks for a change of the register as somebody at a browser, with a proof of its own. */
export const askForChange = async (
  visitor: Visitor,
  unitId: string,
  values: Readonly<Record<string, string>>,
  { withProof = true, over = {} }: Asking = {},
): Promise<Answer> => {
  const { unitVersion, enterpriseVersion } = done(await visitor.get(`/api/units/${unitId}/register`));
  const file = { name: '批复.pdf', type: 'application/pdf', bytes: PROOF };
  const proofId = withProof ? done(await visitor.upload('/api/register-change-proofs', file)).proofId : null;
  const versions = { baseUnitVersion: unitVersion, baseEnterpriseVersion: enterpriseVersion };
  const body = { values, reason: '股权划转', proofId, ...versions, ...over };
  return visitor.post(`/api/units/${unitId}/register-changes`, body);
};

/** Decides on a request as it stands, approving unless `over` says otherwise. */
export const decideOnChange = async (
  world: World,
  visitor: Visitor,
  changeId: string,
  over: Readonly<Record<string, unknown>> = {},
): Promise<Answer> => {
  const path = `/api/register-changes/${changeId}`;
  const { version } = done(await world.as('auditor').get(path));
  return visitor.post(`${path}/decision`, { baseVersion: version, decision: 'approve', ...over });
};
