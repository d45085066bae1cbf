import { queryOptions } from '@tanstack/react-query';
import {
  colleaguesList,
  delegationCreate,
  type DelegationDto,
  delegationList,
  delegationRevoke,
  handOverAllHandOver,
} from '../../../api/generated/client.js';
import { answer } from '../../../api/http.js';

export const delegationsQuery = () =>
  queryOptions({ queryKey: ['delegations'], queryFn: () => answer(delegationList()) });

/** People of one's own organisation. */
export const ownPeopleQuery = () =>
  queryOptions({ queryKey: ['people', 'own'], queryFn: () => answer(colleaguesList()) });

export const createDelegation = (delegationDto: DelegationDto) => answer(delegationCreate({ delegationDto }));

export const revokeDelegation = (id: number) => answer(delegationRevoke({ id }));

export const handOverAll = (from: number, to: number, comment: string) =>
  answer(handOverAllHandOver({ id: from, handOverDto: { to, comment } }));
