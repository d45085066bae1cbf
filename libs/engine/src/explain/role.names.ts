import { Injectable } from '@nestjs/common';
import { RoleCatalogue } from '#libs/identity';
import { isJsonObject, type Json, type Localized } from '#libs/kernel';
import { DirectoriesConfig } from '#libs/platform';
import { RegionBook } from '../definitions/region.book.js';
import { readRegions } from '../definitions/region.overlay.js';
import { type Language, titleIn } from '../language/language.js';

/** 岗位名称: what a role is called where it is held; province, city and county may have names of their own. */
@Injectable()
export class RoleNames {
  private readonly regions: RegionBook;

  constructor(
    private readonly catalogue: RoleCatalogue,
    { regionsDir }: DirectoriesConfig,
  ) {
    this.regions = new RegionBook(readRegions(regionsDir).overlays);
  }

  /** The nearest region's name, else that of config/roles.yaml. */
  titleIn(language: Language, role: string, divisionCode: string): string {
    const own = localized(this.regions.values(divisionCode, 'roles')[role]);
    return titleIn(language, own ?? this.catalogue.titleOf(role), role);
  }
}

function localized(value: Json | undefined): Localized | undefined {
  if (typeof value === 'string') return { zh: value };
  const { zh, en } = isJsonObject(value) ? value : {};
  if (typeof zh !== 'string') return undefined;
  return typeof en === 'string' ? { zh, en } : { zh };
}
