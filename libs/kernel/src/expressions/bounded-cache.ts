/** Keeps what was computed for a key; when it is full it starts afresh. */
export class BoundedCache<T> {
  private readonly kept = new Map<string, T>();

  constructor(private readonly limit: number) {}

  get(key: string, compute: () => T): T {
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const value = compute();
    if (this.kept.size >= this.limit) this.kept.clear();
    this.kept.set(key, value);
    return value;
  }
}
