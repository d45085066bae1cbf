import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDeadlines1767226100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE deadlines_notification (
      id BIGINT NOT NULL PRIMARY KEY,
      user_id BIGINT NOT NULL,
      root_id BIGINT NOT NULL,
      task_id BIGINT NOT NULL,
      origin VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      level VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL,
      case_title VARCHAR(200) NOT NULL,
      task_title VARCHAR(200) NOT NULL,
      responsible VARCHAR(200) NOT NULL,
      law VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL,
      due_at DATETIME(3) NULL,
      is_provisional TINYINT NOT NULL,
      at DATETIME(3) NOT NULL,
      read_at DATETIME(3) NULL,
      mail_state VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      mailed_at DATETIME(3) NULL,
      UNIQUE KEY uq_deadlines_notification__origin_user (origin, user_id),
      KEY ix_deadlines_notification__mailbox (user_id, at, id),
      KEY ix_deadlines_notification__unread (user_id, read_at),
      KEY ix_deadlines_notification__root (root_id)
    ) ENGINE=InnoDB`);
    await runner.query(`CREATE TABLE deadlines_incident (
      id BIGINT NOT NULL PRIMARY KEY,
      subject VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      subject_id BIGINT NOT NULL,
      root_id BIGINT NOT NULL,
      reason VARCHAR(500) NOT NULL,
      attempts INT NOT NULL,
      opened_at DATETIME(3) NOT NULL,
      last_at DATETIME(3) NOT NULL,
      resolved_at DATETIME(3) NULL,
      UNIQUE KEY uq_deadlines_incident__subject (subject, subject_id),
      KEY ix_deadlines_incident__open (resolved_at, opened_at)
    ) ENGINE=InnoDB`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE deadlines_incident');
    await runner.query('DROP TABLE deadlines_notification');
  }
}
