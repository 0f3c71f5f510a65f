declare const register: unique symbol

/** The id of an entry (UUIDv7), remembering in its type which register the entry is in. */
export type Id<Name extends string> = string & { readonly [register]: Name }
