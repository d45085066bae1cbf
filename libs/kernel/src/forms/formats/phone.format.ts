const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^0\d{2,3}-?[2-9]\d{6,7}(?:-\d{1,6})?$/;

/** Whether the text is a mobile number, or a landline with its area code, of mainland China (电话号码). */
export function isPhone(text: string): boolean {
  return MOBILE.test(text) || LANDLINE.test(text);
}
