import { Cast, CAST } from './cast/cast.js';
import type { ProjectDetail } from './http/api.shapes.js';
import { MailSink } from './mail/mail.sink.js';
import { Observer } from './play/observer.js';
import { Performer } from './play/performer.js';
import { Player } from './play/player.js';
import { Scene } from './play/scene.js';
import { type Outcome, outcomeOf, type Proof } from './report/outcome.js';
import { PlayPrinter, type PrinterOptions } from './report/play.printer.js';
import { PROJECT } from './script/project.js';
import { ACTS_IN_ALL, SCRIPT } from './script/script.js';
import { BusinessTime } from './time/business.time.js';
import { WorkerProbe } from './time/worker.probe.js';

/** 2026-01-05, nine o'clock in Sichuan. */
const BEGINNING = Date.parse('2026-01-05T01:00:00Z');

export interface WalkthroughOptions extends Omit<PrinterOptions, 'actsInAll'> {
  /** Where api and worker answer, e.g. http://127.0.0.1:3000 */
  readonly apiAddress: string;
  readonly workerAddress: string;
  /** Port on which the worker's mail is awaited. */
  readonly smtpPort: number;
  /** Password of the demo accounts. */
  readonly password: string;
  /** Replays the case from its history and verifies the chain. */
  readonly prove: (caseId: number) => Promise<Proof>;
}

/** Plays demo project 23 through all five stages over the REST API, with a mail server of its own. */
export async function playWalkthrough(options: WalkthroughOptions): Promise<Outcome> {
  const sink = new MailSink();
  await sink.open(options.smtpPort);
  try {
    return await play(options, sink);
  } finally {
    await sink.close();
  }
}

async function play(options: WalkthroughOptions, sink: MailSink): Promise<Outcome> {
  const cast = new Cast(options.apiAddress, options.password);
  const worker = new WorkerProbe(options.workerAddress);
  const time = new BusinessTime(cast.person(CAST.administrator), worker);
  await time.jumpTo(BEGINNING);
  const scene = new Scene(await startProject(cast), cast);
  const printer = new PlayPrinter(scene, { ...options, actsInAll: ACTS_IN_ALL });
  const observer = new Observer(cast.person(CAST.officer), scene, time, printer);
  const performer = new Performer(scene, cast, (line) => printer.say(line));
  await new Player(SCRIPT, { scene, time, observer, performer }).play();
  await time.settle();
  return outcomeOf({
    scene,
    project: await cast.person(CAST.officer).get<ProjectDetail>(`/projects/${scene.caseId}`),
    mails: sink.mails,
    proof: await options.prove(scene.caseId),
    actsInAll: ACTS_IN_ALL,
  });
}

async function startProject(cast: Cast): Promise<number> {
  const { title, township, village, method, plannedAmount } = PROJECT;
  const project = { title, township, village, method, plannedAmount };
  const { id } = await cast.person(CAST.officer).post<{ id: number }>('/projects', project);
  return id;
}
