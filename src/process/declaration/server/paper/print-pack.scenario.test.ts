import jsQR from 'jsqr';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stopTypesetter } from '#support/documents/pdf/render-pdf.ts';
import { pdfText } from '../../../../../tests/fixtures/pdf-text.ts';
import { createWorld, type World } from '../../../../../tests/world.ts';
import { comparePaper, type FigureKey, type KeyFigure, type Reading } from '../../domain/paper/comparison.ts';
import { keyOf, paperCode } from '../../domain/paper/paper-code.ts';
import { campaignOf, declarantOf, fillIn, submittedDeclaration } from '../../testing/declarations.ts';

const ADDRESS = 'https://anping.example';
let world: World;
let campaignId: string;
beforeAll(async () => {
  world = await createWorld();
  campaignId = await campaignOf(world);
});
afterAll(async () => {
  stopTypesetter();
  await world.close();
});

type Handed = Awaited<ReturnType<typeof submittedDeclaration>>;
const packPath = ({ submissionId }: Pick<Handed, 'submissionId'>) => `/api/submissions/${submissionId}/print-pack`;
const print = (handed: Handed, visitor = handed.visitor) => visitor.post(packPath(handed), { address: ADDRESS });
const digestOf = async (handed: Handed): Promise<string> =>
  (await handed.visitor.get(`/api/submissions/${handed.submissionId}`)).body.contentDigest;
const codeOf = async (handed: Handed, copy = 1, page = 1) =>
  paperCode({ key: keyOf(await digestOf(handed)), copy, page });
const audits = async (command: string) =>
  (await world.database.owner.query('select subject_id from audit_entries where command = $1', [command])).rows;

describe('the print of a submission', () => {
  it('is made once: three copies, the same bytes ever after, with an audit row', async () => {
    const handed = await submittedDeclaration(world, campaignId, { name: '首印矿业' });
    const made = await print(handed);
    expect(made.body).toMatchObject({ copies: 3, pages: expect.any(Number), missingGlyphs: [] });
    const first = await handed.visitor.download(packPath(handed));
    expect(first.type).toBe('application/pdf');
    expect((await print(handed, world.as('dongquReviewer'))).body.pages).toBe(made.body.pages);
    expect((await world.as('dongquReviewer').download(packPath(handed))).bytes.equals(first.bytes)).toBe(true);
    expect(await audits('declaration.print-pack')).toContainEqual({ subject_id: handed.declarationId });
    const text = pdfText(first.bytes);
    for (const part of [
      '首印矿业',
      '第1份，共3份',
      '第3份，共3份',
      '受理单位存档',
      '市局综合处存档',
      '法定代表人（签字）',
    ])
      expect(text).toContain(part);
    expect(text.match(/企业承诺/g)).toHaveLength(3);
  });

  it('is asked for before it is there only in vain, and names characters that no font has', async () => {
    const handed = await submittedDeclaration(world, campaignId, { name: '𠮷字矿业' });
    expect((await handed.visitor.get(packPath(handed))).body.fault.code).toBe('paper.notPrinted');
    const before = await handed.visitor.get(`/api/submissions/${handed.submissionId}/paper`);
    expect(before.body).toMatchObject({ pack: null, missingGlyphs: ['𠮷'], state: 'outstanding' });
    expect((await print(handed)).body.missingGlyphs).toEqual(['𠮷']);
    expect((await handed.visitor.get(`/api/submissions/${handed.submissionId}/paper`)).body.missingGlyphs).toEqual([
      '𠮷',
    ]);
  });

  it('is not given to other bodies and enterprises, nor made for an address that is none', async () => {
    const handed = await submittedDeclaration(world, campaignId);
    const other = await declarantOf(world, campaignId);
    expect((await print(handed, world.as('renheReviewer'))).status).toBe(404);
    expect((await print(handed, other.visitor)).status).toBe(404);
    expect((await print(handed, world.as('expertOne'))).status).toBe(403);
    const wrong = await handed.visitor.post(packPath(handed), { address: 'javascript:alert(1)' });
    expect(wrong.status).toBe(422);
  });

  it('of a draft is marked as one and bears no code', async () => {
    const declarant = await declarantOf(world, campaignId);
    await fillIn(declarant);
    const path = `/api/declarations/${declarant.declarationId}/draft-print`;
    const draft = await declarant.visitor.download(path);
    const text = pdfText(draft.bytes);
    expect(text).toContain('草稿，不作报送之用');
    expect(text).not.toContain('核验码');
    expect((await world.as('dongquReviewer').get(path)).status).toBe(403);
    expect((await (await declarantOf(world, campaignId)).visitor.get(path)).status).toBe(404);
  });
});

describe('the code on a page', () => {
  it('is read back from the picture of that very page and leads to it', async () => {
    const handed = await submittedDeclaration(world, campaignId);
    const { pages } = (await print(handed)).body;
    const code = await codeOf(handed, 2, pages);
    const { bytes, type } = await handed.visitor.download(`/api/paper-checks/${code}/page`);
    expect(type).toBe('image/png');
    const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const found = jsQR.default(new Uint8ClampedArray(data), info.width, info.height);
    expect(found?.data).toBe(`${ADDRESS}/check/${code}`);
    const check = await world.as('dongquReviewer').get(`/api/paper-checks/${code}`);
    expect(check.body).toMatchObject({ copy: 2, page: pages, sameRenderer: true, paper: { sequence: 1, versions: 1 } });
  });

  it('says to everybody that it is genuine, and nothing of the content', async () => {
    const handed = await submittedDeclaration(world, campaignId, { name: '不可外传矿业' });
    await print(handed);
    const answer = await world.nobody.get(`/api/public/paper-checks/${await codeOf(handed)}`);
    expect(answer.body).toEqual({
      copy: 1,
      copies: 3,
      page: 1,
      pages: expect.any(Number),
      sequence: 1,
      versions: 1,
      state: 'current',
    });
    expect((await world.nobody.get(`/api/paper-checks/${await codeOf(handed)}`)).status).toBe(401);
  });

  it('that nobody printed, that is mistyped, or that names a page too many is told as what it is', async () => {
    const handed = await submittedDeclaration(world, campaignId);
    const unprinted = await codeOf(handed);
    for (const visitor of [handed.visitor, world.nobody]) {
      const path = visitor === world.nobody ? '/api/public/paper-checks' : '/api/paper-checks';
      expect((await visitor.get(`${path}/${unprinted}`)).body.fault).toMatchObject({
        code: 'paper.unknown',
        status: 404,
      });
      const mistyped = await visitor.get(`${path}/${unprinted.slice(0, -1)}${unprinted.endsWith('2') ? '3' : '2'}`);
      expect(mistyped.body.fault.issues).toEqual([{ path: 'code', code: 'paper.code.checksum', params: {} }]);
    }
    const { pages } = (await print(handed)).body;
    const beyond = await codeOf(handed, 1, pages + 1);
    expect((await handed.visitor.get(`/api/paper-checks/${beyond}`)).body.fault.code).toBe('paper.unknown');
    expect((await handed.visitor.get(`/api/paper-checks/${await codeOf(handed, 4, 1)}/page`)).status).toBe(404);
  });

  it('cannot be guessed at: after some tries in a minute there are no more', async () => {
    const strict = await createWorld(new Date('2026-09-01T02:00:00Z'), { publicRequestsPerMinute: 3 });
    const codes = ['3f9a01bc77d0', '3f9a01bc77d1', '3f9a01bc77d2', '3f9a01bc77d3'].map((key) =>
      paperCode({ key, copy: 1, page: 1 }),
    );
    const tried: number[] = [];
    for (const code of codes) tried.push((await strict.nobody.get(`/api/public/paper-checks/${code}`)).status);
    expect(tried).toEqual([404, 404, 404, 429]);
    await strict.close();
  });
});

describe('a printed number that was altered', () => {
  it('is found where the paper is compared with the record, and nothing else is', async () => {
    const handed = await submittedDeclaration(world, campaignId);
    await print(handed);
    const { figures } = (await handed.visitor.get(`/api/paper-checks/${await codeOf(handed)}`)).body as {
      figures: readonly KeyFigure[];
    };
    // What stands on the paper, and then what a forger makes of one number.
    const paper = pdfText((await handed.visitor.download(packPath(handed))).bytes);
    expect(paper).toContain('86人');
    const forged = paper.replaceAll('86人', '68人');
    const staff = /(\d+)人/.exec(forged.slice(forged.indexOf('68人')))?.[1] ?? '';
    const readings: Partial<Record<FigureKey, Reading>> = Object.fromEntries(
      figures.map(({ key }) => [key, { agrees: true }]),
    );
    readings.staffCount = { paper: `${staff} 人` };
    expect(comparePaper(figures, readings)).toEqual({
      differences: [{ key: 'staffCount', record: '86', paper: '68 人' }],
      agreeing: figures.length - 1,
      open: [],
    });
    readings.staffCount = { paper: '８６ 人' };
    expect(comparePaper(figures, readings).differences).toEqual([]);
  });

  it('can be, for every figure that is compared stands on the paper', async () => {
    const handed = await submittedDeclaration(world, campaignId);
    await print(handed);
    const { figures } = (await handed.visitor.get(`/api/paper-checks/${await codeOf(handed)}`)).body;
    const paper = pdfText((await handed.visitor.download(packPath(handed))).bytes);
    const written = ({ kind, value }: KeyFigure) =>
      kind === 'day' ? value.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日') : value.replace(/\s/g, '');
    const missing = figures.filter((figure: KeyFigure) => !paper.includes(written(figure)));
    expect(missing).toEqual([]);
  });
});
