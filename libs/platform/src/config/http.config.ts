import { Environment } from './environment.js';

/** The API's edge. */
export class HttpConfig {
  /** SANSHE_HOST: address to listen on. */
  readonly host: string;
  /** SANSHE_PORT: port of the API and the web application. */
  readonly port: number;
  /** SANSHE_BODY_LIMIT: largest JSON body in bytes. */
  readonly bodyLimitBytes: number;
  /** SANSHE_UPLOAD_LIMIT: largest attachment in bytes. */
  readonly uploadLimitBytes: number;
  /** SANSHE_TRUSTED_PROXIES: addresses or networks, by commas, whose X-Forwarded-For is believed; unset believes none. */
  readonly trustedProxies: readonly string[];

  constructor(environment: Environment = new Environment()) {
    this.host = environment.text('SANSHE_HOST', '127.0.0.1');
    this.port = environment.integer('SANSHE_PORT', 3000, { min: 0, max: 65535 });
    this.bodyLimitBytes = environment.integer('SANSHE_BODY_LIMIT', 1_048_576, { min: 1024, max: 67_108_864 });
    this.uploadLimitBytes = environment.integer('SANSHE_UPLOAD_LIMIT', 20_971_520, { min: 1024, max: 1_073_741_824 });
    const proxies = environment.optional('SANSHE_TRUSTED_PROXIES') ?? '';
    this.trustedProxies = proxies.split(',').flatMap((proxy) => proxy.trim() || []);
  }
}
