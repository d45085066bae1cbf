import { Injectable } from '@nestjs/common';

export const HEALTH_STATUSES = ['ok', 'degraded', 'down'] as const;
export type HealthStatus = (typeof HEALTH_STATUSES)[number];

export interface HealthFinding {
  readonly status: HealthStatus;
  readonly detail?: string;
}

export interface HealthReport {
  readonly status: HealthStatus;
  readonly parts: Readonly<Record<string, HealthFinding>>;
}

/** Each part that a process stands on says how it is. */
@Injectable()
export class HealthRegistry {
  private readonly checks = new Map<string, () => Promise<HealthFinding>>();

  register(part: string, check: () => Promise<HealthFinding>): void {
    this.checks.set(part, check);
  }

  async report(): Promise<HealthReport> {
    const findings = await Promise.all(
      [...this.checks].map(async ([part, check]) => [part, await check().catch(asDown)] as const),
    );
    const worst = Math.max(0, ...findings.map(([, finding]) => HEALTH_STATUSES.indexOf(finding.status)));
    return { status: HEALTH_STATUSES[worst] ?? 'down', parts: Object.fromEntries(findings) };
  }
}

function asDown(error: unknown): HealthFinding {
  return { status: 'down', detail: error instanceof Error ? error.message : String(error) };
}
