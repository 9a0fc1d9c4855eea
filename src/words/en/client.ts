export const clientWords = {};
