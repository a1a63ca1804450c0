/** Header of an answer about a pack: the server's clock, in milliseconds, when it was asked. */
export const MADE_AT = 'x-made-at'
