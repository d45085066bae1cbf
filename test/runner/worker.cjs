/** jest-worker loads its file as CommonJS; what runs is a module. */
exports.runFile = async (...given) => (await import('./run-file.mjs')).runFile(...given);
