/** Ids are UUIDv7 strings made by the platform, never by the domain. */
export type Id = string;
