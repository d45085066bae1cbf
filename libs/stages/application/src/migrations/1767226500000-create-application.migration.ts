import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateApplication1767226500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'application_decision',
      'application_opinion',
      'application_need_number',
      'application_need_answer',
      'application_need',
    ]) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

const CODE = 'CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL';

const TABLES = [
  `CREATE TABLE application_need (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    revision INT NOT NULL,
    problem TEXT NOT NULL,
    problem_found_by VARCHAR(200) NOT NULL,
    problem_found_on DATE NOT NULL,
    statement TEXT NOT NULL,
    nature VARCHAR(40) ${CODE},
    level VARCHAR(40) ${CODE},
    category VARCHAR(40) ${CODE},
    mode VARCHAR(40) ${CODE},
    mode_reason TEXT NOT NULL,
    target_group TEXT NOT NULL,
    service_demand TEXT NOT NULL,
    service_standard TEXT NOT NULL,
    service_content TEXT NOT NULL,
    evaluation_standard TEXT NOT NULL,
    contractor_qualification TEXT NOT NULL,
    township_code VARCHAR(12) ${CODE},
    village_code VARCHAR(12) ${CODE},
    planned_amount BIGINT NOT NULL,
    service_from DATE NOT NULL,
    service_to DATE NOT NULL,
    submitted_by BIGINT NULL,
    submitted_at DATETIME(3) NOT NULL,
    UNIQUE KEY uq_application_need__root_revision (root_id, revision)
  ) ENGINE=InnoDB`,
  `CREATE TABLE application_need_answer (
    id BIGINT NOT NULL PRIMARY KEY,
    need_id BIGINT NOT NULL,
    question VARCHAR(20) ${CODE},
    item VARCHAR(40) ${CODE},
    choice VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    answer TEXT NOT NULL,
    KEY ix_application_need_answer__need (need_id, id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE application_need_number (
    id BIGINT NOT NULL PRIMARY KEY,
    need_id BIGINT NOT NULL,
    township_code VARCHAR(12) ${CODE},
    served_count INT NOT NULL,
    staff_count INT NOT NULL,
    KEY ix_application_need_number__need (need_id, id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE application_opinion (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    revision INT NOT NULL,
    level VARCHAR(40) ${CODE},
    outcome VARCHAR(20) ${CODE},
    opinion TEXT NOT NULL,
    venue VARCHAR(500) NULL,
    document_no VARCHAR(120) NULL,
    met_on DATE NULL,
    attachment_id BIGINT NULL,
    organisation_id BIGINT NULL,
    user_id BIGINT NULL,
    at DATETIME(3) NOT NULL,
    KEY ix_application_opinion__root (root_id, id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE application_decision (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    outcome VARCHAR(20) ${CODE},
    opinion TEXT NOT NULL,
    document_no VARCHAR(120) NOT NULL,
    decided_on DATE NOT NULL,
    attachment_id BIGINT NULL,
    user_id BIGINT NULL,
    at DATETIME(3) NOT NULL,
    UNIQUE KEY uq_application_decision__root (root_id)
  ) ENGINE=InnoDB`,
];
