export const timelineWords = {};
