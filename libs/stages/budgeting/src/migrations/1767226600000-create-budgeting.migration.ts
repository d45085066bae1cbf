import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateBudgeting1767226600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
  }
}

const TABLES = [
  'budgeting_sign_off',
  'budgeting_reviewed_source',
  'budgeting_line_opinion',
  'budgeting_opinion',
  'budgeting_target',
  'budgeting_line_source',
  'budgeting_line',
  'budgeting_budget',
];

const CODE = 'CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL';

const STATEMENTS = [
  `CREATE TABLE budgeting_budget (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    revision INT NOT NULL,
    total BIGINT NOT NULL,
    submitted_by BIGINT NULL,
    submitted_at DATETIME(3) NOT NULL,
    UNIQUE KEY uq_budgeting_budget__root_revision (root_id, revision)
  ) ENGINE=InnoDB`,
  `CREATE TABLE budgeting_line (
    id BIGINT NOT NULL PRIMARY KEY,
    budget_id BIGINT NOT NULL,
    number INT NOT NULL,
    subject VARCHAR(40) ${CODE},
    item VARCHAR(200) NOT NULL,
    unit_price BIGINT NOT NULL,
    unit VARCHAR(20) NOT NULL,
    quantity INT NOT NULL,
    times INT NOT NULL,
    amount BIGINT NOT NULL,
    basis TEXT NOT NULL,
    UNIQUE KEY uq_budgeting_line__budget_number (budget_id, number),
    CONSTRAINT ck_budgeting_line__amount CHECK (amount = unit_price * quantity * times)
  ) ENGINE=InnoDB`,
  `CREATE TABLE budgeting_line_source (
    id BIGINT NOT NULL PRIMARY KEY,
    line_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    amount BIGINT NOT NULL,
    KEY ix_budgeting_line_source__line (line_id, id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE budgeting_target (
    id BIGINT NOT NULL PRIMARY KEY,
    budget_id BIGINT NOT NULL,
    number INT NOT NULL,
    dimension VARCHAR(40) ${CODE},
    indicator VARCHAR(200) NOT NULL,
    operator VARCHAR(20) ${CODE},
    value VARCHAR(100) NOT NULL,
    unit VARCHAR(20) NOT NULL,
    weight INT NOT NULL,
    evidence VARCHAR(500) NULL,
    UNIQUE KEY uq_budgeting_target__budget_number (budget_id, number)
  ) ENGINE=InnoDB`,
  `CREATE TABLE budgeting_opinion (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    revision INT NOT NULL,
    level VARCHAR(40) ${CODE},
    outcome VARCHAR(20) ${CODE},
    opinion TEXT NOT NULL,
    approved_total BIGINT NULL,
    organisation_id BIGINT NULL,
    user_id BIGINT NULL,
    at DATETIME(3) NOT NULL,
    KEY ix_budgeting_opinion__root (root_id, id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE budgeting_line_opinion (
    id BIGINT NOT NULL PRIMARY KEY,
    opinion_id BIGINT NOT NULL,
    line_id BIGINT NOT NULL,
    number INT NOT NULL,
    requested_amount BIGINT NOT NULL,
    approved_amount BIGINT NOT NULL,
    reason VARCHAR(1000) NULL,
    UNIQUE KEY uq_budgeting_line_opinion__opinion_line (opinion_id, line_id),
    CONSTRAINT ck_budgeting_line_opinion__reduced CHECK (approved_amount >= 0 AND approved_amount <= requested_amount)
  ) ENGINE=InnoDB`,
  `CREATE TABLE budgeting_reviewed_source (
    id BIGINT NOT NULL PRIMARY KEY,
    opinion_id BIGINT NOT NULL,
    line_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    amount BIGINT NOT NULL,
    KEY ix_budgeting_reviewed_source__opinion (opinion_id, id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE budgeting_sign_off (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    kind VARCHAR(12) ${CODE},
    document_no VARCHAR(120) NOT NULL,
    amount BIGINT NOT NULL,
    on_date DATE NOT NULL,
    note VARCHAR(1000) NULL,
    user_id BIGINT NULL,
    at DATETIME(3) NOT NULL,
    UNIQUE KEY uq_budgeting_sign_off__root_kind (root_id, kind)
  ) ENGINE=InnoDB`,
];
