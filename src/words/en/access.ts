export const accessWords = {};
