export const opportunityWords = {};
