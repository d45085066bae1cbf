import type { MigrationInterface, QueryRunner } from 'typeorm';

const CODE = 'CHARACTER SET ascii COLLATE ascii_bin';

/**
 * Personal data that forms carry lies here and nowhere else; history, records and variables hold `sealed:<id>`. So keys can
 * be changed, and a value erased, without touching the chain.
 */
export class CreateSealedValue1767226500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE engine_sealed_value (
      id BIGINT NOT NULL PRIMARY KEY,
      root_id BIGINT NOT NULL,
      format VARCHAR(32) ${CODE} NOT NULL,
      field VARCHAR(255) NOT NULL,
      sealed VARCHAR(512) ${CODE} NOT NULL,
      entered_by BIGINT NULL,
      entered_at DATETIME(3) NOT NULL,
      KEY ix_engine_sealed_value__root_id (root_id)) ENGINE=InnoDB`);
    // Drafts are sealed as a whole: what they hold has not been checked against a form.
    await runner.query('DELETE FROM engine_draft');
    await runner.query(`ALTER TABLE engine_draft MODIFY content MEDIUMTEXT ${CODE} NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM engine_draft');
    await runner.query('ALTER TABLE engine_draft MODIFY content JSON NOT NULL');
    await runner.query('DROP TABLE engine_sealed_value');
  }
}
