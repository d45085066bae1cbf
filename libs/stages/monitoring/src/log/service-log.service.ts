import { Injectable } from '@nestjs/common';
import { localDate } from '#libs/calendar';
import { CaseReader } from '#libs/engine';
import { type Caller, DivisionTree, may, OrganisationDirectory } from '#libs/identity';
import { BusinessClock, decodeCursor, IdAllocator, type Page, pageOf, type PageQuery } from '#libs/platform';
import { DataSource, LessThan } from 'typeorm';
import { DateOutsideError } from '../inspection/inspection.error.js';
import type { ServiceLogView } from '../record/monitoring.view.js';
import { ServiceEntity } from '../service/service.entity.js';
import { NotServingError } from '../service/service.error.js';
import type { ServiceLogDto } from './service-log.dto.js';
import { ServiceLogEntity } from './service-log.entity.js';
import { NotTheirLogError, VillageOutsideError } from './service-log.error.js';

/** Permission of config/roles.yaml. */
const MAY_LOG = 'service-log.write';
const VILLAGE_DIGITS = 12;

/** Writes and reads the service log: pure entries, without the lock of the root. */
@Injectable()
export class ServiceLogService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ids: IdAllocator,
    private readonly clock: BusinessClock,
    private readonly divisions: DivisionTree,
    private readonly directory: OrganisationDirectory,
    private readonly cases: CaseReader,
  ) {}

  async add(caller: Caller, rootId: number, entry: ServiceLogDto): Promise<ServiceLogView> {
    const { manager } = this.dataSource;
    const service = await manager.findOne(ServiceEntity, { where: { rootId }, order: { instanceId: 'DESC' } });
    if (service?.status !== 'serving') throw new NotServingError(rootId);
    if (service.contractorId !== caller.organisationId || !may(caller, MAY_LOG)) throw new NotTheirLogError();
    const recordedAt = this.clock.now();
    assertServed(entry.servedOn, service, localDate(recordedAt.toISOString()));
    await this.assertVillage(entry.villageCode, rootId);
    const { servedOn, kind, villageCode, people, minutes, content } = entry;
    const log = { id: this.ids.next(), rootId, servedOn, kind, villageCode, people, minutes, content, recordedAt };
    await manager.insert(ServiceLogEntity, { ...log, recordedBy: caller.userId });
    return this.view({ ...log, recordedBy: caller.userId });
  }

  async list(rootId: number, { limit, after }: PageQuery): Promise<Page<ServiceLogView>> {
    const below = after === undefined ? {} : { id: LessThan(Number(decodeCursor(after, 1)[0])) };
    const where = { rootId, ...below };
    const logs = await this.dataSource.manager.find(ServiceLogEntity, {
      where,
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const page = pageOf(logs, limit, (log) => [log.id]);
    return { ...page, items: page.items.map((log) => this.view(log)) };
  }

  private async assertVillage(villageCode: string, rootId: number): Promise<void> {
    const area = (await this.cases.byId(rootId))?.divisionCode;
    const isVillage = villageCode.length === VILLAGE_DIGITS && this.divisions.has(villageCode);
    if (!isVillage || area === undefined || !this.divisions.isWithin(villageCode, area)) {
      throw new VillageOutsideError(villageCode);
    }
  }

  private view(log: ServiceLogEntity): ServiceLogView {
    const { id, servedOn, kind, villageCode, people, minutes, content, recordedAt } = log;
    const village = this.divisions.has(villageCode) ? this.divisions.fullName(villageCode) : villageCode;
    const recordedBy = this.directory.user(log.recordedBy)?.name ?? String(log.recordedBy);
    return { id, servedOn, kind, villageCode, village, people, minutes, content, recordedBy, recordedAt };
  }
}

function assertServed(servedOn: string, { serviceFrom, serviceTo }: ServiceEntity, today: string): void {
  if (servedOn > today)
    throw new DateOutsideError('/servedOn', '服务日期不得晚于今天', 'the service cannot lie in the future');
  if (servedOn < serviceFrom || servedOn > serviceTo) {
    const zh = `服务日期应在合同期（${serviceFrom}至${serviceTo}）内`;
    throw new DateOutsideError('/servedOn', zh, `it must lie within the contract (${serviceFrom} to ${serviceTo})`);
  }
}
