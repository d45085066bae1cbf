import type { Texts } from '../zh.js';

type FormTexts = Pick<Texts, 'form'>;

export const formTexts: FormTexts = {
  form: {
    yuan: 'yuan',
    capital: 'In words',
    badMoney: 'Enter an amount with at most two decimals.',
    selectFile: 'Choose file',
    uploading: 'Uploading…',
    remove: 'Remove',
    fileHint: (mb) => `At most ${mb} MB a file; the type is told from the content.`,
    choose: 'Choose',
    city: 'City',
    county: 'County',
    township: 'Township',
    village: 'Village',
    add: 'Add',
    removeItem: 'Remove',
    moveUp: 'Move up',
    moveDown: 'Move down',
    yes: 'Yes',
    no: 'No',
    item: (index) => `No. ${index}`,
    rules: {
      required: 'required',
      type: 'wrong type',
      enum: 'choose from the list',
      const: 'must have the given value',
      minimum: (limit) => `at least ${limit}`,
      maximum: (limit) => `at most ${limit}`,
      minLength: (limit) => `at least ${limit} characters`,
      maxLength: (limit) => `at most ${limit} characters`,
      minItems: (limit) => `at least ${limit}`,
      maxItems: (limit) => `at most ${limit}`,
      pattern: 'wrong format',
      format: 'wrong format',
      date: 'no such date (YYYY-MM-DD)',
      other: 'not accepted',
    },
  },
};
