/** How files of spreadsheets and other programs are written. */
export const ENCODINGS = ["UTF-8", "windows-1252", "windows-1250", "windows-1251", "macintosh", "UTF-16LE", "UTF-16BE"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Lines of a file put together from others: each in UTF-8, or else in the old code page of Windows. */
export const MIXED_ENCODING = "UTF-8 + windows-1252";

export const SEPARATORS = [",", ";", "\t", "|"] as const;
export type Separator = (typeof SEPARATORS)[number];
