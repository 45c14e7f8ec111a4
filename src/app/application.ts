import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import type { Params } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { actAs, openRequest, readOpening } from '#parties/access/server/open-request.ts';
import { auditLogRoutes } from '#parties/audit-log/server/audit-log.routes.ts';
import { enterprisesRoutes } from '#parties/enterprises/server/enterprises.routes.ts';
import { registerChangeRoutes } from '#parties/enterprises/server/register-change/register-change.routes.ts';
import { organisationsRoutes } from '#parties/organisations/server/organisations.routes.ts';
import { accountsRoutes } from '#parties/people/server/accounts/accounts.routes.ts';
import { colleaguesRoutes } from '#parties/people/server/colleagues/colleagues.routes.ts';
import { peopleRoutes } from '#parties/people/server/people.routes.ts';
import { workingDaysRoutes } from '#parties/working-days/server/working-days.routes.ts';
import type { Clock } from '#platform/clock.ts';
import type { BoundContract } from '#platform/http/routes.ts';
import { createHttpServer } from '#platform/http/server.ts';
import type { Log } from '#platform/log.ts';
import { createRunner, type Runner } from '#platform/run-command.ts';
import { fill, shownParams, wordingOf } from '#platform/text.ts';
import { uiTexts } from '#platform/ui/ui.text.ts';
import { campaignRoutes } from '#process/campaign/server/campaign.routes.ts';
import { industryNames } from '#process/campaign/server/campaign-setup.queries.ts';
import { industryRules } from '#process/campaign/server/industry-rules.ts';
import { registerChoices } from '#process/campaign/server/register-choices.ts';
import { revisionRoutes } from '#process/campaign/server/revision/revision.routes.ts';
import { rosterRoutes } from '#process/campaign/server/roster/roster.routes.ts';
import { classificationRoutes } from '#process/classification/server/classification.routes.ts';
import { checksRoutes } from '#process/declaration/server/checks.queries.ts';
import { declarationRoutes } from '#process/declaration/server/declaration.routes.ts';
import { evidenceRoutes } from '#process/declaration/server/evidence/evidence.routes.ts';
import { lastTimeRoutes } from '#process/declaration/server/last-time/last-time.routes.ts';
import { registerChangeConsequences } from '#process/declaration/server/moves/consequences.ts';
import { movesRoutes } from '#process/declaration/server/moves/moves.routes.ts';
import { paperRoutes } from '#process/declaration/server/paper/paper.routes.ts';
import { rectificationRoutes } from '#process/declaration/server/rectification/rectification.routes.ts';
import { registrationRoutes } from '#process/declaration/server/registration/registration.routes.ts';
import { reportRoutes } from '#process/declaration/server/report/report.routes.ts';
import { requestRoutes } from '#process/declaration/server/requests/requests.routes.ts';
import { resubmissionRoutes } from '#process/declaration/server/resubmission/resubmission.routes.ts';
import { signingRoutes } from '#process/declaration/server/signing/signing.routes.ts';
import { usualReturnsRoutes } from '#process/declaration/server/usual-returns.routes.ts';
import { workbookRoutes } from '#process/declaration/server/workbook/workbook.routes.ts';
import { publicNoticeRoutes } from '#process/public-notice/server/public-notice.routes.ts';
import { decidedClass } from '#process/reporting/server/decided-class.ts';
import { homeRoutes } from '#process/reporting/server/home.routes.ts';
import { progressRoutes } from '#process/reporting/server/progress.routes.ts';
import { revisionStanding } from '#process/reporting/server/revision-standing.ts';
import { stageNumbers } from '#process/reporting/server/stage-numbers.ts';
import { subjectNames } from '#process/reporting/server/subject-names.ts';
import { batchRoutes, reviewRoutes } from '#process/review/server/review.routes.ts';
import { usualReturns } from '#process/review/server/usual-returns.ts';
import { drawRoutes } from '#process/spot-check/server/draw.routes.ts';
import { settlementRoutes } from '#process/spot-check/server/settlement.routes.ts';
import { verificationRoutes } from '#process/spot-check/server/verification.routes.ts';
import { consultationRoutes } from '#process/standards/server/consultation/consultation.routes.ts';
import { countedFacts } from '#process/standards/server/counted-facts.ts';
import { draftingRoutes } from '#process/standards/server/drafting/drafting.routes.ts';
import { standardsRoutes } from '#process/standards/server/standards.routes.ts';
import { record } from '#support/audit/server/record.ts';
import { forgetImported } from '#support/calendar/server/working-calendar.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { assignedDeclarations } from './assigned-declarations.ts';
import { faultCatalogues } from './fault-catalogues.ts';
import { servePublicSite } from './public-site/public-site.ts';
import { publishableClasses } from './publishable.ts';
import { react } from './reactions.ts';
import { refreshCalendars } from './refresh-calendars.ts';
import { serveServiceRoutes } from './service-routes.ts';

/** What an instance is built from; tests pass a settable clock and a cloned database. */
export interface ApplicationParts {
  readonly pool: pg.Pool;
  readonly publicReader: pg.Pool;
  readonly clock: Clock;
  readonly log: Log;
  readonly files: BlobStore;
  readonly trustProxy: boolean;
  readonly checkAnswers: boolean;
  readonly publicRequestsPerMinute: number;
}

export interface Application {
  readonly http: FastifyInstance;
  readonly runner: Runner<Actor>;
  readonly bound: readonly BoundContract<Actor>[];
  /** The city of a visitor without a session; set once a city exists. */
  useCity(cityId: number): void;
}

export interface City {
  readonly city_id: number;
  readonly name: string;
  readonly scheme_id: string;
  readonly demonstration: boolean;
  readonly demonstration_date: string | null;
  readonly demonstration_ready: boolean;
}

export const citiesOf = async (pool: pg.Pool): Promise<City[]> =>
  (await pool.query('select * from known_cities()')).rows as City[];

/** A code in words, for documents: they are official and Chinese. */
const officialWording = (code: string, params: Params): string =>
  fill(wordingOf(faultCatalogues, 'zh-CN', code) ?? code, shownParams(params, 'zh-CN'));

/** The product, in the order of the notice: every routes file is mounted here and nowhere else. */
const boundContracts = (parts: ApplicationParts): readonly BoundContract<Actor>[] => [
  peopleRoutes,
  accountsRoutes,
  colleaguesRoutes,
  organisationsRoutes({ industryNames }),
  workingDaysRoutes,
  enterprisesRoutes({ countedFacts }),
  registerChangeRoutes({
    files: parts.files,
    choices: registerChoices,
    consequences: registerChangeConsequences,
  }),
  auditLogRoutes({ subjectNames }),
  standardsRoutes,
  draftingRoutes({ industryRules, files: parts.files }),
  consultationRoutes({ industryNames }),
  campaignRoutes({ stageNumbers }),
  revisionRoutes({ standingOf: revisionStanding }),
  rosterRoutes(parts),
  declarationRoutes({ files: parts.files, assigned: assignedDeclarations }),
  reportRoutes({ assigned: assignedDeclarations }),
  paperRoutes({ files: parts.files, assigned: assignedDeclarations, decidedOf: decidedClass }),
  rectificationRoutes({ files: parts.files, assigned: assignedDeclarations }),
  evidenceRoutes({ files: parts.files, assigned: assignedDeclarations }),
  signingRoutes,
  registrationRoutes,
  checksRoutes,
  requestRoutes({ files: parts.files }),
  resubmissionRoutes({ assigned: assignedDeclarations }),
  lastTimeRoutes,
  usualReturnsRoutes({ usualReturnsOf: usualReturns }),
  movesRoutes,
  workbookRoutes({ files: parts.files, wording: officialWording }),
  reviewRoutes(),
  batchRoutes(),
  drawRoutes,
  verificationRoutes,
  settlementRoutes,
  publicNoticeRoutes({ publishable: publishableClasses }),
  classificationRoutes,
  homeRoutes,
  progressRoutes,
];

export const createApplication = async (parts: ApplicationParts): Promise<Application> => {
  const runner = createRunner<Actor>({
    pool: parts.pool,
    clock: parts.clock,
    openRequest,
    readOpening,
    actAs,
    record,
    react: react as never,
  });
  const bound = boundContracts(parts);
  const cities = await citiesOf(parts.pool);
  forgetImported();
  await refreshCalendars(runner, cities);
  let city = cities[0]?.city_id ?? 0;
  const http = await createHttpServer({
    log: parts.log,
    runner,
    defaultCity: () => city,
    bound,
    trustProxy: parts.trustProxy,
    checkAnswers: parts.checkAnswers,
    publicRequestsPerMinute: parts.publicRequestsPerMinute,
  });
  serveServiceRoutes(http, parts.pool, bound);
  await servePublicSite(http, {
    publicReader: parts.publicReader,
    runner,
    clock: parts.clock,
    city: () => city,
    requestsPerMinute: parts.publicRequestsPerMinute,
    catalogues: [uiTexts, ...faultCatalogues],
  });
  return {
    http,
    runner,
    bound,
    useCity: (cityId) => {
      city = cityId;
    },
  };
};
