export const settingsWords = {};
