export const shellWords = {};
