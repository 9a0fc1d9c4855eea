/** Where the list of API keys is kept on this screen. */
export const KEYS = ["api-keys"];
