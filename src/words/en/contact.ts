export const contactWords = {};
