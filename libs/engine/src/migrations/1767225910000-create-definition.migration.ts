import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Versions of processes as they were published. A row's source never changes; only its status does. */
export class CreateDefinition1767225910000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE engine_definition (
      process VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      version INT NOT NULL,
      content_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      source MEDIUMTEXT NOT NULL,
      file VARCHAR(200) NOT NULL,
      status VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      published_at DATETIME(3) NOT NULL,
      published_by BIGINT NULL,
      note VARCHAR(500) NULL,
      retired_at DATETIME(3) NULL,
      retired_by BIGINT NULL,
      retire_reason VARCHAR(500) NULL,
      PRIMARY KEY (process, version)
    ) ENGINE=InnoDB`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE engine_definition');
  }
}
