import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCalendarLink1767227200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE deadlines_calendar_link (
      user_id BIGINT NOT NULL PRIMARY KEY,
      token_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      created_at DATETIME(3) NOT NULL,
      used_at DATETIME(3) NULL,
      UNIQUE KEY uq_deadlines_calendar_link__token_hash (token_hash)
    ) ENGINE=InnoDB`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE deadlines_calendar_link');
  }
}
