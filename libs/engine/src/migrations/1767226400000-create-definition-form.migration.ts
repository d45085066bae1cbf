import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Forms that a published definition brought along, as they were sent. */
export class CreateDefinitionForm1767226400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE engine_definition_form (
      process VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      version INT NOT NULL,
      name VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      source MEDIUMTEXT NOT NULL,
      PRIMARY KEY (process, version, name)
    ) ENGINE=InnoDB`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE engine_definition_form');
  }
}
