/** In place of a hash: nobody gets in with a password until one is set with a reset code. */
export const NO_PASSWORD = '!';
