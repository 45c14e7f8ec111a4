import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../../../tests/world.ts';
import { campaignOf, type Declarant, declarantOf } from '../../testing/declarations.ts';
import { changedBook } from '../../testing/workbooks.ts';

let world: World;
let campaignId: string;

beforeAll(async () => {
  world = await createWorld();
  campaignId = await campaignOf(world);
});
afterAll(() => world.close());

const pathOf = ({ declarationId }: Declarant) => `/api/declarations/${declarationId}`;
const started = async (): Promise<Declarant> => {
  const declarant = await declarantOf(world, campaignId);
  expect((await declarant.visitor.post(`${pathOf(declarant)}/start`)).status).toBe(200);
  return declarant;
};
const bookOf = async (declarant: Declarant): Promise<Buffer> => {
  const file = await declarant.visitor.download(`${pathOf(declarant)}/workbook`);
  expect(file.status).toBe(200);
  return file.bytes;
};
const upload = (declarant: Declarant, bytes: Uint8Array, name = '自评.xlsx') =>
  declarant.visitor.upload(`${pathOf(declarant)}/workbook-imports`, { name, type: 'application/octet-stream', bytes });
const brought = async (declarant: Declarant, bytes: Uint8Array) => {
  const done = await upload(declarant, bytes);
  expect(done.body).toMatchObject({ errorCount: 0 });
  const path = `${pathOf(declarant)}/workbook-imports/${done.body.importId}`;
  return { path, shown: (await declarant.visitor.get(path)).body };
};
const [MET, POINTS] = ['om-001', 'om-002'];

describe('the workbook of a declaration', () => {
  it('comes back unchanged as the same', async () => {
    const declarant = await started();
    const { shown } = await brought(declarant, await bookOf(declarant));
    expect(shown).toMatchObject({ state: 'previewed', differences: [], findings: [], mayApply: false });
  });

  it('brings what was filled in, which is undone until something else changes', async () => {
    const declarant = await started();
    const book = await changedBook(await bookOf(declarant), {
      登记表: { staffCount: { 填写: 86 }, ownership: { 填写: '民营' }, foundedOn: { 填写: '2008年5月6日' } },
      评估表: { [MET]: { 评定: '符合', 说明: '=1+1' } },
    });
    const { path, shown } = await brought(declarant, book);
    const keys = shown.differences.map(({ key, kind }: { key: string; kind: string }) => [key, kind]);
    expect(keys.sort()).toEqual([
      [`items.${MET}`, 'filled'],
      ['registration.foundedOn', 'filled'],
      ['registration.ownership', 'filled'],
      ['registration.staffCount', 'filled'],
    ]);
    const applied = await declarant.visitor.post(`${path}/application`, { baseVersion: shown.version });
    expect(applied.body).toMatchObject({ taken: 4 });
    const after = (await declarant.visitor.get(pathOf(declarant))).body;
    expect(after.registration).toMatchObject({ staffCount: 86, ownership: 'private', foundedOn: '2008-05-06' });
    const items = Object.values(after.sections as Record<string, { items: Record<string, unknown> }>);
    expect(items[0]?.items[MET]).toMatchObject({ answer: { met: true }, comment: '=1+1' });
    const audits = await world.database.owner.query(
      `select command from audit_entries where subject_id = '${declarant.declarationId}' order by recorded_at, command`,
    );
    const commands = audits.rows.map(({ command }) => command);
    expect(commands).toEqual(
      expect.arrayContaining([
        'declaration.preview-workbook',
        'declaration.apply-workbook',
        'declaration.save-answers',
        'declaration.save-registration',
      ]),
    );
    const undone = await declarant.visitor.send('DELETE', `${path}/application`);
    expect(undone.status).toBe(200);
    const back = (await declarant.visitor.get(pathOf(declarant))).body;
    expect(back.registration.staffCount).toBeUndefined();
    expect((await declarant.visitor.send('DELETE', `${path}/application`)).body.fault.code).toBe(
      'declarationWorkbook.notApplied',
    );
  });

  it('never takes back what was changed in the system since, and asks where both sides changed', async () => {
    const declarant = await started();
    const before = await bookOf(declarant);
    const { registration, registrationVersion } = (await declarant.visitor.get(pathOf(declarant))).body;
    const saved = await declarant.visitor.send('PUT', `${pathOf(declarant)}/registration`, {
      baseVersion: registrationVersion,
      registration: { ...registration, staffCount: 90, address: '西区某路 2 号' },
    });
    expect(saved.status).toBe(200);
    const book = await changedBook(before, { 登记表: { staffCount: { 填写: 86 } } });
    const { path, shown } = await brought(declarant, book);
    expect(shown.differences).toMatchObject([
      {
        key: 'registration.address',
        kind: 'system',
        workbook: registration.address,
        system: '西区某路 2 号',
        usual: 'system',
      },
      { key: 'registration.staffCount', kind: 'both', workbook: 86, system: 90, base: null, usual: null },
    ]);
    const open = await declarant.visitor.post(`${path}/application`, { baseVersion: shown.version });
    expect(open.body.fault).toMatchObject({ code: 'declarationWorkbook.choiceMissing', params: { count: 1 } });
    const choices = { 'registration.staffCount': 'workbook' };
    const stale = await declarant.visitor.post(`${path}/application`, { baseVersion: shown.version - 1, choices });
    expect(stale.body.fault.code).toBe('platform.stale');
    const applied = await declarant.visitor.post(`${path}/application`, { baseVersion: shown.version, choices });
    expect(applied.body).toMatchObject({ taken: 1 });
    const after = (await declarant.visitor.get(pathOf(declarant))).body;
    expect(after.registration).toMatchObject({ staffCount: 86, address: '西区某路 2 号' });
  });

  it('names every fault at its cell and takes nothing over', async () => {
    const declarant = await started();
    const book = await changedBook(await bookOf(declarant), {
      登记表: { staffCount: { 填写: '八十六' }, ownership: { 填写: '私营' } },
      评估表: { [POINTS]: { 得分: 99 }, [MET]: { 不参评理由: '没有' } },
    });
    const done = await upload(declarant, book);
    expect(done.body.errorCount).toBe(4);
    const path = `${pathOf(declarant)}/workbook-imports/${done.body.importId}`;
    const shown = (await declarant.visitor.get(path)).body;
    expect(shown.findings.map(({ code }: { code: string }) => code)).toEqual([
      'declarationWorkbook.choiceUnknown',
      'registration.notANumber',
      'declarationWorkbook.reasonWithoutNa',
      'declarationWorkbook.pointsOutOfRange',
    ]);
    const applied = await declarant.visitor.post(`${path}/application`, { baseVersion: shown.version });
    expect(applied.body.fault.code).toBe('declarationWorkbook.hasErrors');
  });

  it('of another unit is named to its enterprise, and to others not told apart from none', async () => {
    const [mine, other] = [await started(), await started()];
    const done = await upload(mine, await bookOf(other));
    expect(done.body.fault.code).toBe('declarationWorkbook.notYours');
    expect(JSON.stringify(done.body)).not.toContain('采区');
  });
});
