import { describe, expect, it } from '@jest/globals';
import { DirectoriesConfig, Environment, SecretsConfig, SystemClock } from '#libs/platform';
import type { OrganisationRecord, UserRecord } from '../organisations/directory.records.js';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import { AccessTokenSigner } from './access-token.signer.js';
import { AccessTokenVerifier } from './access-token.verifier.js';

const environment = new Environment({ SANSHE_TOKEN_SECRET: 'a secret for specs, long enough to be taken' });
const secrets = new SecretsConfig(environment);
const clock = new SystemClock();
const signer = new AccessTokenSigner(secrets, clock);
const verifier = new AccessTokenVerifier(secrets, clock, new RoleCatalogue(new DirectoriesConfig(environment)));

const bureau: OrganisationRecord = {
  id: 7,
  creditCode: '11513431MJX9D0068A',
  name: '某县民政局',
  kind: 'civil-affairs',
  divisionCode: '513431',
  status: 'active',
  isDemo: false,
};
const officer: UserRecord = {
  id: 42,
  login: 'officer',
  name: '阿苦阿果',
  email: null,
  organisationId: 7,
  roles: ['business-officer'],
  status: 'active',
  isDemo: false,
};

describe('AccessTokenVerifier', () => {
  it('gives back whom the signer meant, scope and permissions with it', async () => {
    const { token } = await signer.sign({ user: officer, organisation: bureau, family: 99, duties: ['second-factor'] });
    expect(verifier.verify(token)).toMatchObject({
      userId: 42,
      organisationId: 7,
      organisationKind: 'civil-affairs',
      divisionCode: '513431',
      name: '阿苦阿果',
      roles: ['business-officer'],
      sessionFamily: 99,
      duties: ['second-factor'],
      scope: { kind: 'division', prefix: '513431' },
    });
    expect(verifier.verify(token).permissions.has('projects.start')).toBe(true);
  });
});
