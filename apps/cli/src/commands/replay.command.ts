import { ChainVerifier, Replayer } from '#libs/engine';
import { DataSource } from 'typeorm';
import { type CliCommand, print } from '../cli.command.js';
import { withDomain } from '../with-domain.js';

/** `sanshe replay [ROOT…]`: rebuilds cases from their history and compares; verifies the hash chain on the way. */
export const replay: CliCommand = {
  name: 'replay',
  summary: 'Rebuild cases from their history, compare, and verify the chain',
  run: ({ positionals }) =>
    withDomain(async (domain) => {
      const roots = positionals.length > 0 ? positionals.map(Number) : await allRoots(domain.get(DataSource));
      let bad = 0;
      for (const rootId of roots) {
        const report = await domain.get(Replayer).replay(rootId);
        const chain = await domain.get(ChainVerifier).verify(rootId);
        if (!report.identical || !chain.valid) bad += 1;
        print(
          JSON.stringify({
            root: rootId,
            rows: chain.rows,
            replay: report.identical ? 'identical' : report.differences,
            chain: chain.valid ? 'valid' : chain.breaks,
          }),
        );
      }
      print(JSON.stringify({ cases: roots.length, bad }));
      return bad === 0 ? 0 : 1;
    }),
};

async function allRoots(dataSource: DataSource): Promise<number[]> {
  const rows: { id: number }[] = await dataSource.query('SELECT id FROM engine_root WHERE seq > 0 ORDER BY id');
  return rows.map((row) => Number(row.id));
}
