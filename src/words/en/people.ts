export const peopleWords = {};
