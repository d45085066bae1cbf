/** A small house with one fault per rule of the floor gate. Paths and imports only: the files are never run. */
export interface PlantedFault {
  /** Rule of .dependency-cruiser.cjs that must fire. */
  readonly rule: string;
  readonly file: string;
  readonly imports: string;
}

/** Every rule is planted at least once; the spec refuses a rule without a fault. */
export const PLANTED_FAULTS: readonly PlantedFault[] = [
  { rule: 'floor-1-kernel-not-upward', file: 'libs/kernel/src/up.ts', imports: '#libs/platform' },
  { rule: 'floor-2-platform-not-upward', file: 'libs/platform/src/up.ts', imports: '#libs/identity' },
  { rule: 'floor-3-identity-not-upward', file: 'libs/identity/src/up.ts', imports: '#libs/engine' },
  { rule: 'floor-4-engine-not-upward', file: 'libs/engine/src/up.ts', imports: '#libs/stages/application' },
  { rule: 'floor-5-deadlines-not-upward', file: 'libs/deadlines/src/up.ts', imports: '#libs/projects' },
  { rule: 'floor-6-projects-not-upward', file: 'libs/projects/src/up.ts', imports: '#libs/disclosure' },
  { rule: 'siblings-apart', file: 'libs/stages/application/src/side.ts', imports: '#libs/stages/budgeting' },
  { rule: 'siblings-apart', file: 'libs/stages/budgeting/src/side.ts', imports: '#libs/disclosure' },
  { rule: 'siblings-apart', file: 'libs/kernel/src/side.ts', imports: '#libs/calendar' },
  { rule: 'pure-floor', file: 'libs/kernel/src/files.ts', imports: 'node:fs' },
  { rule: 'pure-floor', file: 'libs/kernel/src/framework.ts', imports: '@nestjs/common' },
  { rule: 'pure-floor', file: 'libs/calendar/src/database.ts', imports: 'typeorm' },
  { rule: 'front-door-only', file: 'libs/engine/src/deep.ts', imports: '../../platform/src/inner.js' },
  { rule: 'front-door-only', file: 'apps/api/src/deep.ts', imports: '../../../libs/platform/src/inner.js' },
  { rule: 'front-door-only', file: 'test/e2e/deep.e2e.spec.ts', imports: '../../libs/platform/src/inner.js' },
  { rule: 'libs-not-to-apps', file: 'libs/disclosure/src/app.ts', imports: '../../../apps/api/src/main.js' },
  { rule: 'apps-apart', file: 'apps/worker/src/other.ts', imports: '../../api/src/main.js' },
  { rule: 'web-knows-only-the-client', file: 'apps/web/src/lib.ts', imports: '#libs/platform' },
  { rule: 'not-from-tests', file: 'libs/engine/src/fake.ts', imports: '#testing/platform' },
  { rule: 'not-from-tests', file: 'apps/api/src/support.ts', imports: '#support/database' },
  { rule: 'reference-independent', file: 'libs/kernel/src/reference/machine.ts', imports: 'xstate' },
  { rule: 'not-from-specs', file: 'libs/engine/src/first.spec.ts', imports: './second.spec.js' },
  { rule: 'not-to-dev-dependency', file: 'libs/engine/src/dev.ts', imports: 'fast-check' },
  { rule: 'no-circular', file: 'libs/engine/src/circle-a.ts', imports: './circle-b.js' },
  { rule: 'no-unresolved', file: 'libs/engine/src/nowhere.ts', imports: '#libs/nowhere' },
];

/** Imports that the gate must let pass. */
export const ALLOWED_IMPORTS: readonly Omit<PlantedFault, 'rule'>[] = [
  { file: 'libs/kernel/src/machine.ts', imports: 'xstate' },
  { file: 'libs/engine/src/down.ts', imports: '#libs/kernel' },
  { file: 'libs/stages/application/src/down.ts', imports: '#libs/projects' },
  { file: 'libs/engine/src/step.spec.ts', imports: '#testing/platform' },
  { file: 'libs/engine/src/rows.db.spec.ts', imports: '#support/database' },
  { file: 'libs/kernel/src/shipped.spec.ts', imports: 'node:fs' },
  { file: 'libs/kernel/src/random.spec.ts', imports: 'fast-check' },
  { file: 'apps/api/src/wiring.ts', imports: '#libs/stages/application' },
];

/** What the imports above point at. */
export const HOUSE_FILES: readonly string[] = [
  ...['kernel', 'calendar', 'platform', 'identity', 'engine', 'deadlines', 'projects', 'disclosure'].map(
    (lib) => `libs/${lib}/src/index.ts`,
  ),
  'libs/stages/application/src/index.ts',
  'libs/stages/budgeting/src/index.ts',
  'libs/platform/src/inner.ts',
  'libs/platform/src/testing.ts',
  'libs/engine/src/second.spec.ts',
  'apps/api/src/main.ts',
  'test/support/database.ts',
];
