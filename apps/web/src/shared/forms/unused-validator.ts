/**
 * Stands in for @rjsf/validator-ajv8, which a test helper inside @rjsf/core imports and no page uses:
 * that validator compiles code with `eval`, which the content security policy forbids.
 */
export default {};
