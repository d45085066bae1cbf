/** How a sample is measured; the numbers stand in the process definition. */
export interface SampleRule {
  /** Up to so many beneficiaries the small rule holds. */
  readonly smallPopulation: number;
  readonly smallLeast: number;
  /** Per cent of the population. */
  readonly smallShare: number;
  /** Sample of an endless population, e.g. 384 for 95 % ± 5 %. */
  readonly fullSample: number;
}

/**
 * 抽样人数: small populations `min(N, max(least, share × N))`, larger ones `ceil(n0 / (1 + (n0 − 1) / N))`,
 * computed on integers.
 */
export function sampleSize(population: number, rule: SampleRule): number {
  if (population <= rule.smallPopulation) {
    const share = Math.ceil((population * rule.smallShare) / 100);
    return Math.min(population, Math.max(rule.smallLeast, share));
  }
  return Math.ceil((rule.fullSample * population) / (population + rule.fullSample - 1));
}
