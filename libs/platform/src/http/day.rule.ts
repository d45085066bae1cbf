import { isPlainDate } from '#libs/calendar';
import { ValidateBy } from 'class-validator';

/** The value is a day that exists, `YYYY-MM-DD`. */
export function IsDay(): PropertyDecorator {
  return ValidateBy({
    name: 'isPlainDate',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isPlainDate(value),
      defaultMessage: () => '日期不存在，应为 YYYY-MM-DD / must be a date that exists',
    },
  });
}
