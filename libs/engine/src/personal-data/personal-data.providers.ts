import { PersonalVault } from './personal.vault.js';
import { SealedValueOpener } from './sealed-value.opener.js';
import { SealedValuesController } from './sealed-values.controller.js';

/** 个人信息: sealed at the door, opened with a reason. */
export const SEALING = [PersonalVault, SealedValueOpener];
export const SEALING_CONTROLLERS = [SealedValuesController];
