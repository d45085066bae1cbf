import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEvaluation1767226900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...REPORTED, ...JUDGED]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
  }
}

const TABLES = [
  'evaluation_result',
  'evaluation_indicator_score',
  'evaluation_acceptance_item',
  'evaluation_acceptance',
  'evaluation_survey',
  'evaluation_self_report',
];

const CODE = 'CHARACTER SET ascii COLLATE ascii_bin';

const REPORTED = [
  `CREATE TABLE evaluation_self_report (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    instance_id BIGINT NOT NULL,
    completion TEXT NOT NULL,
    spent BIGINT NOT NULL,
    people INT NULL,
    effects TEXT NOT NULL,
    deviations TEXT NOT NULL,
    submitted_by BIGINT NOT NULL,
    submitted_at DATETIME(3) NOT NULL,
    KEY ix_evaluation_self_report__root (root_id, id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE evaluation_survey (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    instance_id BIGINT NOT NULL,
    population INT NOT NULL,
    respondents INT NOT NULL,
    sample_size INT NOT NULL,
    very_satisfied INT NOT NULL,
    satisfied INT NOT NULL,
    neutral INT NOT NULL,
    dissatisfied INT NOT NULL,
    satisfaction INT NOT NULL,
    interviewer VARCHAR(40) NOT NULL,
    surveyed_on DATE NOT NULL,
    recorded_at DATETIME(3) NOT NULL,
    KEY ix_evaluation_survey__root (root_id, id),
    CONSTRAINT ck_evaluation_survey__sum CHECK (very_satisfied + satisfied + neutral + dissatisfied = respondents)
  ) ENGINE=InnoDB`,
];

const JUDGED = [
  `CREATE TABLE evaluation_acceptance (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    instance_id BIGINT NOT NULL,
    accepted_on DATE NOT NULL,
    members VARCHAR(500) NOT NULL,
    beneficiaries INT NOT NULL,
    conclusion VARCHAR(20) ${CODE} NOT NULL,
    opinion TEXT NOT NULL,
    recorded_by BIGINT NOT NULL,
    recorded_at DATETIME(3) NOT NULL,
    KEY ix_evaluation_acceptance__root (root_id, id),
    CONSTRAINT ck_evaluation_acceptance__beneficiaries CHECK (beneficiaries > 0)
  ) ENGINE=InnoDB`,
  `CREATE TABLE evaluation_acceptance_item (
    id BIGINT NOT NULL PRIMARY KEY,
    acceptance_id BIGINT NOT NULL,
    position INT NOT NULL,
    standard VARCHAR(300) NOT NULL,
    result VARCHAR(12) ${CODE} NOT NULL,
    note VARCHAR(500) NULL,
    UNIQUE KEY uq_evaluation_acceptance_item__acceptance_position (acceptance_id, position)
  ) ENGINE=InnoDB`,
  `CREATE TABLE evaluation_indicator_score (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    instance_id BIGINT NOT NULL,
    scoring INT NOT NULL,
    indicator VARCHAR(40) ${CODE} NOT NULL,
    indicator_group VARCHAR(40) NOT NULL,
    title VARCHAR(80) NOT NULL,
    points INT NOT NULL,
    score INT NOT NULL,
    evidence VARCHAR(500) NULL,
    scored_by BIGINT NOT NULL,
    scored_at DATETIME(3) NOT NULL,
    UNIQUE KEY uq_evaluation_indicator_score__instance_scoring_indicator (instance_id, scoring, indicator),
    CONSTRAINT ck_evaluation_indicator_score__score CHECK (score >= 0 AND score <= points * 100)
  ) ENGINE=InnoDB`,
  `CREATE TABLE evaluation_result (
    instance_id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    grade VARCHAR(20) NOT NULL,
    score INT NOT NULL,
    document_number VARCHAR(120) NOT NULL,
    decided_by BIGINT NOT NULL,
    decided_at DATETIME(3) NOT NULL,
    published_at DATETIME(3) NULL,
    KEY ix_evaluation_result__root (root_id)
  ) ENGINE=InnoDB`,
];
