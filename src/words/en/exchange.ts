export const exchangeWords = {};
