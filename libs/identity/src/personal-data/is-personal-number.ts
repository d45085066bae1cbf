import { registerDecorator, type ValidationOptions } from 'class-validator';
import { isIdNumber, isPhone } from '#libs/kernel';

/** A field that holds a telephone number (电话号码). */
export function IsPhone(options: ValidationOptions = {}): PropertyDecorator {
  return field('isPhone', { test: isPhone, message: '应为11位手机号码或带区号的固定电话', options });
}

/** A field that holds a citizen's identity number (公民身份号码). */
export function IsIdNumber(options: ValidationOptions = {}): PropertyDecorator {
  return field('isIdNumber', { test: isIdNumber, message: '应为18位公民身份号码，校验码须正确', options });
}

interface Rule {
  readonly test: (text: string) => boolean;
  readonly message: string;
  readonly options: ValidationOptions;
}

function field(name: string, { test, message, options }: Rule): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(propertyName),
      options: { message, ...options },
      validator: { validate: (value: unknown) => typeof value === 'string' && test(value) },
    });
}
