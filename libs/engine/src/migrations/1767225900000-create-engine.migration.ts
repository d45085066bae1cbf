import type { MigrationInterface, QueryRunner } from 'typeorm';

const FIRST_YEAR = 2026;
const YEARS = 4;

export class CreateEngine1767225900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...CASES, ...WORK, history(), ...LEAVING]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
  }
}

const TABLES = [
  'engine_attachment',
  'engine_outbox',
  'engine_idempotency',
  'engine_history_payload',
  'engine_history',
  'engine_timer_firing',
  'engine_timer',
  'engine_once',
  'engine_task_candidate',
  'engine_task',
  'engine_instance',
  'engine_party',
  'engine_root',
  'engine_bundle',
];

const CASES = [
  `CREATE TABLE engine_bundle (
    hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    process VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version INT NOT NULL,
    content JSON NOT NULL,
    created_at DATETIME(3) NOT NULL,
    KEY ix_engine_bundle__process (process, version)
  ) ENGINE=InnoDB`,
  `CREATE TABLE engine_root (
    id BIGINT NOT NULL PRIMARY KEY,
    kind VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    process VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title VARCHAR(200) NOT NULL,
    division_code VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    purchaser_id BIGINT NOT NULL,
    status VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    business_at DATETIME(3) NOT NULL,
    seq INT NOT NULL,
    chain_head BINARY(32) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    KEY ix_engine_root__division (division_code, id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE engine_party (
    root_id BIGINT NOT NULL,
    relation VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    organisation_id BIGINT NOT NULL,
    PRIMARY KEY (root_id, relation, organisation_id),
    KEY ix_engine_party__organisation (organisation_id, root_id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE engine_instance (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    parent_id BIGINT NULL,
    parent_state VARCHAR(200) NULL,
    process VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version INT NOT NULL,
    bundle_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    snapshot JSON NOT NULL,
    output JSON NULL,
    started_at DATETIME(3) NOT NULL,
    ended_at DATETIME(3) NULL,
    KEY ix_engine_instance__root (root_id, status)
  ) ENGINE=InnoDB`,
];

const WORK = [
  `CREATE TABLE engine_task (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    instance_id BIGINT NOT NULL,
    state VARCHAR(200) NOT NULL,
    entry INT NOT NULL,
    title VARCHAR(200) NOT NULL,
    status VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version INT NOT NULL,
    due_at DATETIME(3) NULL,
    opened_at DATETIME(3) NOT NULL,
    closed_at DATETIME(3) NULL,
    closed_by BIGINT NULL,
    closed_for BIGINT NULL,
    closed_event VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    closed_seq INT NULL,
    KEY ix_engine_task__root (root_id, status),
    KEY ix_engine_task__instance (instance_id, state),
    KEY ix_engine_task__closed (closed_by, closed_at, id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE engine_task_candidate (
    task_id BIGINT NOT NULL,
    organisation_id BIGINT NOT NULL,
    role VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id BIGINT NOT NULL DEFAULT 0,
    is_open TINYINT NOT NULL,
    due_sort DATETIME(3) NOT NULL,
    PRIMARY KEY (task_id, organisation_id, role, user_id),
    KEY ix_engine_task_candidate__inbox (organisation_id, role, is_open, due_sort, task_id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE engine_once (
    instance_id BIGINT NOT NULL,
    state VARCHAR(200) NOT NULL,
    entry INT NOT NULL,
    event VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id BIGINT NOT NULL,
    PRIMARY KEY (instance_id, state, entry, event, user_id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE engine_timer (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    instance_id BIGINT NOT NULL,
    task_id BIGINT NULL,
    state VARCHAR(200) NOT NULL,
    entry INT NOT NULL,
    deadline VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    steps JSON NOT NULL,
    next_step INT NOT NULL,
    next_at DATETIME(3) NOT NULL,
    generation INT NOT NULL,
    status VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    alarmed TINYINT NOT NULL,
    attempts INT NOT NULL,
    retry_at DATETIME(3) NULL,
    due_at DATETIME(3) NOT NULL,
    period VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    law VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL,
    provisional TINYINT NOT NULL,
    calendar_version VARCHAR(60) NOT NULL,
    computation JSON NOT NULL,
    closed_seq INT NULL,
    created_at DATETIME(3) NOT NULL,
    KEY ix_engine_timer__root (root_id, status),
    KEY ix_engine_timer__alarm (status, alarmed, next_at),
    KEY ix_engine_timer__due (status, next_at)
  ) ENGINE=InnoDB`,
  `CREATE TABLE engine_timer_firing (
    instance_id BIGINT NOT NULL,
    timer_id BIGINT NOT NULL,
    entry INT NOT NULL,
    deadline VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    step INT NOT NULL,
    due_at DATETIME(3) NOT NULL,
    fired_at DATETIME(3) NOT NULL,
    fired_by VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (instance_id, timer_id, entry, deadline, step)
  ) ENGINE=InnoDB`,
];

/** No foreign keys: MariaDB refuses them on partitioned tables. */
function history(): string {
  return `CREATE TABLE engine_history (
    root_id BIGINT NOT NULL,
    seq INT NOT NULL,
    month INT NOT NULL,
    instance_id BIGINT NOT NULL,
    kind VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at DATETIME(3) NOT NULL,
    recorded_at DATETIME(3) NOT NULL,
    actor_user_id BIGINT NULL,
    actor_organisation_id BIGINT NULL,
    task_id BIGINT NULL,
    event VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    facts JSON NOT NULL,
    payload_digest BINARY(32) NOT NULL,
    previous_hash BINARY(32) NOT NULL,
    hash BINARY(32) NOT NULL,
    PRIMARY KEY (root_id, seq, month)
  ) ENGINE=InnoDB PARTITION BY RANGE (month) (${partitions().join(', ')}, PARTITION p_later VALUES LESS THAN MAXVALUE)`;
}

function partitions(): string[] {
  return Array.from({ length: YEARS * 12 }, (_, index) => {
    const month = (FIRST_YEAR + Math.floor(index / 12)) * 100 + (index % 12) + 1;
    return `PARTITION p${month} VALUES LESS THAN (${month + 1})`;
  });
}

const LEAVING = [
  `CREATE TABLE engine_history_payload (
    root_id BIGINT NOT NULL,
    seq INT NOT NULL,
    salt BINARY(16) NOT NULL,
    payload JSON NOT NULL,
    PRIMARY KEY (root_id, seq)
  ) ENGINE=InnoDB`,
  `CREATE TABLE engine_idempotency (
    user_id BIGINT NOT NULL,
    idempotency_key VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    body_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    result JSON NOT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (user_id, idempotency_key),
    KEY ix_engine_idempotency__created (created_at)
  ) ENGINE=InnoDB`,
  `CREATE TABLE engine_outbox (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    seq INT NOT NULL,
    kind VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payload JSON NOT NULL,
    at DATETIME(3) NOT NULL,
    available_at DATETIME(3) NOT NULL,
    attempts INT NOT NULL DEFAULT 0,
    claimed_until DATETIME(3) NULL,
    sent_at DATETIME(3) NULL,
    dead_at DATETIME(3) NULL,
    last_error VARCHAR(500) NULL,
    KEY ix_engine_outbox__pending (sent_at, available_at, id),
    KEY ix_engine_outbox__root (root_id, sent_at, seq)
  ) ENGINE=InnoDB`,
  `CREATE TABLE engine_attachment (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NULL,
    sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name VARCHAR(200) NOT NULL,
    media_type VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    size BIGINT NOT NULL,
    uploaded_by BIGINT NOT NULL,
    organisation_id BIGINT NOT NULL,
    uploaded_at DATETIME(3) NOT NULL,
    KEY ix_engine_attachment__root (root_id, id)
  ) ENGINE=InnoDB`,
];
