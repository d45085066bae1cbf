import type { EntityManager } from 'typeorm';

/** Remembers which content was loaded, so that loading again is free. */
export class SeedMark {
  constructor(private readonly manager: EntityManager) {}

  async read(name: string): Promise<string | null> {
    const rows: { content_hash: string }[] = await this.manager.query(
      'SELECT content_hash FROM identity_seed WHERE name = ? FOR UPDATE',
      [name],
    );
    return rows[0]?.content_hash ?? null;
  }

  async write(name: string, contentHash: string): Promise<void> {
    await this.manager.query(
      'INSERT INTO identity_seed (name, content_hash) VALUES (?, ?) ON DUPLICATE KEY UPDATE content_hash = ?',
      [name, contentHash, contentHash],
    );
  }
}
