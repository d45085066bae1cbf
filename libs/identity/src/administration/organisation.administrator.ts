import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Deed } from '../operation-log/deed.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import type { OrganisationStatus } from '../organisations/organisation.entity.js';
import { DirectoryEditor } from './directory.editor.js';
import {
  type OrganisationChange,
  type OrganisationDraft,
  OrganisationWriter,
  type OrganisationWriting,
} from './organisation.writer.js';

/** 单位管理: opens, changes and closes organisations. */
@Injectable()
export class OrganisationAdministrator {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
    private readonly writer: OrganisationWriter,
  ) {}

  async create(deed: Deed, draft: OrganisationDraft): Promise<number> {
    const id = await this.dataSource.transaction(async (manager) =>
      this.writer.insert(manager, deed, draft, await DirectoryEditor.begin(manager)),
    );
    await this.directory.refresh();
    return id;
  }

  async change(deed: Deed, id: number, { name, divisionCode }: OrganisationChange): Promise<void> {
    const change = { ...(name !== undefined && { name }), ...(divisionCode !== undefined && { divisionCode }) };
    await this.write(deed, id, { operation: 'organisation-changed', change, reason: null });
  }

  async setStatus(deed: Deed, id: number, status: OrganisationStatus, reason: string): Promise<void> {
    const operation = status === 'active' ? 'organisation-opened' : 'organisation-closed';
    await this.write(deed, id, { operation, change: { status }, reason });
  }

  private async write(deed: Deed, id: number, writing: OrganisationWriting): Promise<void> {
    this.directory.get(id);
    await this.dataSource.transaction((manager) => this.writer.change(manager, deed, id, writing));
    await this.directory.refresh();
  }
}
