/** Where a request comes from; cut to what the tables hold. */
export interface Origin {
  readonly ip: string;
  readonly userAgent: string;
}

export function originOf(request: { ip: string; headers: { 'user-agent'?: string | undefined } }): Origin {
  return { ip: request.ip.slice(0, 45), userAgent: (request.headers['user-agent'] ?? '').slice(0, 255) };
}
