import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePlatform1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE platform_id_block (
      name VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
      next_id BIGINT NOT NULL
    ) ENGINE=InnoDB`);
    await runner.query(`INSERT INTO platform_id_block (name, next_id) VALUES ('global', 1001)`);
    await runner.query(`CREATE TABLE platform_clock (
      id TINYINT NOT NULL PRIMARY KEY,
      base_at DATETIME(3) NOT NULL,
      since_at DATETIME(3) NOT NULL,
      rate DOUBLE NOT NULL,
      revision INT NOT NULL
    ) ENGINE=InnoDB`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE platform_clock');
    await runner.query('DROP TABLE platform_id_block');
  }
}
