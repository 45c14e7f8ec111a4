import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql, toQuery } from '#platform/db/sql.ts';
import { createWorld, type World } from '../../../../../tests/world.ts';
import { campaignOf, type Declarant, declarantOf, fillIn, submitBody } from '../../testing/declarations.ts';
import { wholeRegistration } from '../../testing/whole-registration.ts';

let world: World;
let campaignId: string;
beforeAll(async () => {
  world = await createWorld();
  campaignId = await campaignOf(world);
});
afterAll(() => world.close());

const path = ({ declarationId }: Declarant) => `/api/declarations/${declarationId}`;
const read = async (declarant: Declarant) => (await declarant.visitor.get(path(declarant))).body;
const started = async (unit: Parameters<typeof declarantOf>[2] = {}) => {
  const declarant = await declarantOf(world, campaignId, unit);
  await declarant.visitor.post(`${path(declarant)}/start`);
  return declarant;
};
const put = (declarant: Declarant, baseVersion: number, fields: Record<string, unknown>) =>
  declarant.visitor.send('PUT', `${path(declarant)}/registration/fields`, { baseVersion, fields });
const auditOf = (declarant: Declarant) =>
  world.database.owner
    .query(
      toQuery(
        sql`select command from audit_entries where subject_id = ${declarant.declarationId} order by recorded_at desc limit 1`,
      ),
    )
    .then(({ rows }) => (rows[0] as { command: string }).command);

describe('fields of the form', () => {
  it('are saved one by one, with the day and version of each', async () => {
    const declarant = await started();
    expect((await put(declarant, 1, { staffCount: ' 12 ' })).body).toMatchObject({ registrationVersion: 2 });
    expect((await put(declarant, 1, { revenue: '0100.50' })).body).toMatchObject({ registrationVersion: 3 });
    const { registration, registrationSources } = await read(declarant);
    expect(registration).toMatchObject({ staffCount: 12, revenue: '100.5' });
    expect(registrationSources).toMatchObject({
      staffCount: { from: 'own', on: '2026-09-01', v: 2 },
      revenue: { from: 'own', on: '2026-09-01', v: 3 },
      address: { from: 'register', open: true },
    });
    expect(await auditOf(declarant)).toBe('declaration.save-registration-fields');
  });

  it('are taken away with null, and saved again without change they cost no version', async () => {
    const declarant = await started();
    await put(declarant, 1, { staffCount: 12, groupName: '某集团' });
    expect((await put(declarant, 2, { staffCount: 12 })).body).toMatchObject({ registrationVersion: 2 });
    expect((await put(declarant, 2, { groupName: null })).body).toMatchObject({ registrationVersion: 3 });
    expect((await read(declarant)).registration).not.toHaveProperty('groupName');
  });

  it('that two people change at once are both kept if they are different ones', async () => {
    const declarant = await started();
    await put(declarant, 1, { staffCount: 12 });
    expect((await put(declarant, 1, { revenue: '8' })).status).toBe(200);
    expect((await read(declarant)).registration).toMatchObject({ staffCount: 12, revenue: '8' });
  });

  it('that somebody else changed are refused with their present value, and nothing is saved', async () => {
    const declarant = await started();
    await put(declarant, 1, { staffCount: 12 });
    const refused = await put(declarant, 1, { staffCount: 13, revenue: '8' });
    expect([refused.status, refused.body.fault.code]).toEqual([409, 'registration.fieldsChanged']);
    expect(JSON.parse(refused.body.fault.params.current)).toEqual({ staffCount: { value: 12, v: 2 } });
    expect((await read(declarant)).registration).not.toHaveProperty('revenue');
    expect((await put(declarant, 2, { staffCount: 13 })).status).toBe(200);
  });

  it('are refused at the field or cell that is wrong', async () => {
    const declarant = await started();
    const refused = await put(declarant, 1, { staffCount: '１２', team: [{ name: '甲', phone: '1' }], noSuchField: 1 });
    expect(refused.status).toBe(422);
    expect(
      refused.body.fault.issues.map(({ path: at, code }: { path: string; code: string }) => `${at} ${code}`),
    ).toEqual(['staffCount registration.fullWidth', 'team.0.phone registration.phone', ' registration.wrongKind']);
  });

  it('are nobody else’s, and closed once the declaration is submitted', async () => {
    const [one, other] = [await started(), await started()];
    const foreign = await other.visitor.send('PUT', `${path(one)}/registration/fields`, { baseVersion: 1, fields: {} });
    expect([foreign.status, foreign.body.fault.code]).toEqual([404, 'input.noSuchRecord']);
    const late = await declarantOf(world, campaignId);
    await late.visitor.post(`${path(late)}/submissions`, submitBody(await fillIn(late)));
    expect((await put(late, 9, { staffCount: 1 })).body.fault.code).toBe('declaration.submittedAlready');
  });
});

describe('what was taken over', () => {
  it('waits for being looked at: confirmed by a click, or by being typed again', async () => {
    const declarant = await started();
    const confirm = await declarant.visitor.post(`${path(declarant)}/registration/confirmations`, {
      fields: ['address', 'legalRepresentative', 'revenue'],
    });
    expect(confirm.status).toBe(200);
    await put(declarant, 2, { contactPhone: '0812-3330000' });
    const { registrationSources } = await read(declarant);
    expect(registrationSources.address).toEqual({ from: 'register', on: '2026-09-01', v: 1 });
    expect(registrationSources.contactPhone).toEqual({ from: 'register', on: '2026-09-01', v: 1 });
    expect(await auditOf(declarant)).toBe('declaration.save-registration-fields');
  });

  it('keeps a declaration from being submitted until it was looked at', async () => {
    const declarant = await declarantOf(world, campaignId);
    const version = await fillIn(declarant);
    await world.database.owner.query(
      toQuery(sql`update declarations set registration_sources = jsonb_set(registration_sources, '{address}',
        '{"from": "earlier", "on": "2026-09-01", "v": 1, "open": true}') where declaration_id = ${declarant.declarationId}`),
    );
    const refused = await declarant.visitor.post(`${path(declarant)}/submissions`, submitBody(version));
    expect(refused.status).toBe(422);
    expect(refused.body.fault.issues).toEqual([{ path: 'registration.address', code: 'registration.unconfirmed' }]);
  });

  it('comes from another unit of the enterprise only as far as it is the enterprise’s', async () => {
    const sister = await started();
    await sister.visitor.send('PUT', `${path(sister)}/registration`, {
      baseVersion: 1,
      registration: wholeRegistration,
    });
    const other = await declarantOf(world, campaignId);
    const move = (table: 'units' | 'declarations') =>
      world.database.owner.query(
        toQuery(
          table === 'units'
            ? sql`update units set enterprise_id = ${sister.enterpriseId} where unit_id = ${other.unitId}`
            : sql`update declarations set enterprise_id = ${sister.enterpriseId} where declaration_id = ${other.declarationId}`,
        ),
      );
    await move('units');
    await move('declarations');
    await sister.visitor.post(`${path(other)}/start`);
    const { registration, registrationSources } = (await sister.visitor.get(path(other))).body;
    expect(registration).toMatchObject({ address: '东区某路 1 号', revenue: '8100', creditStatus: 'clear' });
    expect(registration).not.toHaveProperty('mainProducts');
    expect(registrationSources).toMatchObject({
      address: { from: 'register' },
      revenue: { from: 'sister', of: expect.stringContaining('一采区'), open: true },
    });
    const offers = (await sister.visitor.get(`${path(other)}/registration/offers`)).body.offers;
    expect(offers.map(({ from }: { from: string }) => from)).toEqual(['register', 'sister']);
  });

  it('comes from the last campaign of the same unit, without what is of the year alone', async () => {
    const earlier = await declarantOf(world, campaignId);
    const done = await earlier.visitor.post(`${path(earlier)}/submissions`, submitBody(await fillIn(earlier)));
    expect(done.status).toBe(200);
    const next = await campaignOf(world, '2027-08-20');
    const declarationId = crypto.randomUUID();
    await world.database.owner.query(
      toQuery(sql`insert into declarations (city_id, declaration_id, campaign_id, unit_id, enterprise_id, industry, edition_hash, changed_at)
        select d.city_id, ${declarationId}, ${next}, d.unit_id, d.enterprise_id, d.industry, d.edition_hash, d.changed_at
        from declarations d where d.declaration_id = ${earlier.declarationId}`),
    );
    const declarant = { ...earlier, declarationId };
    await declarant.visitor.post(`${path(declarant)}/start`);
    const { registration, registrationSources } = await read(declarant);
    expect(registration).toMatchObject({
      mainProducts: '钒钛磁铁矿',
      team: wholeRegistration.team,
      address: '东区某路 1 号',
    });
    for (const gone of ['assessedFrom', 'classWanted', 'agreement', 'nature'])
      expect(registration).not.toHaveProperty(gone);
    expect(registrationSources.mainProducts).toMatchObject({ from: 'earlier', of: '评估 2026-08-20', open: true });

    // Taken over again after it was changed here.
    const changed = await put(declarant, 1, { mainProducts: '石灰石' });
    const taken = await declarant.visitor.post(`${path(declarant)}/registration/takings`, {
      baseVersion: changed.body.registrationVersion,
      offer: 'earlier',
      fields: ['mainProducts'],
    });
    expect(taken.body).toMatchObject({ registrationVersion: 3 });
    expect((await read(declarant)).registration.mainProducts).toBe('钒钛磁铁矿');
    const none = await declarant.visitor.post(`${path(declarant)}/registration/takings`, {
      baseVersion: 3,
      offer: 'nobody',
      fields: ['mainProducts'],
    });
    expect([none.status, none.body.fault.code]).toEqual([409, 'registration.noSuchOffer']);
  });
});

describe('what the unit does not have', () => {
  it('stays in the working copy and is not handed in', async () => {
    const declarant = await declarantOf(world, campaignId);
    const done = await declarant.visitor.post(`${path(declarant)}/submissions`, submitBody(await fillIn(declarant)));
    const submission = (await declarant.visitor.get(`/api/submissions/${done.body.submissionId}`)).body;
    expect(submission.registration).toMatchObject({ miningMethod: 'opencast', slopeHeight: '80' });
    expect(submission.registration).not.toHaveProperty('pondGrade');
    expect((await read(declarant)).registration).toHaveProperty('pondGrade');
  });
});

describe('the township’s opinion', () => {
  it('is asked for where the scheme of the campaign does, and goes along', async () => {
    const asked = await campaignOf(world, '2026-08-19');
    await world.database.owner.query(
      toQuery(sql`with asking as (insert into schemes (city_id, scheme_hash, scheme_id, title, content, published_at)
          select s.city_id, 'asks-the-township', s.scheme_id, s.title, jsonb_set(s.content, '{registration,townshipOpinion,value}', 'true'), s.published_at
          from schemes s join campaigns c on c.city_id = s.city_id and c.scheme_hash = s.scheme_hash where c.campaign_id = ${asked} returning scheme_hash)
        update campaigns set scheme_hash = (select scheme_hash from asking) where campaign_id = ${asked}`),
    );
    const declarant = await declarantOf(world, asked);
    const version = await fillIn(declarant);
    const refused = await declarant.visitor.post(`${path(declarant)}/submissions`, submitBody(version));
    expect(refused.body.fault.issues.map(({ path: at }: { path: string }) => at)).toEqual([
      'registration.townshipOpinion',
      'registration.townshipOffice',
      'registration.townshipSigner',
      'registration.townshipOn',
    ]);
    const { registrationVersion } = await read(declarant);
    const saved = await put(declarant, registrationVersion, {
      townshipOpinion: '情况属实，同意报送。',
      townshipOffice: '某街道办事处',
      townshipSigner: '吴某',
      townshipOn: '2026-09-01',
    });
    const done = await declarant.visitor.post(`${path(declarant)}/submissions`, submitBody(saved.body.version));
    const submission = (await declarant.visitor.get(`/api/submissions/${done.body.submissionId}`)).body;
    expect(submission.registration).toMatchObject({ townshipOpinion: '情况属实，同意报送。', townshipSigner: '吴某' });
  });
});

describe('warnings', () => {
  it('keep a declaration from being submitted until they are accepted, which the audit entry tells', async () => {
    const declarant = await declarantOf(world, campaignId);
    const version = await fillIn(declarant);
    const { errors, warnings } = (await declarant.visitor.get(`${path(declarant)}/checks`)).body;
    expect([errors, warnings.length > 0]).toEqual([[], true]);
    const body = { ...submitBody(version), warningsAccepted: false };
    const refused = await declarant.visitor.post(`${path(declarant)}/submissions`, body);
    expect([refused.status, refused.body.fault]).toMatchObject([
      409,
      { code: 'declaration.warningsNotAccepted', params: { count: warnings.length } },
    ]);
    const done = await declarant.visitor.post(`${path(declarant)}/submissions`, submitBody(version));
    expect(done.status).toBe(200);
    const { rows } = await world.database.owner.query(
      toQuery(sql`select p.payload from audit_entries e join audit_payloads p using (city_id, entry_id)
        where e.subject_id = ${declarant.declarationId} and e.command = 'declaration.submit'`),
    );
    expect((rows[0] as { payload: string }).payload).toContain('"checks.principalNotCertified":1');
  });

  it('are nobody else’s to read', async () => {
    const [one, other] = [await started(), await started()];
    expect((await other.visitor.get(`${path(one)}/checks`)).status).toBe(404);
  });
});

describe('a form of before', () => {
  it('keeps the members of its team as rows, and loses the sums over three years', async () => {
    const declarant = await started();
    const migration = await readFile('db/migrations/0018-registration-sources.sql', 'utf8');
    const update = migration.slice(migration.indexOf('update declarations'));
    await world.database.owner.query(
      toQuery(sql`update declarations set registration = ${'{"staffCount": 3, "deaths": 0, "seriousInjuries": 1, "occupationalDiseases": 0, "teamMembers": "林联系（安全环保科）、古工\\n向工"}'}::jsonb
        where declaration_id = ${declarant.declarationId}`),
    );
    await world.database.owner.query(update);
    expect((await read(declarant)).registration).toEqual({
      staffCount: 3,
      team: [{ name: '林联系（安全环保科）' }, { name: '古工' }, { name: '向工' }],
    });
  });
});
