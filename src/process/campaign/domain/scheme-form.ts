import { z } from 'zod';

// The message of a pattern is an example of what fits it.
const text = z.string().trim().min(1);
const code = z.string().regex(/^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*$/, 'opencast-mine');
const day = z.iso.date('2026-08-20');
const count = z.int().min(0);
const decimal = z.string().regex(/^(0|[1-9][0-9]*)(\.[0-9]+)?$/, '75');
const ratio = z.string().regex(/^(0(\.[0-9]{1,18})?|1(\.0{1,18})?)$/, '0.20');

/** A value of the scheme together with the clause or practice it rests on. */
const sourced = <T extends z.ZodType>(value: T) => z.strictObject({ value, basis: text }).readonly();

const named = { code, name: text };

export const RECEIVER = ['industry-division', 'supervising-body', 'county-of-territory'] as const;
export const STRATUM_KEY = ['supervisingBody', 'division', 'industry', 'affiliation', 'proposedClass'] as const;

const affiliation = z.strictObject({ ...named, basis: text }).readonly();
const division = z.strictObject({ code: z.string().regex(/^\d{6}$/, '510402'), name: text, bureau: code }).readonly();
const industry = z.strictObject({ ...named, standard: text, division: code }).readonly();

const routingRule = z
  .strictObject({
    id: code,
    name: text,
    affiliations: z.array(code).min(1).readonly().optional(),
    supervisingBodies: z.array(code).min(1).readonly().optional(),
    divisions: z.array(text).min(1).readonly().optional(),
    industries: z.array(code).min(1).readonly().optional(),
    whenParkReceives: z.boolean().optional(),
    to: z.enum(RECEIVER),
    basis: text,
  })
  .readonly();

const phase = z.strictObject({ ...named, fromDay: count, toDay: count, basis: text }).readonly();

const schemeClass = z
  .strictObject({
    ...named,
    colour: z.string().regex(/^#[0-9a-f]{6}$/, '#1a7f37'),
    meaning: text,
    basis: text,
    rank: z.int().min(1).optional(),
    from: decimal.optional(),
    validityMonths: sourced(z.int().min(1)),
    visits: z.strictObject({ target: sourced(count), cap: sourced(count) }).readonly(),
  })
  .readonly();

const publicNotice = z
  .strictObject({
    workingDays: z.strictObject({ value: count, min: count, max: count, basis: text }).readonly(),
    objection: z
      .strictObject({
        anonymous: sourced(z.boolean()),
        rulingWorkingDays: sourced(z.int().min(1)),
        holds: sourced(z.enum(['unit', 'enterprise'])),
        renoticeWhenChanged: sourced(z.boolean()),
      })
      .readonly(),
  })
  .readonly();

const registration = z
  .strictObject({
    /** Whether the township (street, development zone) gives its opinion before the declaration is handed in; else a blank box is printed. */
    townshipOpinion: sourced(z.boolean()),
    /** For which items that ask for evidence a missing file keeps a declaration from being handed in; for the others it is a warning. */
    evidenceRequired: sourced(z.enum(['none', 'mandatory-and-veto', 'all'])),
  })
  .readonly();

const lateness = z
  .strictObject({
    /** What comes after its last day while preliminary reviews are still held: `accept` it, marked late, or `refuse` it. */
    afterTerm: sourced(z.enum(['accept', 'refuse'])),
    extension: z
      .strictObject({ workingDays: sourced(z.int().min(1).max(60)), times: sourced(z.int().min(0).max(5)) })
      .readonly(),
  })
  .readonly();

const notAssessedGround = z.strictObject({ ...named, proof: text, basis: text }).readonly();

const paper = z
  .strictObject({
    /** 一式几份: in order of their numbers, where each goes. */
    copies: sourced(
      z
        .array(z.strictObject({ keeper: text }).readonly())
        .min(1)
        .max(9)
        .readonly(),
    ),
    /** Whether a declaration counts as handed in when it is submitted here, or when its signed and sealed paper arrives. */
    countingDate: sourced(z.enum(['electronic', 'paper'])),
    /** Working days from the submission until the paper is due, and from a notice until what it lacks is. */
    arrivalWorkingDays: sourced(z.int().min(1).max(60)),
    completionWorkingDays: sourced(z.int().min(1).max(60)),
  })
  .readonly();

export const schemeForm = z
  .strictObject({
    format: z.literal('anping-scheme-v1'),
    id: code,
    title: text,
    mark: text,
    notice: z.strictObject({ title: text, number: text, issuer: text, issued: day, parent: text }).readonly(),
    organisations: text,
    affiliations: z.array(affiliation).min(1).readonly(),
    divisions: z.array(division).min(1).readonly(),
    industries: z.array(industry).min(1).readonly(),
    parkReceives: sourced(z.boolean()),
    routing: z.array(routingRule).min(1).readonly(),
    defaultCampaign: z.strictObject({ title: text, start: day, end: day, lookBackEnd: day, basis: text }).readonly(),
    phases: z.array(phase).min(1).readonly(),
    classes: z.array(schemeClass).min(1).readonly(),
    enterpriseClass: sourced(z.enum(['worst'])),
    /** Absent in schemes stored before it could be chosen: no opinion, no evidence required. */
    registration: registration.optional(),
    /** Absent in schemes stored before there were extensions. */
    lateness: lateness.optional(),
    /** 不列入评估: the cases in which a unit is not assessed, each with the proof that is asked for. Absent: none. */
    notAssessed: z.array(notAssessedGround).readonly().optional(),
    /** Absent in schemes stored before paper was registered; `paperRules` says what holds then. */
    paper: paper.optional(),
    review: z
      .strictObject({ departureRanks: sourced(count), correctionWorkingDays: sourced(z.int().min(1).max(60)) })
      .readonly(),
    spotCheck: z
      .strictObject({
        ratio: sourced(ratio),
        min: sourced(count),
        strata: sourced(z.array(z.enum(STRATUM_KEY)).min(1).readonly()),
        expertsPerUnit: sourced(z.int().min(1)),
      })
      .readonly(),
    publicNotice,
  })
  .readonly();

/** 方案: everything of a campaign's procedure that is data and not code. Dates are `YYYY-MM-DD`, phase days count from the start. */
export type Scheme = z.infer<typeof schemeForm>;
export type SchemeClass = Scheme['classes'][number];
export type RoutingRule = Scheme['routing'][number];
export type Phase = Scheme['phases'][number];
export type Receiver = (typeof RECEIVER)[number];
export type StratumKey = (typeof STRATUM_KEY)[number];
