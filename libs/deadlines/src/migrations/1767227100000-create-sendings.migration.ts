import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What leaves the house goes by rows of its own, one for each channel, instead of by mail out of the outbox. */
export class CreateSendings1767227100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE deadlines_notification
      DROP COLUMN mail_state,
      DROP COLUMN mailed_at,
      ADD COLUMN gather_at DATETIME(3) NULL,
      ADD COLUMN digest_id BIGINT NULL,
      ADD KEY ix_deadlines_notification__gathering (gather_at, user_id),
      ADD KEY ix_deadlines_notification__digest (digest_id)`);
    await runner.query(`CREATE TABLE deadlines_digest (
      id BIGINT NOT NULL PRIMARY KEY,
      user_id BIGINT NOT NULL,
      day DATE NOT NULL,
      composed_at DATETIME(3) NOT NULL,
      UNIQUE KEY uq_deadlines_digest__user_day (user_id, day)
    ) ENGINE=InnoDB`);
    await runner.query(`CREATE TABLE deadlines_sending (
      id BIGINT NOT NULL PRIMARY KEY,
      user_id BIGINT NOT NULL,
      channel VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      subject VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      subject_id BIGINT NOT NULL,
      root_id BIGINT NOT NULL,
      state VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      not_before DATETIME(3) NOT NULL,
      created_at DATETIME(3) NOT NULL,
      attempts INT NOT NULL,
      doubt_count INT NOT NULL,
      retry_at DATETIME(3) NULL,
      claimed_until DATETIME(3) NULL,
      closed_at DATETIME(3) NULL,
      last_error VARCHAR(500) NULL,
      UNIQUE KEY uq_deadlines_sending__subject_channel (subject, subject_id, channel),
      KEY ix_deadlines_sending__pending (channel, state, not_before, id),
      KEY ix_deadlines_sending__state (state, id),
      KEY ix_deadlines_sending__user (user_id, state)
    ) ENGINE=InnoDB`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE deadlines_sending');
    await runner.query('DROP TABLE deadlines_digest');
    await runner.query(`ALTER TABLE deadlines_notification
      DROP KEY ix_deadlines_notification__gathering,
      DROP KEY ix_deadlines_notification__digest,
      DROP COLUMN gather_at,
      DROP COLUMN digest_id,
      ADD COLUMN mail_state VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'skipped',
      ADD COLUMN mailed_at DATETIME(3) NULL`);
  }
}
