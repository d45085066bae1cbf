import { ApiProperty } from '@nestjs/swagger';
import type { RoleCatalogue } from '../roles/role.catalogue.js';

class TitleView {
  @ApiProperty({ example: '负责人' })
  zh!: string;

  @ApiProperty({ example: 'Head' })
  en!: string;
}

class KindRoleView {
  @ApiProperty({ example: 'head' })
  role!: string;

  @ApiProperty({ type: TitleView })
  title!: TitleView;
}

/** A kind of organisation (单位类型) and its roles. */
export class KindView {
  @ApiProperty({ example: 'social-organisation' })
  kind!: string;

  @ApiProperty({ type: TitleView })
  title!: TitleView;

  @ApiProperty({ type: [KindRoleView] })
  roles!: readonly KindRoleView[];
}

export function kindView(catalogue: RoleCatalogue, kind: string): KindView {
  const roles = catalogue.rolesOf(kind).map((role) => ({ role, title: catalogue.titleOf(role) }));
  return { kind, title: catalogue.titleOfKind(kind), roles };
}
